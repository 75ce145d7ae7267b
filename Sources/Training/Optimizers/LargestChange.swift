/// Where two buffers of one length differ most; a difference that is not a number counts as largest.
func largestChange(
  _ old: UnsafeMutableBufferPointer<Float>, _ new: UnsafeMutableBufferPointer<Float>
) -> Int {
  var best: (size: UInt32, start: Int) = (0, 0)
  for start in stride(from: 0, to: old.count, by: stretch) {
    let size = largest(old, new, start..<min(start + stretch, old.count))
    if size > best.size { best = (size, start) }
  }
  let last = min(best.start + stretch, old.count)
  return (best.start..<last).first { change(old, new, $0) == best.size } ?? best.start
}

private let stretch = 1024

/// The largest change in `range`; whole numbers, because their maximum can be found many at a time.
private func largest(
  _ old: UnsafeMutableBufferPointer<Float>, _ new: UnsafeMutableBufferPointer<Float>,
  _ range: Range<Int>
) -> UInt32 {
  var size: UInt32 = 0
  for i in range { size = max(size, change(old, new, i)) }
  return size
}

/// The bits of |new − old|, which are ordered as the numbers are, with NaN above all.
@inline(__always)
private func change(
  _ old: UnsafeMutableBufferPointer<Float>, _ new: UnsafeMutableBufferPointer<Float>, _ i: Int
) -> UInt32 {
  (new[i] - old[i]).bitPattern & 0x7FFF_FFFF
}
