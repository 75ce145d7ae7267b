/// A classic mistake in the training loop: another recipe, or other hyperparameters.
public struct Breakage: Sendable, Equatable {
  /// As `--break` knows it.
  public let name: String
  /// What is changed, in one sentence.
  public let change: String
  /// What to look at while it runs.
  public let look: String
  /// What the loss does not tell, said where the curves of both runs look alike.
  public let hidden: String
  /// What proves the mistake; nil for a loop put together by hand.
  public let sign: Sign.Kind?
  /// Where it is seen best; nil for a loop put together by hand.
  public let place: Place?
  private let plantsBadBatch: Bool
  private let edit: @Sendable (inout Recipe, inout Hyperparameters) -> Void
  private let need: Need?

  /// What a run must have for the mistake to make a difference.
  enum Need: Sendable {
    case microBatches
    case dropout
    case warmup
    case neighbours
  }

  init(
    _ name: String, change: String, look: String, hidden: String, sign: Sign.Kind?,
    place: Place? = nil, plantsBadBatch: Bool = false, need: Need? = nil,
    edit: @escaping @Sendable (inout Recipe, inout Hyperparameters) -> Void
  ) {
    (self.name, self.change, self.look, self.hidden) = (name, change, look, hidden)
    (self.sign, self.place, self.plantsBadBatch) = (sign, place, plantsBadBatch)
    (self.need, self.edit) = (need, edit)
  }

  public static func == (first: Breakage, second: Breakage) -> Bool { first.name == second.name }

  /// The guess to make before it runs.
  public func question(after steps: Int) -> String {
    "Which curve will be lower after \(steps.counted("step"))?"
  }

  /// What is changed, in as few words as a list has room for.
  public var brief: String {
    let words = change.prefix { $0 != ":" && $0 != "," }
    return String(words.last == "." ? words.dropLast() : words)
  }

  /// A loop with the mistake, and its twin without: the same in all else.
  /// - Parameter start: the training steps that are complete when the mistake is made.
  public func loops(of loop: Loop, from start: Int = 0) -> (broken: Loop, twin: Loop) {
    var twin = loop
    if plantsBadBatch { twin.recipe.badBatch = start + Self.stepsUntilBadBatch }
    var broken = twin
    edit(&broken.recipe, &broken.hyperparameters)
    return (broken, twin)
  }

  static let stepsUntilBadBatch = 40

  /// After so many steps it is told what happened.
  public static let stepsToGuess = 100

  /// The same in a run of so many: at its end, unless the batch that shows the mistake comes later.
  /// - Parameter start: the training steps that are complete when the mistake is made.
  public func stepsToGuess(in steps: Int, from start: Int) -> Int {
    let left = steps - start
    let isShown = left >= (plantsBadBatch ? Self.stepsUntilBadBatch : 1)
    return isShown ? min(left, Self.stepsToGuess) : Self.stepsToGuess
  }

  /// - Throws: if the mistake would change nothing in such a run.
  public func check(
    _ chosen: Hyperparameters, hasDropout: Bool, from start: Int = 0
  ) throws(BreakageError) {
    guard let reason = objection(chosen, hasDropout: hasDropout, from: start) else { return }
    throw .withoutEffect(name, because: reason)
  }

  /// Why the mistake would change nothing in a run of these facts; nil where it matters.
  public func objection(in facts: RunFacts, from start: Int) -> String? {
    facts.hyperparameters.flatMap {
      objection($0, hasDropout: facts.hasDropout, from: start)
    }
  }

  /// Why the mistake would change nothing in such a run, and the way out; nil where it matters.
  /// - Parameters:
  ///   - hasDropout: whether the network has dropout to switch off.
  ///   - start: the training steps that are complete when the mistake is made.
  public func objection(
    _ chosen: Hyperparameters, hasDropout: Bool, from start: Int = 0
  ) -> String? {
    switch need {
    case .microBatches where chosen.microBatches < 2:
      "a step has one micro-batch, so there is nothing to divide by; try --micro-batches 4"
    case .dropout where !hasDropout:
      "this network has no dropout for eval() to switch off; try story"
    case .dropout where chosen.dropout == 0:
      "there is no dropout for eval() to switch off; try story, or --dropout 0.1"
    case .warmup where chosen.warmup == 0:
      "the schedule has no warmup to leave out; try --warmup 20"
    case .warmup where start >= chosen.warmup:
      "the warmup ended with step \(chosen.warmup); start the run again, and break it then"
    case .neighbours where chosen.batchSize < 2:
      "a step reads one example, which has no neighbour; try --batch-size 4"
    default: nil
    }
  }
}

/// The moves and the hyperparameters of a run.
public struct Loop: Sendable, Equatable {
  public var recipe: Recipe
  public var hyperparameters: Hyperparameters

  public init(recipe: Recipe = .correct, hyperparameters: Hyperparameters) {
    self.recipe = recipe
    self.hyperparameters = hyperparameters
  }
}
