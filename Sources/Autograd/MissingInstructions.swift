import Kernels
import Platform

/// The vector instructions that this build needs and this machine lacks, such as ["avx2"].
/// It stands here, not beside the loops, because nothing compiled there may run before it has answered.
public func missingInstructions() -> [String] {
  #if arch(x86_64)
    guard usesFusedMultiplyAdd() else { return [] }
    return [VectorInstructions.avx2, .fma].filter { !$0.areHere }.map(\.rawValue)
  #else
    return []
  #endif
}

/// Whether the loops may use the wide tile's instructions.
let hasWideRegisters: Bool = {
  #if arch(x86_64)
    usesFusedMultiplyAdd() && VectorInstructions.avx512f.areHere
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
