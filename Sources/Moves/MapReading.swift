/// What a network that sorts points into classes makes of the plane: what it said of the points it
/// just read, and what it would say everywhere else.
public struct MapReading: Sendable, Equatable {
  /// A point of the batch.
  public struct Point: Sendable, Equatable {
    public var x: Float
    public var y: Float
    /// The class it is of.
    public var answer: Int
    /// The class the network took it for; nil where its scores are no numbers.
    public var guess: Int?

    public init(x: Float, y: Float, answer: Int, guess: Int?) {
      self.x = x
      self.y = y
      self.answer = answer
      self.guess = guess
    }

    public var isRight: Bool { guess == answer }
  }

  /// A point of the training data.
  public struct Example: Sendable, Equatable {
    public var x: Float
    public var y: Float
    public var answer: Int

    public init(x: Float, y: Float, answer: Int) {
      self.x = x
      self.y = y
      self.answer = answer
    }
  }

  /// What the network says at one place of the plane: the likeliest class and its probability.
  public struct Verdict: Sendable, Equatable {
    public var guess: Int?
    public var probability: Float

    public init(guess: Int?, probability: Float) {
      self.guess = guess
      self.probability = probability
    }
  }

  public var points: [Point]
  /// All that it trains on.
  public var data: [Example]
  public var classes: Int
  /// The plane in rows from the top, each from the left, cut into cells of equal size.
  public var verdicts: [Verdict]
  public var columns: Int
  public var xRange: ClosedRange<Float>
  public var yRange: ClosedRange<Float>

  public init(
    points: [Point], data: [Example], classes: Int, verdicts: [Verdict], columns: Int,
    xRange: ClosedRange<Float>, yRange: ClosedRange<Float>
  ) {
    self.points = points
    self.data = data
    self.classes = classes
    self.verdicts = verdicts
    self.columns = columns
    self.xRange = xRange
    self.yRange = yRange
  }

  /// How many points of the batch it took for what they are; nil where it could not guess.
  public var right: Int? {
    points.contains { $0.guess == nil } ? nil : points.count { $0.isRight }
  }
}
