/// A terminal that lines are printed on, without a screen.
public enum PlainTerminal {
  /// Whether its locale has characters beyond ASCII.
  public static let showsUnicode =
    CharacterLocale(environment: processEnvironment(), host: .this).isUTF8

  /// What stands for a text where only ASCII can be shown; line ends stay.
  public static func sevenBit(_ text: String) -> String {
    let shown = text.unicodeScalars.map { $0 == "\n" ? $0 : $0.sevenBit }
    return String(String.UnicodeScalarView(shown))
  }
}
