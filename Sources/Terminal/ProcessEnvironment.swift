internal import Platform

/// The variables that terminals and locales go by, as this process has them.
func processEnvironment() -> [String: String] {
  var environment: [String: String] = [:]
  for name in ["TERM", "LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR"] {
    environment[name] = getenv(name).map { String(cString: $0) }
  }
  return environment
}
