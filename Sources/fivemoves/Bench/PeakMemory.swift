internal import Platform

/// The most memory that this process has held at once.
enum PeakMemory {
  /// Begins to count anew, where the system can.
  static func forget() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }

  static var bytes: Int { status.bytes(of: "VmHWM:") ?? largest }

  /// What it holds now, where the system says so.
  static var resident: Int? { status.bytes(of: "VmRSS:") }

  private static var status: SystemFile { SystemFile("/proc/self/status") }

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
