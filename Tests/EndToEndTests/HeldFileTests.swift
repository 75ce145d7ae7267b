import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EndToEnd {
  /// What one run writes, no other may write before it has ended.
  @Suite struct HeldFiles {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A run that goes on until it is ended.
    private func running(_ words: String) throws -> Program {
      let line = "cd '\(folder.path("."))' && exec \"$0\" train line --steps 1000000000 \(words)"
      let program = try Program(["-c", line, Program.path], of: "/bin/sh")
      #expect(program.shows("steps/s"))
      return program
    }

    @Test func `a second run is refused, and told which file and which process`() throws {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("soft"), withDestinationPath: "kept")
      for made in [false, true] {
        if made {
          #expect(try folder.train("line --steps 2 --checkpoint kept --save last").status == 0)
        }
        let first = try running("--checkpoint kept --save last --save-initial begin --log log")
        for file in ["kept", "soft", "$PWD/last", "./begin", "log"] {
          for option in ["--checkpoint", "--save", "--save-initial", "--log"] {
            let second = try folder.train("line --steps 1 \(option) \(file)")
            #expect(second.status == 1 && second.output.isEmpty, "\(option) \(file): \(second)")
            let isNamed = second.errors.contains("another run (process \(first.process))")
            #expect(isNamed && second.errors.split(separator: "\n").count == 1, "\(second.errors)")
          }
        }
        first.signal(SIGINT)
        #expect(first.waitForExit() == 130)
      }
      let again = "line --steps 1 --checkpoint soft --save last --save-initial begin --log log"
      #expect(try folder.train(again).status == 0)
      #expect(folder.names == ["begin", "kept", "last", "log", "soft"])
    }

    @Test func `who only reads a checkpoint is not kept from it`() throws {
      #expect(try folder.train("line --steps 2 --checkpoint kept").status == 0)
      let first = try running("--checkpoint kept --checkpoint-interval 1000000000")
      #expect(try folder.train("--resume kept --steps 3").status == 0)
      #expect(try folder.train("line --load kept --steps 3").status == 0)
      let onto = try folder.train("--resume kept --steps 3 --checkpoint kept")
      #expect(onto.status == 1 && onto.errors.contains("process \(first.process)"), "\(onto)")
    }

    @Test(arguments: ["--checkpoint", "--save", "--log"])
    func `of many that start together one alone trains`(option: String) throws {
      let run = "\"$0\" train line --steps 40000 \(option) one > $i.out 2> $i.err"
      let line =
        "cd '\(folder.path("."))'; for i in 1 2 3 4; do { \(run) || : > $i.no; } & done; wait"
      for made in [false, true] {
        _ = try Command(["-c", line, Program.path], of: "/bin/sh")
        #expect(folder.names.count { $0.hasSuffix(".no") } == 3, "there before: \(made)")
        for name in folder.names where name != "one" {
          try FileManager.default.removeItem(atPath: folder.path(name))
        }
        #expect(folder.names == ["one"])
      }
    }

    @Test func `a run that was killed holds nothing`() throws {
      let first = try running("--checkpoint kept --save last --log log")
      first.signal(SIGKILL)
      #expect(first.waitForExit() == 128 + SIGKILL)
      #expect(
        try folder.train("line --steps 2 --checkpoint kept --save last --log log").status == 0)
      #expect(folder.names == ["kept", "last", "log"])
    }

    @Test func `a file that is replaced keeps its mode, and a link its place`() throws {
      for (link, file) in [("soft", "there"), ("later", "new")] {
        try FileManager.default.createSymbolicLink(
          atPath: folder.path(link), withDestinationPath: file)
      }
      try folder.write(Data(), "there")
      #expect(chmod(folder.path("there"), 0o600) == 0)
      let run = "line --steps 3 --checkpoint-interval 1 --checkpoint soft --save later"
      let line = "cd '\(folder.path("."))' && umask 027 && exec \"$0\" train \(run)"
      #expect(try Command(["-c", line, Program.path], of: "/bin/sh").status == 0)
      #expect(try folder.train("--resume there --checkpoint soft --steps 5").status == 0)
      #expect(mode("there") == S_IFREG | 0o600 && mode("new") == S_IFREG | 0o640)
      #expect(mode("soft").map { $0 & S_IFMT } == S_IFLNK)
      #expect(mode("later").map { $0 & S_IFMT } == S_IFLNK)
    }

    private func mode(_ name: String) -> mode_t? {
      var facts = stat()
      return lstat(folder.path(name), &facts) == 0 ? facts.st_mode : nil
    }
  }
}
