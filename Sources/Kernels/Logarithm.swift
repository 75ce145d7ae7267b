#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The natural logarithm, once a row.
@inline(__always)
func logarithm(_ x: Float) -> Float { logf(x) }
