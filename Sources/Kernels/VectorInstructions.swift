/// Whether this build of the loops needs AVX2 and FMA of an x86-64 machine.
@inline(never)
public func usesVectorInstructions() -> Bool {
  #if FUSED_MULTIPLY_ADD && arch(x86_64)
    true
  #else
    false
  #endif
}
