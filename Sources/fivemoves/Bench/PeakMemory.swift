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
    guard let file = fopen("/proc/self/status", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, CInt(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix(field) else { continue }
      return Int(text.dropFirst(field.count).filter(\.isNumber)).map { $0 * 1024 }
    }
    return nil
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
