import Autograd
import Testing

struct MersenneTwisterTests {
  @Test func `the first numbers of seed 5489 are MT19937's`() {
    var random = MersenneTwister(seed: 5489)
    #expect((0..<3).map { _ in random.next() } == [3_499_211_612, 581_869_302, 3_890_346_734])
  }

  @Test func `the ten thousandth number of seed 5489 is the one the C++ standard names`() {
    var random = MersenneTwister(seed: 5489)
    for _ in 1..<10_000 { _ = random.next() }
    #expect(random.next() == 4_123_659_995)
  }

  @Test func `uniform numbers are 24 bits in 0 to 1`() {
    var (random, bits) = (MersenneTwister(seed: 1), MersenneTwister(seed: 1))
    for _ in 0..<1000 {
      let x = random.uniform()
      #expect(x == Float(bits.next() % (1 << 24)) / Float(1 << 24))
      #expect(0..<1 ~= x)
    }
  }

  @Test func `a copy goes on as the original does`() {
    var random = MersenneTwister(seed: 3)
    var numbers = [Float](repeating: 0, count: 3)
    numbers.withUnsafeMutableBufferPointer { random.fillNormal($0, mean: 0, std: 1) }
    var copy = random
    #expect(copy == random)
    let other = random
    _ = random.next()
    #expect(other != random)
    _ = copy.next()
    #expect(copy == random)
  }

  @Test(arguments: [15, 16, 100_000, 100_007])
  func `normal numbers have their mean and deviation`(_ count: Int) {
    var random = MersenneTwister(seed: 4)
    var numbers = [Float](repeating: .nan, count: count)
    numbers.withUnsafeMutableBufferPointer { random.fillNormal($0, mean: 3, std: 0.5) }
    let mean = numbers.reduce(0.0) { $0 + Double($1) } / Double(count)
    let variance =
      numbers.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      / Double(count)
    let error = 4 / Double(count).squareRoot()
    #expect(abs(mean - 3) < 0.5 * error)
    #expect(abs(variance / 0.25 - 1) < 1.5 * error)
  }
}
