import Autograd
import Testing

struct AttentionTests {
  @Test func `no row sees a later one`() {
    var random = MersenneTwister(seed: 11)
    let before = (0..<20 * 24).map { _ in random.uniform() }
    let tape = Tape()
    let result = { (numbers: [Float]) -> [Float] in
      let qkv = tape.constant(numbers, shape: [20, 24])
      return Array(
        tape.attention(qkv, heads: 2, context: 20, dropout: 0, random: nil).values)
    }
    let plain = result(before)
    for row in [1, 7, 19] {
      var changed = before
      for i in row * 24..<20 * 24 { changed[i] += 1 }
      let other = result(changed)
      #expect(other[..<(row * 8)] == plain[..<(row * 8)])
      #expect(other[(row * 8)...] != plain[(row * 8)...])
    }
  }

  @Test func `sequences of a batch do not see each other`() {
    var random = MersenneTwister(seed: 12)
    let numbers = (0..<12 * 12).map { _ in random.uniform() }
    let tape = Tape()
    let both = tape.attention(
      tape.constant(numbers, shape: [12, 12]), heads: 1, context: 6, dropout: 0, random: nil)
    let second = tape.attention(
      tape.constant(Array(numbers[72...]), shape: [6, 12]), heads: 1, context: 6, dropout: 0,
      random: nil)
    #expect(Array(both.values[24...]) == Array(second.values))
  }
}
