internal import Canvas
internal import Terminal

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Prints lines without a screen. They may quote anyone's text, so what steers a terminal has
/// stand-ins in all of it; line ends stay. What a network wrote is the exception: it leaves character by character.
struct Printer {
  static let output = Printer(descriptor: STDOUT_FILENO)
  static let error = Printer(descriptor: STDERR_FILENO)

  private let descriptor: CInt

  func print(_ text: String) { write(text + "\n") }

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
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func send(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
