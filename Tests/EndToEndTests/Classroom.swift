import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A real SSH server on loopback that serves a lesson, as a teacher starts it.
final class Classroom {
  let folder: URL
  let port: Int
  private let user: String
  /// Nil once it has ended.
  private var script: pid_t?

  /// Whose home holds the keys: the server refuses them where others could write.
  private static let home = FileManager.default.homeDirectoryForCurrentUser
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let demo = root.appendingPathComponent("demo/classroom").path

  /// Opened from a folder, it is called by a relative path there that holds a space. `startUp` is what
  /// the account's shells read first, in a home that only this class sees; root alone can make one.
  /// Where a class has been before, it opens in the same folder and on the same port.
  init(
    _ arguments: [String] = [], from place: URL? = nil, startUp: String? = nil,
    after former: Classroom? = nil
  ) throws {
    let name = "\(place == nil ? "." : "a ")fivemoves-test-\(UUID().uuidString.prefix(8))"
    let home = startUp == nil ? Self.home : URL(fileURLWithPath: "/var/lib")
    folder = former?.folder ?? (place ?? home).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    port = former?.port ?? Int.random(in: 20000...32000)
    user = NSUserName()
    let words = URL(fileURLWithPath: "\(folder.path)-words")
    try Data().write(to: words)
    var environment = ProcessInfo.processInfo.environment
    environment["FIVEMOVES_BINARY"] = Program.path
    let path = place == nil ? folder.path : name
    let command = ["/bin/bash", Self.demo, "--port", "\(port)", "--folder", path] + arguments
    let started = try Self.starting(command, in: place, startUp: startUp, beside: folder)
    let script = try spawn(
      started[0], Array(started.dropFirst()), environment: environment,
      files: ["/dev/null", words.path, words.path])
    self.script = script
    let end = now() + 20
    while case let said = try String(contentsOf: words, encoding: .utf8),
      !said.contains("classroom open")
    {
      let isOver = waitpid(script, nil, WNOHANG) == script || now() > end
      // Else each of its tests would wait for students that never come.
      try #require(!isOver, "no classroom: \(said)")
      usleep(20_000)
    }
  }

  private static func starting(
    _ command: [String], in place: URL?, startUp: String?, beside folder: URL
  ) throws -> [String] {
    if let place { return ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, place.path] + command }
    guard let startUp else { return command }
    let home = URL(fileURLWithPath: "\(folder.path)-home")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    for name in [".bashrc", ".bash_profile", ".profile", ".zshenv", ".cshrc", ".kshrc"] {
      try Data(startUp.utf8).write(to: home.appendingPathComponent(name))
    }
    let mount = #"mount --bind "$0" "$HOME" && exec "$@""#
    return ["/usr/bin/unshare", "-m", "/bin/sh", "-c", mount, home.path] + command
  }

  deinit {
    close()
    for rest in ["", "-words", "-home"] {
      try? FileManager.default.removeItem(atPath: folder.path + rest)
    }
  }

  /// The teacher presses ctrl-c; returns the script's exit code.
  @discardableResult
  func close() -> CInt {
    guard let script else { return 0 }
    self.script = nil
    kill(script, SIGTERM)
    return (end(of: script, within: 60) >> 8) & 0xFF
  }

  /// The script ends without a word; with all that watch the server beside it, or alone.
  func killScript(withWatchers: Bool) throws {
    let script = try #require(script)
    let children = try Command(["-P", "\(script)"], of: "/usr/bin/pgrep").output
      .split(separator: "\n").compactMap { pid_t($0) }
    let watchers = try children.filter {
      try String(contentsOfFile: "/proc/\($0)/comm", encoding: .utf8) == "bash\n"
    }
    try #require(watchers.count == 1)
    if withWatchers { kill(watchers[0], SIGKILL) }
    kill(script, SIGKILL)
    self.script = nil
    waitpid(script, nil, 0)
  }

  /// What comes before the command on a student's command line.
  func words(_ options: [String] = [], key: String? = nil) -> [String] {
    [
      "-F", "none", "-i", key ?? folder.appendingPathComponent("class_key").path, "-p", "\(port)",
      "-o", "UserKnownHostsFile=\"\(folder.path)/known_hosts\"", "-o", "BatchMode=yes",
      "-o", "SendEnv=LANG", "-o", "SendEnv=NO_COLOR", "-o", "LogLevel=ERROR",
    ] + options + ["\(user)@127.0.0.1"]
  }

  static let client = "/usr/bin/ssh"

  /// A student at a terminal.
  func student(
    _ request: [String] = [], width: Int = 100, height: Int = 30,
    environment: [String: String?] = [:], key: String? = nil
  ) throws -> Program {
    try Program(
      words(["-t"], key: key) + request, of: Self.client, width: width, height: height,
      environment: environment)
  }

  /// The sessions that are being served.
  var sessions: [pid_t] {
    get throws {
      let binary = folder.appendingPathComponent("fivemoves").path
      return try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { name in
        guard let process = pid_t(name),
          let line = try? String(contentsOfFile: "/proc/\(name)/cmdline", encoding: .utf8),
          line.hasPrefix(binary + "\0")
        else { return nil }
        return process
      }
    }
  }

  /// The session that begins with an action; nil if there is none soon.
  func session(from action: () throws -> Void) throws -> pid_t? {
    let before = try Set(sessions)
    try action()
    let end = now() + 10
    while now() < end {
      if let new = try sessions.first(where: { !before.contains($0) }) { return new }
      usleep(5000)
    }
    return nil
  }

  /// Seconds until so many sessions are left; infinite if they stay.
  func secondsUntil(_ count: Int, within seconds: Double = 5) throws -> Double {
    let start = now()
    while now() - start < seconds {
      if try sessions.count == count { return now() - start }
      usleep(1000)
    }
    return .infinity
  }
}
