import Kernels
import Platform

/// The vector instructions that this build needs and this machine lacks, such as ["avx2"].
/// It stands here, not beside the loops, because nothing compiled there may run before it has answered.
public func missingInstructions() -> [String] {
  #if arch(x86_64)
    guard usesFusedMultiplyAdd(), let flags = processorFlags() else { return [] }
    return ["avx2", "fma"].filter { !flags.contains($0) }
  #else
    return []
  #endif
}

/// Whether the loops may use the wide tile's instructions.
let hasWideRegisters: Bool = {
  #if arch(x86_64)
    usesFusedMultiplyAdd() && processorFlags()?.contains("avx512f") == true
  #else
    false
  #endif
}()

/// The vector instructions that the loops use here, or would use on a processor that had them.
public var instructionSet: String {
  #if arch(x86_64)
    hasWideRegisters ? "AVX-512" : usesFusedMultiplyAdd() ? "AVX2 and FMA" : "SSE2"
  #elseif arch(arm64)
    "NEON"
  #else
    "no vector instructions"
  #endif
}

/// The flags of the first processor in /proc/cpuinfo; nil where there is no such file.
private func processorFlags() -> Set<String>? {
  guard let file = fopen("/proc/cpuinfo", "r") else { return nil }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 16_384)
  while fgets(&line, Int32(line.count), file) != nil {
    let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard text.hasPrefix("flags") else { continue }
    return Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
  return nil
}
