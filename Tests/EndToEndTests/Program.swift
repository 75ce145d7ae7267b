import Foundation
import TerminalSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built program on a terminal of its own, with a person's patience and a stopwatch.
final class Program {
  let pty: PseudoTerminal
  let before: [UInt8]
  private(set) var screen: Emulator
  private(set) var bytes: [UInt8] = []
  /// What each look at the terminal brought, and when.
  private(set) var reads: [(time: Double, count: Int)] = []
  let process: pid_t
  private var status: CInt?

  /// The release build where there is one: its path is handed over, or it stands in `.build`.
  static let path: String = {
    let given = ProcessInfo.processInfo.environment["FIVEMOVES_BINARY"].map { [$0] } ?? []
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let known = given + ["release", "debug"].map { "\(root)/.build/\($0)/fivemoves" }
    return known.first { FileManager.default.isExecutableFile(atPath: $0) } ?? known[0]
  }()

  init(
    _ arguments: [String], of path: String = Program.path, width: Int = 100, height: Int = 30,
    environment: [String: String?] = [:]
  ) throws {
    pty = try PseudoTerminal(width: width, height: height)
    screen = Emulator(width: width, height: height)
    before = pty.modes
    process = try spawn(
      path, arguments, environment: Self.environment(environment),
      files: [pty.path, pty.path, pty.path])
  }

  deinit {
    if status == nil { kill(process, SIGKILL) }
    _ = waitForExit(within: 2)
  }

  /// Nil unsets a variable.
  static func environment(_ changes: [String: String?]) -> [String: String] {
    var all = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    for (name, value) in changes { all[name] = value }
    return all
  }

  func type(_ text: String) { pty.type(text) }

  /// Waits for a program that is slow to read its keys.
  func type(_ bytes: [UInt8]) {
    let end = now() + 5
    var rest = bytes[...]
    while !rest.isEmpty, now() < end {
      let sent = pty.offer(Array(rest))
      rest = rest.dropFirst(max(sent, 0))
      if !rest.isEmpty { watch(for: 0.005) }
    }
  }
  func signal(_ number: CInt) { kill(process, number) }

  /// When the program last wrote.
  var lastWrite: Double { reads.last?.time ?? 0 }

  /// The bytes of each frame since so many reads: a frame ends where the terminal rests.
  func frames(since first: Int = 0, rest: Double = 0.02) -> [Int] {
    var frames: [Int] = []
    var last = -Double.infinity
    for read in reads[first...] {
      if read.time - last > rest { frames.append(0) }
      frames[frames.count - 1] += read.count
      last = read.time
    }
    return frames
  }

  /// Seconds until the program has ended after an action, while nobody reads; infinite if it has not.
  func secondsToEnd(within seconds: Double = 5, after action: () -> Void) -> Double {
    let start = now()
    action()
    while now() - start < seconds {
      if takeStatus() { return now() - start }
      usleep(1000)
    }
    return .infinity
  }

  private func takeStatus() -> Bool {
    var code: CInt = 0
    guard status == nil, waitpid(process, &code, WNOHANG) == process else { return status != nil }
    status = code & 0x7F == 0 ? (code >> 8) & 0xFF : 128 + (code & 0x7F)
    return true
  }

  func resize(width: Int, height: Int) {
    watch(for: 0)
    screen.resize(width: width, height: height)
    pty.resize(width: width, height: height)
  }

  /// Waits until the program has written nothing for so long.
  func settle(_ seconds: Double = 0.2) {
    repeat { watch(for: seconds) } while now() - lastWrite < seconds
  }

  /// Takes in what the program writes for so long; returns how many bytes that were.
  @discardableResult
  func watch(for seconds: Double) -> Int {
    let (start, end) = (bytes.count, now() + seconds)
    repeat { take(within: 5) } while now() < end
    return bytes.count - start
  }

  /// Takes in what the program has written by now.
  func take(within milliseconds: CInt = 0) {
    let new = pty.output(within: milliseconds)
    guard !new.isEmpty else { return }
    reads.append((now(), new.count))
    bytes += new
    screen.feed(new)
  }

  /// Seconds from a key until the screen is as wanted, to a fraction of a millisecond; infinite if
  /// it never is.
  func seconds(
    from key: String, within limit: Double = 2, until isRight: (Program) -> Bool
  ) -> Double {
    let start = now()
    type(key)
    while now() - start < limit {
      guard pty.isReady(within: 5) else { continue }
      let time = now()
      take()
      if isRight(self) { return time - start }
    }
    return .infinity
  }

  /// Watches until the screen is as wanted; false when it never was.
  func wait(within seconds: Double = 20, until isRight: (String) -> Bool) -> Bool {
    let end = now() + seconds
    while !isRight(screen.text) {
      guard now() < end else { return false }
      watch(for: 0.01)
    }
    return true
  }

  func shows(_ words: String, within seconds: Double = 20) -> Bool {
    wait(within: seconds) { $0.contains(words) }
  }

  /// Completed steps as the header gives them.
  var step: Int? {
    guard let header = screen.text.split(separator: "\n").first,
      let place = header.range(of: "step ")
    else { return nil }
    return Int(header[place.upperBound...].prefix { $0.isNumber })
  }

  /// The exit code, 128 + n after signal n; nil while it still runs.
  func waitForExit(within seconds: Double = 10) -> CInt? {
    let end = now() + seconds
    while !takeStatus(), now() < end { watch(for: 0.01) }
    watch(for: 0.02)
    return status
  }
}

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
