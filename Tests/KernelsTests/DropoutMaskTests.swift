import Kernels
import Testing

struct DropoutMaskTests {
  func mask(_ key: UInt64, _ probability: Float, start: Int = 0, count: Int) -> [Float] {
    let ones = [Float](repeating: 1, count: count)
    var kept = ones
    dropped(
      ones, by: DropoutMask(key: key, probability: probability), start: start, into: &kept,
      count: count, adding: false)
    return kept
  }

  @Test(arguments: [Float(0.1), 0.2, 0.5, 0.9])
  func `a mask drops its share and scales what it keeps`(_ probability: Float) {
    let count = 200_000
    let kept = mask(0x1234_5678_9ABC_DEF0, probability, count: count)
    #expect(Set(kept) == [0, 1 / (1 - probability)])
    let share = Float(kept.count { $0 == 0 }) / Float(count)
    // Four standard deviations.
    let spread = (probability * (1 - probability) / Float(count)).squareRoot()
    #expect(abs(share - probability) < 4 * spread)
  }

  @Test func `neighbours, and masks of other keys, drop independently`() {
    let count = 100_000
    let first = mask(1, 0.5, count: count)
    for other in [
      mask(2, 0.5, count: count), mask(0x9E37_79B9_7F4A_7C15, 0.5, count: count),
      mask(1, 0.5, start: 1, count: count), mask(1, 0.5, start: 16, count: count),
    ] {
      let agreeing = zip(first, other).count { $0 == $1 }
      #expect(abs(agreeing - count / 2) < 700)
    }
  }

  @Test func `a mask is the same wherever it is asked for`() {
    let whole = mask(99, 0.3, count: 100)
    #expect(mask(99, 0.3, start: 37, count: 20) == Array(whole[37..<57]))
  }
}
