#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The environment variables that say something about the terminal.
enum Environment {
  private static let names = [
    "TERM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR",
  ]

  static var current: [String: String] {
    var found: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
    return found
  }

  /// The locale's name for text: LC_ALL, then LC_CTYPE, then LANG; empty ones do not count.
  static func locale(in environment: [String: String]) -> String {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
  }

  /// Whether the name asks for UTF-8, even where no such locale is installed.
  static func namesUTF8(_ locale: String) -> Bool {
    let name = locale.lowercased()
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
  }
}
