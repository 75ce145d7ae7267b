import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program, or another, run to its end without a terminal.
struct Command {
  let status: CInt
  let output: String
  let errors: String

  init(_ arguments: [String], of path: String = Program.path) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("fivemoves-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["output", "errors"].map { folder.appendingPathComponent($0) }
    for file in files { try Data().write(to: file) }
    let process = try spawn(
      path, arguments, environment: ProcessInfo.processInfo.environment,
      files: ["/dev/null"] + files.map(\.path))
    let code = end(of: process)
    status = code & 0x7F == 0 ? (code >> 8) & 0xFF : 128 + (code & 0x7F)
    output = try String(contentsOf: files[0], encoding: .utf8)
    errors = try String(contentsOf: files[1], encoding: .utf8)
  }
}
