import Foundation
import TerminalSupport
import Testing

extension SideBySide {
  @Suite struct MemoryErrors {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path

    /// Builds the C target with a driver in the place of Swift; returns the path of what was built.
    private func driver(_ options: [String], in folder: URL) throws -> String {
      let sources = "\(Self.root)/Sources/CTerminal"
      let files = try FileManager.default.contentsOfDirectory(atPath: sources)
        .filter { $0.hasSuffix(".c") }.map { "\(sources)/\($0)" }
      let driver = "\(Self.root)/Tests/EndToEndTests/Driver/driver.c"
      let program = folder.appendingPathComponent("driver").path
      let built = try Command(
        [
          "-std=gnu17", "-g", "-O1", "-DNCURSES_WIDECHAR=1", "-D_XOPEN_SOURCE_EXTENDED=1",
          "-D_GNU_SOURCE", "-I\(sources)/include",
        ] + options + files + [driver, "-o", program, "-lncursesw", "-ltinfo", "-lpthread"],
        of: "/usr/bin/cc")
      #expect(built.status == 0, "\(built.errors)")
      return program
    }

    private func inFolder(_ body: (URL) throws -> Void) throws {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("fivemoves-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try body(folder)
    }

    /// What is known of ncurses itself, in a file for each tool.
    private static func known(_ tool: String) -> String {
      "\(root)/Tests/EndToEndTests/Driver/ncurses.\(tool)"
    }

    /// Valgrind's options: an error or a leak is exit code 9.
    private static let strict = [
      "-q", "--leak-check=full", "--errors-for-leak-kinds=definite", "--error-exitcode=9",
      "--suppressions=\(known("valgrind"))",
    ]

    /// Runs on a terminal, with keys and broken sequences typed into it; returns what it wrote.
    private func watch(
      _ arguments: [String], of path: String, environment: [String: String] = [:]
    ) throws -> (status: CInt?, text: String) {
      let program = try Program(arguments, of: path, environment: environment)
      for _ in 0..<20 {
        program.type("  \u{1B}[A\u{1B}OB\u{1B}[5~\u{1B}[1;5Cé\u{1B}[?q")
        program.take(within: 20)
      }
      let status = program.waitForExit(within: 120)
      return (status, String(decoding: program.bytes, as: UTF8.self))
    }

    @Test func `the address sanitizer finds nothing in the C target`() throws {
      try inFolder { folder in
        let program = try driver(
          ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"], in: folder)
        let (status, text) = try watch(
          [], of: program,
          environment: ["LSAN_OPTIONS": "suppressions=\(Self.known("lsan")):print_suppressions=0"])
        #expect(status == 0, "\(text.suffix(3000))")
      }
    }

    @Test func `valgrind finds neither errors nor leaks in the C target`() throws {
      try inFolder { folder in
        let (status, text) = try watch(
          Self.strict + [try driver([], in: folder)], of: "/usr/bin/valgrind")
        #expect(status == 0, "\(text.suffix(3000))")
      }
    }

    @Test func `valgrind finds no errors in the program`() throws {
      try inFolder { folder in
        // Valgrind stumbles over Swift's debugging information.
        let stripped = folder.appendingPathComponent("fivemoves").path
        #expect(try Command(["-o", stripped, Program.path], of: "/usr/bin/strip").status == 0)
        let program = try Program(
          // The compiler's code for enums looks at bytes that no case has written, and what lives as
          // long as the program is not given back.
          [
            "-q", "--error-exitcode=9", "--undef-value-errors=no", "--leak-check=no", stripped,
            "line", "--no-animation",
          ],
          of: "/usr/bin/valgrind")
        #expect(program.shows("Press space", within: 120))
        program.type("   \t?q+y")
        #expect(program.wait(within: 180) { _ in program.step == 3 })
        program.type("q")
        #expect(program.waitForExit(within: 120) == 0)
      }
    }
  }
}
