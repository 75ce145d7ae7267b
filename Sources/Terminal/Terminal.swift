internal import CTerminal
internal import Canvas
internal import Platform

/// The terminal while we own it: shows frames, reads keys, reports signals.
///
/// There is one at a time, and one thread uses it.
public final class Terminal {
  public let capabilities: Capabilities
  /// What the screen shows, or will once the terminal has taken all of it.
  var shown: Frame?
  /// The newest frame that came while the terminal was behind.
  var waiting: Frame?
  var decoder = KeyDecoder()
  /// More keys had arrived than one wait reports.
  var hasUnreadKeys = false
  /// The window changed its size and no wait has said so yet.
  var hasNewSize = false
  let input: CInt
  private var hasLeft = false

  /// Takes the terminal and clears it.
  public convenience init(options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    try self.init(
      options: options, environment: processEnvironment(), descriptors: Descriptors())
  }

  /// Whether a screen can be shown here, before anything is done for it.
  /// - Throws: what keeps it from that.
  public static func check(options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    _ = try capabilities(options, processEnvironment(), Descriptors())
  }

  private static func capabilities(
    _ options: TerminalOptions, _ environment: [String: String], _ descriptors: Descriptors
  ) throws(TerminalError) -> Capabilities {
    guard isatty(descriptors.input) == 1, isatty(descriptors.output) == 1 else {
      throw .noTerminal
    }
    return try Capabilities(environment: environment, options: options, host: .this)
  }

  package init(
    options: TerminalOptions, environment: [String: String], descriptors: Descriptors
  ) throws(TerminalError) {
    let capabilities = try Self.capabilities(options, environment, descriptors)
    guard descriptors.open(capabilities) else { throw .refused }
    self.capabilities = capabilities
    input = descriptors.input
    for role in Role.allCases { Self.setStyle(of: role, in: capabilities.tier) }
  }

  deinit { leave() }

  /// Columns and rows.
  public var size: (width: Int, height: Int) { (Int(ct_width()), Int(ct_height())) }

  /// All that it was sent, or will be.
  public var bytes: Int { Int(ct_byte_count()) }

  /// Gives the terminal back as it was and replays what was written to standard error.
  /// Harmless when already done.
  public func leave() {
    guard !hasLeft else { return }
    hasLeft = true
    ct_close()
  }

  /// Gives the terminal back and stops the process, as ^Z asks; returns once it goes on.
  public func suspend() {
    guard !hasLeft else { return }
    ct_suspend()
    followSize()
    refresh()
  }

  func followSize() {
    guard ct_follow_size() else { return }
    hasNewSize = true
    shown = nil
  }

  private static func setStyle(of role: Role, in tier: ColorTier) {
    let style = Palette.style(of: role, in: tier)
    ct_set_style(
      CInt(role.rawValue), style.foreground ?? -1, style.background ?? -1,
      style.attributes.rawValue)
  }
}
