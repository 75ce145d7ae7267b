internal import CPlatform

/// Vector instructions of x86-64 beyond those that all of them have, as the processor itself tells
/// of them.
public enum VectorInstructions: String, CaseIterable, Sendable {
  case avx2, fma, avx512f

  public var areHere: Bool {
    switch self {
    case .avx2: platform_has_avx2()
    case .fma: platform_has_fma()
    case .avx512f: platform_has_avx512f()
    }
  }
}
