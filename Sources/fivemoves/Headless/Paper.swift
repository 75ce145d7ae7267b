internal import Platform

/// Where training without a screen reports: lines that stay and, on a terminal, one that is written
/// over and over.
struct Paper {
  private let isTerminal = isatty(STDOUT_FILENO) == 1
  private var lastShown: Double?
  /// Columns of the line that will be written over.
  private var width = 0

  /// A line that stays.
  mutating func say(_ text: String) {
    clear()
    Printer.output.print(text)
  }

  /// What a network wrote, after a blank line.
  mutating func show(writing text: String) {
    clear()
    Printer.output.print("")
    Printer.output.printWriting(text)
  }

  /// How far it is: on a terminal as often as eyes can follow; elsewhere only what is worth keeping.
  mutating func show(_ text: @autoclosure () -> String, keeping isWorthKeeping: Bool) {
    guard isTerminal else { return isWorthKeeping ? say(text()) : () }
    let time = now()
    if let lastShown, time - lastShown < 0.1 { return }
    lastShown = time
    clear()
    let line = text().prefix(columns - 1)
    width = line.count
    print(line, terminator: "")
    fflush(nil)
  }

  /// Takes away what would be written over.
  mutating func clear() {
    guard width > 0 else { return }
    print("\r" + String(repeating: " ", count: width) + "\r", terminator: "")
    fflush(nil)
    width = 0
  }

  private var columns: Int {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col > 1 ? Int(size.ws_col) : 80
  }
}
