import Kernels

/// Σx², in double precision.
public func squaredSum(_ x: UnsafeMutableBufferPointer<Float>) -> Double {
  guard let base = x.baseAddress else { return 0 }
  return Kernels.squaredSum(base, count: x.count)
}

/// How far numbers moved, and how large they were before.
public struct Change: Sendable {
  /// Σ(new − old)² and Σ old², in double precision.
  public var squaredDistance = 0.0
  public var squaredSize = 0.0
  /// The bits of the largest |new − old|, which are ordered as the numbers are, with NaN above all.
  public var largest: UInt32 = 0
  /// A number that is finite where all are that the optimizer keeps for them.
  public var kept: Float = 0

  /// None.
  public init() {}

  public init(
    from old: Slice<UnsafeMutableBufferPointer<Float>>,
    to new: Slice<UnsafeMutableBufferPointer<Float>>
  ) {
    precondition(old.count == new.count, "\(old.count) numbers changed to \(new.count)")
    let (old, new) = (
      UnsafeMutableBufferPointer(rebasing: old), UnsafeMutableBufferPointer(rebasing: new)
    )
    guard let first = old.baseAddress, let second = new.baseAddress else {
      self.init()
      return
    }
    self.init(change(from: first, to: second, count: old.count))
  }

  init(_ movement: Movement, kept: Float = 0) {
    squaredDistance = movement.squaredDistance
    squaredSize = movement.squaredSize
    (largest, self.kept) = (movement.largest, kept)
  }
}
