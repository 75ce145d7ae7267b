/// Whether the loops were built with fused multiply-add, which on x86-64 means AVX2 and FMA throughout.
@inline(never)
public func usesFusedMultiplyAdd() -> Bool {
  #if FUSED_MULTIPLY_ADD
    true
  #else
    false
  #endif
}
