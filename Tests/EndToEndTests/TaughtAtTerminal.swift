import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A class that a teacher opens, begins and closes in a terminal of the own.
final class TaughtAtTerminal {
  let script: Program
  private let folder: URL
  private let port = Int.random(in: 20000...32000)

  init(lesson: String = "line") throws {
    folder = FileManager.default.homeDirectoryForCurrentUser
      .appendingPathComponent(".fivemoves-test-\(UUID().uuidString.prefix(8))")
    let command = [
      Classroom.demo, "--teach", "--lesson", lesson, "--port", "\(port)", "--folder", folder.path,
    ]
    script = try Program(
      command, of: "/bin/bash", width: 120, height: 30,
      environment: [
        "FIVEMOVES_BINARY": Program.path, "HOME": NSHomeDirectory(), "FIVEMOVES_NO_VISIT": "1",
        "PATH": ProcessInfo.processInfo.environment["PATH"], "FIVEMOVES_NO_ANIMATION": "1",
      ])
  }

  deinit {
    script.signal(SIGTERM)
    _ = script.waitForExit(within: 5)
    try? FileManager.default.removeItem(at: folder)
  }

  func student() throws -> Program {
    try Program(
      [
        "-F", "none", "-t", "-i", folder.appendingPathComponent("class_key").path, "-p", "\(port)",
        "-o", "UserKnownHostsFile=\(folder.path)/known_hosts", "-o", "BatchMode=yes",
        "-o", "SendEnv=LANG", "-o", "LogLevel=ERROR", "\(NSUserName())@127.0.0.1",
      ], of: Classroom.client, width: 80, height: 24)
  }

  /// The process of the lesson that the script has begun.
  var teacher: pid_t {
    get throws {
      let children = try Command(["-P", "\(script.process)"], of: "/usr/bin/pgrep").output
      let found = children.split(separator: "\n").compactMap { pid_t($0) }.first {
        (try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8))?
          .contains("\0teach\0") == true
      }
      return try #require(found)
    }
  }
}
