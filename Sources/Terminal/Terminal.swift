public import Canvas
internal import CTerminal

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How a terminal is to be used.
public struct TerminalOptions: Sendable {
  public var color: ColorChoice
  public var ascii: Bool

  public init(color: ColorChoice = .auto, ascii: Bool = false) {
    self.color = color
    self.ascii = ascii
  }
}

/// What ended a wait; several at once are common.
public struct Wakeup: Sendable {
  /// Every key that had arrived, in order.
  public var keys: [Key] = []
  /// A signal that ends the program.
  public var signal: CInt?
  public var isResized = false
  public var isHungUp = false
}

/// The terminal while the program has it: shows frames, reads keys.
public final class Terminal {
  public let capabilities: Capabilities
  private let looks: [(attributes: UInt8, pair: CInt)]
  private var shown: Frame?
  /// What could not be shown yet because the line is behind.
  private var late: Frame?
  private var isOpen = true

  public init(options: TerminalOptions, input: CInt = 0, output: CInt = 1) throws(TerminalError) {
    guard isatty(input) == 1, isatty(output) == 1 else { throw .noTerminal }
    let environment = Environment.current
    let type = try TerminalType(named: environment["TERM"] ?? "")
    let capabilities = Capabilities(
      type: type.name, colors: type.colors,
      unicode: Self.chooseLocale(environment) && !options.ascii, choice: options.color,
      environment: environment, remark: type.remark)
    switch ct_open(type.name, input, output) {
    case CT_OK: break
    case CT_NO_TERMINAL: throw .noTerminal
    default: throw .failed
    }
    self.capabilities = capabilities
    looks = Role.allCases.map { role in
      let look = Palette.look(of: role, in: capabilities.tier)
      let isPlain = look.foreground == -1 && look.background == -1
      return (look.attributes, isPlain ? 0 : ct_pair(look.foreground, look.background))
    }
  }

  deinit { leave() }

  /// A locale that holds UTF-8 where the environment names one; the real C locale stays 7-bit.
  private static func chooseLocale(_ environment: [String: String]) -> Bool {
    let wanted = Environment.locale(in: environment)
    guard Environment.namesUTF8(wanted) else { return ct_set_locale(nil, 0) }
    return "C.UTF-8".withCString { name in
      withUnsafePointer(to: Optional(name)) { ct_set_locale($0, 1) }
    }
  }

  public var size: (width: Int, height: Int) {
    var (width, height): (CInt, CInt) = (80, 24)
    ct_size(&width, &height)
    return (Int(width), Int(height))
  }

  /// Draws the frame, in one write; on a line that is behind the newest frame waits for its turn.
  public func show(_ frame: Frame) {
    late = nil
    guard ct_finish() else {
      late = frame
      return
    }
    for y in 0..<frame.height where !isShown(row: y, of: frame) { put(row: y, of: frame) }
    if ct_show() { shown = frame }
  }

  private func isShown(row y: Int, of frame: Frame) -> Bool {
    guard let shown, shown.width == frame.width, shown.height == frame.height else { return false }
    return (0..<frame.width).allSatisfy { shown[$0, y] == frame[$0, y] }
  }

  private func put(row y: Int, of frame: Frame) {
    let cells = (0..<frame.width).map { frame[$0, y] }
    let styles = cells.map { looks[Int($0.role.rawValue)] }
    ct_put(
      CInt(y), cells.map { sendable($0.glyph).value }, styles.map(\.attributes),
      styles.map(\.pair), CInt(cells.count))
  }

  /// Nothing beyond 7 bits where the locale cannot hold it.
  private func sendable(_ glyph: Unicode.Scalar) -> Unicode.Scalar {
    capabilities.unicode || glyph.isASCII ? glyph : "?"
  }

  /// Sleeps until something happens or the time has come; nil waits for ever.
  public func wait(until deadline: Double?, wake: CInt) -> Wakeup {
    let milliseconds = deadline.map { max(0, (($0 - now()) * 1000).rounded(.up)) } ?? -1
    let events = ct_wait(wake, CInt(min(milliseconds, 1e6)))
    var wakeup = Wakeup()
    if events & CInt(CT_SIGNAL.rawValue) != 0 { takeSignals(into: &wakeup) }
    if events & CInt(CT_INPUT.rawValue) != 0 { wakeup.keys = readKeys() }
    if events & CInt(CT_HANGUP.rawValue) != 0 { wakeup.isHungUp = true }
    if events & CInt(CT_WRITABLE.rawValue) != 0, let late, ct_finish() { show(late) }
    return wakeup
  }

  private func takeSignals(into wakeup: inout Wakeup) {
    while case let signal = ct_signal(), signal != 0 {
      switch signal {
      case SIGWINCH: wakeup.isResized = true
      case SIGTSTP: suspend(&wakeup)
      case SIGCONT: wakeup.isResized = true
      default: wakeup.signal = signal
      }
    }
  }

  /// Gives the terminal back, stops, and takes it again when the person comes back.
  private func suspend(_ wakeup: inout Wakeup) {
    ct_suspend()
    raise(SIGSTOP)
    ct_resume()
    shown = nil
    wakeup.isResized = true
  }

  private func readKeys() -> [Key] {
    var keys: [Key] = []
    while case let code = ct_read(), code != CT_KEY_NONE.rawValue { keys.append(Key(code: code)) }
    return keys
  }

  /// Leaves the terminal as it was; a second call does nothing.
  public func leave() {
    guard isOpen else { return }
    isOpen = false
    ct_close()
  }
}

/// Seconds on a clock that never goes back.
public func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
