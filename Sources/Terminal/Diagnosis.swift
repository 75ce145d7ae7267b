internal import Platform

/// What this terminal can do, in ten lines for whoever walks round a classroom.
public struct Diagnosis {
  let environment: [String: String]
  let options: TerminalOptions
  let host: Host
  /// Columns and rows; nil where standard output is no terminal.
  let size: (width: Int, height: Int)?

  /// Of the terminal that this process was started on.
  public init(options: TerminalOptions = TerminalOptions()) {
    self.init(
      options: options, environment: processEnvironment(), host: .this,
      size: isatty(STDOUT_FILENO) == 1 ? Self.windowSize : nil)
  }

  package init(
    options: TerminalOptions, environment: [String: String], host: Host,
    size: (width: Int, height: Int)?
  ) {
    self.options = options
    self.environment = environment
    self.host = host
    self.size = size
  }

  public var lines: [String] {
    let found: Capabilities
    do {
      found = try Capabilities(environment: environment, options: options, host: host)
    } catch {
      return [title, line("size", sizeWords), line("terminal", "\(error.problem)"), wayOut]
    }
    let samples = Samples(capabilities: found, isShown: size != nil)
    return [
      title,
      line("size", sizeWords),
      line("terminal", terminalWords(found)),
      line("colours", colorWords(found)),
      line("characters", characterWords(found)),
      line("curves", curveWords(found)),
      line("orange", samples.orange),
      line("other", samples.others),
      line("glyphs", samples.glyphs),
      line("in force", remedy(found)),
    ]
  }

  private var title: String { "fivemoves doctor: what this terminal can do" }

  private var wayOut: String {
    line(
      "way out", "set TERM to what this window is, often TERM=xterm-256color; or `fivemoves train`")
  }

  private func line(_ name: String, _ words: String) -> String {
    name + String(repeating: " ", count: max(11 - name.count, 1)) + words
  }

  private static var windowSize: (width: Int, height: Int)? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 else { return nil }
    let hasSize = window.ws_col > 0 && window.ws_row > 0
    return hasSize ? (Int(window.ws_col), Int(window.ws_row)) : (80, 24)
  }
}
