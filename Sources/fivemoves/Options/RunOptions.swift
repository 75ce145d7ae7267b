public import ArgumentParser
public import Moves
internal import Training

/// What can be set about a run, with or without a screen; each name is a hyperparameter's.
struct RunOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "What to learn: \(Lessons.all.map(\.name).joined(separator: ", ")) (default: story).",
      valueName: "lesson"))
  var chosenLesson: String?

  var lesson: String {
    get { chosenLesson ?? "story" }
    set { chosenLesson = newValue }
  }

  @Option(
    name: .customLong("break"), parsing: .unconditional,
    help: "A mistake to make in the loop; fivemoves breakages lists them.")
  var breakageName: String?

  @Option(
    parsing: .unconditional,
    help: "Fixes everything that is left to chance.",
    transform: Typed.count)
  var seed: UInt64?

  @Option(
    parsing: .unconditional,
    help: "Training steps that the schedule is made for.",
    transform: Typed.whole)
  var steps: Int?

  @Option(parsing: .unconditional, help: "Examples of one training step.", transform: Typed.whole)
  var batchSize: Int?

  @Option(
    parsing: .unconditional,
    help: "Parts a batch is split into; their gradients add up.",
    transform: Typed.whole)
  var microBatches: Int?

  @Option(
    parsing: .unconditional,
    help: "The highest learning rate of the schedule.",
    transform: Typed.number)
  var learningRate: Double?

  @Option(
    parsing: .unconditional,
    help: "The learning rate at the schedule's end; unset, it follows a lower --learning-rate.",
    transform: Typed.number)
  var minLearningRate: Double?

  @Option(
    parsing: .unconditional,
    help: "Steps in which the learning rate rises.",
    transform: Typed.whole)
  var warmup: Int?

  @Option(
    parsing: .unconditional,
    help: "The ceiling for the norm of all gradients together.",
    transform: Typed.number)
  var maxNorm: Double?

  @Option(
    parsing: .unconditional,
    help: "How fast weights shrink on their own.",
    transform: Typed.number)
  var weightDecay: Double?

  @Option(
    parsing: .unconditional,
    help: "AdamW: how slowly its mean of the gradients forgets.",
    transform: Typed.number)
  var beta1: Double?

  @Option(
    parsing: .unconditional,
    help: "AdamW: how slowly its mean of their squares forgets.",
    transform: Typed.number)
  var beta2: Double?

  @Option(help: "What changes the parameters: adamw or sgd.")
  var optimizer: Hyperparameters.Optimizer?

  @Option(
    parsing: .unconditional,
    help: "Steps from one evaluation to the next.",
    transform: Typed.whole)
  var evalInterval: Int?

  @Option(
    parsing: .unconditional,
    help: "Batches that an evaluation measures.",
    transform: Typed.whole)
  var evalBatches: Int?

  @Option(
    parsing: .unconditional,
    help: "Threads that compute, 1 or 2; the figures are the same (default: 1).",
    transform: Typed.whole)
  var threads: Int?

  @Option(
    parsing: .unconditional,
    help: "The share of values that dropout sets to 0.",
    transform: Typed.number)
  var dropout: Double?

  @Option(
    parsing: .unconditional,
    help: "The spread of the first random parameters of a GPT.",
    transform: Typed.number)
  var initStd: Double?

  @Option(
    parsing: .unconditional,
    help: "The layers of a GPT, the hidden layers of an MLP.",
    transform: Typed.whole)
  var layers: Int?

  @Option(
    parsing: .unconditional,
    help: "The attention heads of each layer of a GPT.",
    transform: Typed.whole)
  var heads: Int?

  @Option(
    parsing: .unconditional,
    help: "Numbers that stand for one character in a GPT; units in each hidden layer of an MLP.",
    transform: Typed.whole)
  var width: Int?

  @Option(parsing: .unconditional, help: "Characters a GPT sees at once.", transform: Typed.whole)
  var context: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A text of your own, in UTF-8, to learn from (\(Lessons.readingText.joined(separator: ", "))).",
      valueName: "file"))
  var text: String?

  /// - Throws: the first thing that a run cannot begin with.
  func check() throws {
    try checkOptions()
    do {
      let chosen = try hyperparameters()
      try chosen.validate()
      try chosen.validateMinimum()
      try breakage()?.check(chosen)
      try validateText()
      try checkUse(of: chosen, in: lesson)
    } catch let error as HyperparameterError {
      throw ValidationError(error.description)
    } catch let error as BreakageError {
      throw ValidationError(error.description)
    }
  }

  /// What cannot be, whichever lesson it is for.
  func checkOptions() throws {
    if let threads, !(1...2 ~= threads) {
      throw ValidationError("--threads must be 1 or 2, not \(threads).")
    }
    if text?.isEmpty == true { throw ValidationError("--text needs the path of a file.") }
  }

  private func validateText() throws(ValidationError) {
    guard text != nil, !Lessons.readingText.contains(lesson) else { return }
    throw ValidationError(TrainingError.readsNoText(lesson).description)
  }

  /// The mistake that was asked for.
  func breakage() throws(BreakageError) -> Breakage? {
    guard let name = breakageName else { return nil }
    guard let breakage = Breakage.named(name) else { throw .unknown(name) }
    return breakage
  }

  /// The run that was asked for, ready for its first move.
  func trainer(for use: MemoryCheck.Use, inKiosk: Bool = false) throws -> Trainer {
    let (chosen, text) = (try hyperparameters(), try ownText(for: lesson, inKiosk: inKiosk))
    let runs = breakageName == nil ? 1 : 2
    try MemoryCheck(
      lesson: lesson, text: text, use: use, runs: runs, breakage: breakage(), inKiosk: inKiosk)?
      .check(chosen)
    let trainer = try Trainer(lesson: lesson, hyperparameters: chosen, text: text)
    trainer.threads = threads ?? 1
    return trainer
  }

  func ownText(for lesson: String, inKiosk: Bool = false) throws -> OwnText? {
    let limit = MemoryLimit.lowest(inKiosk: inKiosk)
    return try text.map { try TextFile($0, for: lesson, limit: limit).text() }
  }

  /// The lesson's defaults, with what the person set in their place.
  func hyperparameters() throws(ValidationError) -> Hyperparameters {
    guard let facts = Lessons.named(lesson) else {
      throw ValidationError(
        TrainingError.unknownLesson(lesson, known: Lessons.all.map(\.name)).description)
    }
    var chosen = facts.defaults
    for setting in settings { setting.apply(&chosen) }
    if minLearningRate == nil { chosen.lowerMinimum(from: facts.defaults) }
    return chosen
  }

  /// The words that ask for this very run again.
  func command(seed: UInt64) -> String {
    let words = settings.filter { $0.option != "--seed" }.map { " \($0.option) \($0.value)" }
    let broken = breakageName.map { " --break \($0)" } ?? ""
    let file = text.map { " --text \(ShellWord($0).quoted)" } ?? ""
    return "fivemoves \(lesson)\(broken) --seed \(seed)\(words.joined())\(file)"
  }
}

extension Hyperparameters.Optimizer: ExpressibleByArgument {}
