import Lanes
import WideKernels

/// Nothing but multiply-adds in as many registers as a tile has: the machine's peak, against which the
/// loops are measured. Gives how many operations it made; `result` [16] receives what they
/// come to, so that they cannot be left out.
@inline(never)
public func multiplyAddsAtPeak(
  rounds: Int, into result: UnsafeMutablePointer<Float>, in workspace: Workspace
) -> Int {
  guard workspace.tile(columns: Block.columns) == .narrow else {
    return wideMultiplyAdds(rounds: rounds, into: result)
  }
  let factor = Lanes(repeating: result[0])
  var (r0, r1, r2) = (factor, factor + 1, factor + 2)
  var (r3, r4, r5) = (factor + 3, factor + 4, factor + 5)
  for _ in 0..<rounds {
    r0 = fused(r0, factor, plus: factor)
    r1 = fused(r1, factor, plus: factor)
    r2 = fused(r2, factor, plus: factor)
    r3 = fused(r3, factor, plus: factor)
    r4 = fused(r4, factor, plus: factor)
    r5 = fused(r5, factor, plus: factor)
  }
  store(r0 + r1 + r2 + r3 + r4 + r5, result, 16)
  return rounds * 6 * 16 * 2
}
