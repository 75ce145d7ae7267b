/// The locale that decides how characters are encoded, and nothing else.
struct CharacterLocale {
  let name: String
  let isUTF8: Bool

  init(environment: [String: String], host: Host) {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    // A locale may be named here that only the person's own machine has.
    let candidates = named.map { Self.namesUTF8($0) ? [$0] + Self.universal : [$0] } ?? []
    let utf8 = candidates.first(where: host.isUTF8Locale)
    name = utf8 ?? "C"
    isUTF8 = utf8 != nil
  }

  private static let universal = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"]

  private static func namesUTF8(_ locale: String) -> Bool {
    let encoding = locale.prefix { $0 != "@" }.lowercased().filter { $0 != "-" }
    return encoding.hasSuffix("utf8")
  }
}
