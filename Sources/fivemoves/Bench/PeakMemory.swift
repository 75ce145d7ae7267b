internal import Platform

/// The most memory that this process has held at once.
enum PeakMemory {
  /// Begins to count anew, where the system can.
  static func forget() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }

  static var bytes: Int { status("VmHWM:") ?? largest }

  /// What it holds now, where the system says so.
  static var resident: Int? { status("VmRSS:") }

  private static func status(_ field: String) -> Int? {
    SystemFile("/proc/self/status").bytes(of: field)
  }

  private static var largest: Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(RUSAGE_SELF.rawValue, &usage)
      return usage.ru_maxrss * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }
}
