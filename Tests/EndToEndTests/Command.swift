import Foundation

/// The program, or another, run to its end without a terminal.
struct Command {
  let status: CInt
  let output: String
  let errors: String

  /// Output goes through files: a server that the command leaves behind would hold a pipe open.
  init(_ arguments: [String], of path: String = Program.path) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("fivemoves-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["output", "errors"].map { folder.appendingPathComponent($0) }
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: files[0], encoding: .utf8)
    errors = try String(contentsOf: files[1], encoding: .utf8)
  }
}
