internal import ArgumentParser
internal import Moves
internal import Platform
internal import Synchronization
internal import Terminal

/// Prints lines without a screen. They may quote anyone's text, so what steers a terminal has
/// stand-ins in all of it; line ends stay. What a network wrote is the exception: away from a terminal
/// it stays as it is.
struct Printer {
  static let output = Printer(descriptor: STDOUT_FILENO)
  static let error = Printer(descriptor: STDERR_FILENO)

  private let descriptor: CInt
  private static let hasLost = Atomic<Bool>(false)

  /// Whether some of the output did not get to where it was to go.
  static var hasLostOutput: Bool { hasLost.load(ordering: .relaxed) }

  /// Makes sure that no file of ours is opened in the place of a closed standard descriptor: what is
  /// printed would stand in it. What is written to this one fails, as to a closed one.
  static func keepPlaces() {
    for place in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(place, F_GETFD) == -1 {
      _ = open("/dev/null", place == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Before long work, whose report would get nowhere.
  static func checkOutput() throws(StartError) {
    let flags = fcntl(STDOUT_FILENO, F_GETFL)
    if flags == -1 || flags & O_ACCMODE == O_RDONLY { throw .closedOutput }
  }

  /// Between the first line of long work and the rest.
  /// - Throws: what has been told of already.
  static func checkFirstLine() throws {
    if hasLostOutput { throw Interruption.code ?? .failure }
  }

  func print(_ text: String) { write(text + "\n") }

  /// A text of our own, with all that steers the terminal.
  func printExactly(_ text: String) { send(Array((text + "\n").utf8)) }

  func write(_ text: String) {
    let shown = text.replacing("\r\n", with: "↵").tame
    send(Array((needsSevenBit ? PlainTerminal.sevenBit(shown) : shown).utf8))
  }

  /// Prints what a network wrote as it is; only on a terminal control characters have stand-ins.
  func printWriting(_ text: String) {
    guard !needsSevenBit else { return print(text) }
    send(Array(((isTerminal ? text.tame : text) + "\n").utf8))
  }

  private var isTerminal: Bool { isatty(descriptor) == 1 }
  private var needsSevenBit: Bool { isTerminal && !PlainTerminal.showsUnicode }

  private func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Self.send(descriptor, $0) }
      if count < 0, errno == EINTR || errno == EAGAIN && isReady { continue }
      guard count > 0 else { return sayLost(errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until a descriptor that never waits by itself takes more.
  private var isReady: Bool {
    var place = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&place, 1, -1) == 1 || errno == EINTR
  }

  /// Once, and while the work goes on: a long training may still leave its files.
  private func sayLost(_ code: CInt) {
    guard descriptor == STDOUT_FILENO, !Self.hasLost.exchange(true, ordering: .relaxed) else {
      return
    }
    // Whoever stopped reading wants no more lines.
    if code == EPIPE, Interruption.received == SIGPIPE { return }
    let reason = code == EBADF ? "it is closed" : String(cString: strerror(code)).lowercased()
    Complaint("standard output cannot be written: \(reason)").print()
  }

  private static func send(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    Platform.write(descriptor, bytes.baseAddress, bytes.count)
  }
}
