internal import Platform

/// What the system grants a kiosk at most; none of it can be raised again.
enum Limits {
  static let mebibyte: rlim_t = 1 << 20

  static func set(largestFile: UInt) {
    limit(RLIMIT_DATA, to: 256 * mebibyte)
    // The screen is drawn into a file in memory, and a class is kept in one of no name; no other file
    // is ever written.
    limit(RLIMIT_FSIZE, to: rlim_t(largestFile) * mebibyte)
    limit(RLIMIT_CORE, to: 0)
    limit(RLIMIT_NOFILE, to: 64)
  }

  #if canImport(Glibc)
    private static func limit(_ resource: __rlimit_resource, to value: rlim_t) {
      var bounds = rlimit(rlim_cur: value, rlim_max: value)
      setrlimit(__rlimit_resource_t(resource.rawValue), &bounds)
    }
  #else
    private static func limit(_ resource: CInt, to value: rlim_t) {
      var bounds = rlimit(rlim_cur: value, rlim_max: value)
      setrlimit(resource, &bounds)
    }
  #endif
}
