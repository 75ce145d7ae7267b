/// What the model read in a micro-batch, and what it made of it.
public indirect enum Reading: Sendable, Equatable {
  case text(TextReading)
  case line(LineReading)
  case map(MapReading)
}

/// An example of a micro-batch of text: what stood before, the best guesses, the answer.
public struct TextReading: Sendable, Equatable {
  /// The last characters before the answer, in order.
  public var context: String
  public var answer: Guess
  /// The likeliest symbols, best first.
  public var guesses: [Guess]
  /// The loss of this one answer: −ln of its probability.
  public var loss: Float
  /// More examples of the same micro-batch.
  public var others: [TextReading]

  public init(
    context: String, answer: Guess, guesses: [Guess], loss: Float, others: [TextReading] = []
  ) {
    self.context = context
    self.answer = answer
    self.guesses = guesses
    self.loss = loss
    self.others = others
  }

  /// - Parameter examples: one at least; the first has the others with it.
  public init(of examples: [TextReading]) {
    self = examples[0]
    others = Array(examples.dropFirst())
  }

  /// All examples that are told, each as a reading of its own.
  public var examples: [TextReading] {
    var first = self
    first.others = []
    return [first] + others
  }

  /// So many examples of a micro-batch are told.
  public static let mostExamples = 8
}

/// One symbol with the score (logit) and the probability that the model gave it.
public struct Guess: Sendable, Equatable {
  public var symbol: String
  public var logit: Float
  public var probability: Float

  public init(symbol: String, logit: Float, probability: Float) {
    self.symbol = symbol
    self.logit = logit
    self.probability = probability
  }
}

/// The points of a batch and the line that the two parameters drew through them.
public struct LineReading: Sendable, Equatable {
  public struct Point: Sendable, Equatable {
    public var x: Float
    public var y: Float
    /// What the model said for this x.
    public var guess: Float

    public init(x: Float, y: Float, guess: Float) {
      self.x = x
      self.y = y
      self.guess = guess
    }
  }

  /// Those of the batch.
  public var points: [Point]
  /// All training data, of which the batch is drawn.
  public var data: [Place]
  public var weight: Float
  public var bias: Float
  /// Where all the data lie, so that the picture's frame stands still.
  public var xRange: ClosedRange<Float>
  public var yRange: ClosedRange<Float>

  public struct Place: Sendable, Equatable {
    public var x: Float
    public var y: Float

    public init(x: Float, y: Float) {
      self.x = x
      self.y = y
    }
  }

  public init(
    points: [Point], data: [Place], weight: Float, bias: Float, xRange: ClosedRange<Float>,
    yRange: ClosedRange<Float>
  ) {
    self.points = points
    self.data = data
    self.weight = weight
    self.bias = bias
    self.xRange = xRange
    self.yRange = yRange
  }
}
