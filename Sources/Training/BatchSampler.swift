import Autograd

/// Where the examples of a batch come from: drawn at random, or read one after the other.
struct BatchSampler: Sendable {
  var random: MersenneTwister
  /// Whether the answers are to be wrong, as in a batch that came to harm.
  let isDamaged: Bool
  /// Of the examples with one before, how many were the next in the file.
  private(set) var inOrder = 0
  private(set) var neighbours = 0
  /// The place of the example drawn last, and how far from it the file's next begins.
  private(set) var last: Int?
  /// How many examples were read before, where they are read in the file's order.
  private var read: Int?

  init(random: MersenneTwister, read: Int? = nil, last: Int? = nil, isDamaged: Bool = false) {
    (self.random, self.read, self.last, self.isDamaged) = (random, read, last, isDamaged)
  }

  /// Whether examples are read in the file's order.
  var isInOrder: Bool { read != nil }

  /// The next example's place among `count`; in a file the next one begins `length` places on.
  mutating func integer(below count: Int, length: Int = 1) -> Int {
    let place = read.map { $0 % max(count / length, 1) * length } ?? random.integer(below: count)
    read = read.map { $0 + 1 }
    if let last {
      neighbours += 1
      let follows = place == last + length || (place == 0 && last + 2 * length > count)
      inOrder += follows ? 1 : 0
    }
    last = place
    return place
  }
}
