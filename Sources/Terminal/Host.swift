internal import CTerminal

/// What this machine knows about terminals and locales; tests bring their own.
public struct Host: Sendable {
  public var terminfo: @Sendable (String) -> TerminfoFacts?
  public var isUTF8Locale: @Sendable (String) -> Bool

  public init(
    terminfo: @escaping @Sendable (String) -> TerminfoFacts?,
    isUTF8Locale: @escaping @Sendable (String) -> Bool
  ) {
    self.terminfo = terminfo
    self.isUTF8Locale = isUTF8Locale
  }

  /// The machine we run on.
  public static let this = Host(
    terminfo: { name in
      var facts = ct_terminfo()
      guard ct_look_up_terminfo(name, &facts) else { return nil }
      return TerminfoFacts(
        colors: Int(facts.colors), packsRGB: facts.packed_rgb, isAddressable: facts.addressable,
        isBuiltIn: facts.built_in)
    },
    isUTF8Locale: { ct_is_utf8_locale($0) })
}
