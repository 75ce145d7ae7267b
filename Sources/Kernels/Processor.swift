#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The vector instructions this build needs and this processor lacks; empty when all is well.
public func missingInstructions() -> [String] {
  #if arch(x86_64) && os(Linux) && FUSED_MULTIPLY_ADD
    guard let flags = processorFlags() else { return [] }
    return ["avx2", "fma"].filter { !flags.contains($0) }.map { $0.uppercased() }
  #else
    return []
  #endif
}

/// The words of the first `flags` line of /proc/cpuinfo; nil where there is none.
private func processorFlags() -> Set<Substring>? {
  guard let file = fopen("/proc/cpuinfo", "r") else { return nil }
  defer { fclose(file) }
  var line: UnsafeMutablePointer<CChar>?
  var capacity = 0
  defer { free(line) }
  while getline(&line, &capacity, file) > 0, let line {
    let text = String(cString: line)
    if text.hasPrefix("flags") { return Set(text.split(whereSeparator: \.isWhitespace)) }
  }
  return nil
}
