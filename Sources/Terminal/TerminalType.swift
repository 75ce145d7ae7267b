internal import CTerminal

/// Finds a terminal type that terminfo knows.
struct TerminalType {
  var name: String
  var colors: Int
  var remark: String?

  /// Modern terminals that draw as xterm does, where their own entry is not installed.
  private static let xtermLike = [
    "alacritty", "contour", "foot", "ghostty", "kitty", "konsole", "mintty", "rio", "st-", "vte",
    "wezterm", "xterm",
  ]

  init(named wanted: String) throws(TerminalError) {
    guard !wanted.isEmpty else { throw .noType }
    if let colors = Self.colors(of: wanted) {
      self.init(name: wanted, colors: colors)
      return
    }
    let fallback = "xterm-256color"
    guard Self.xtermLike.contains(where: { wanted.contains($0) }),
      let colors = Self.colors(of: fallback)
    else { throw .unknownType(wanted) }
    self.init(
      name: fallback, colors: colors,
      remark: "TERM '\(wanted)' is not known here; drawing as \(fallback)")
  }

  private init(name: String, colors: Int, remark: String? = nil) {
    self.name = name
    self.colors = colors
    self.remark = remark
  }

  private static func colors(of type: String) -> Int? {
    var colors: CInt = 0
    return ct_lookup(type, &colors) == CT_OK ? Int(colors) : nil
  }
}
