internal import Moves
internal import Testing

private func complaint(_ change: (inout Hyperparameters) -> Void) -> String? {
  var hyperparameters = Hyperparameters()
  change(&hyperparameters)
  do { try hyperparameters.validate() } catch { return error.description }
  return nil
}

@Test func `the defaults can be trained with`() {
  #expect(complaint { _ in } == nil)
}

@Test func `a learning rate of -1 is named, with what it must be`() {
  #expect(
    complaint { $0.learningRate = -1 } == "--learning-rate must be greater than 0, not -1.0.")
}

@Test func `infinity, which is greater than 0, is told to be finite`() {
  let said = complaint { $0.learningRate = .infinity }
  #expect(said == "--learning-rate must be a finite number, greater than 0, not inf.")
}

@Test func `a width too large for its layers is told the largest`() {
  // 2^23 / 128 = 256 * 256.
  #expect(
    complaint { ($0.layers, $0.width, $0.heads) = (128, 260, 1) }
      == "--width must be at most 256 with 128 layers, not 260.")
  #expect(complaint { ($0.layers, $0.width, $0.heads) = (128, 256, 1) } == nil)
}

@Test func `micro-batches must divide the batch`() {
  #expect(
    complaint { ($0.batchSize, $0.microBatches) = (16, 3) }
      == "--micro-batches must be a number that divides --batch-size (16), not 3.")
}

@Test func `of two settings that do not go together the one that the person gave is named`() {
  func complaint(_ given: Set<String>) -> String? {
    var chosen = Hyperparameters()
    (chosen.batchSize, chosen.microBatches) = (7, 4)
    do { try chosen.validate(given: given) } catch { return error.description }
    return nil
  }
  #expect(
    complaint(["--batch-size"])
      == "--batch-size must be a multiple of --micro-batches (4 here), not 7.")
  for given: Set<String> in [["--micro-batches"], ["--batch-size", "--micro-batches"]] {
    #expect(
      complaint(given) == "--micro-batches must be a number that divides --batch-size (7), not 4.")
  }
}

@Test func `heads must divide the width`() {
  #expect(
    complaint { ($0.width, $0.heads) = (64, 5) }
      == "--heads must be a number that divides --width (64), not 5.")
}

@Test(
  arguments: [
    ("--steps", \Hyperparameters.steps), ("--batch-size", \.batchSize),
    ("--micro-batches", \.microBatches), ("--eval-interval", \.evalInterval),
    ("--eval-batches", \.evalBatches), ("--layers", \.layers), ("--heads", \.heads),
    ("--width", \.width), ("--context", \.context),
  ] as [(String, any WritableKeyPath<Hyperparameters, Int> & Sendable)])
func `a count of zero is named by its option`(
  option: String, path: any WritableKeyPath<Hyperparameters, Int> & Sendable
) {
  #expect(complaint { $0[keyPath: path] = 0 } == "\(option) must be at least 1, not 0.")
}

@Test(
  arguments: [
    ("--steps", \Hyperparameters.steps), ("--warmup", \.warmup),
    ("--eval-interval", \.evalInterval), ("--eval-batches", \.evalBatches),
  ] as [(String, any WritableKeyPath<Hyperparameters, Int> & Sendable)])
func `a count from which nobody could count on is refused`(
  option: String, path: any WritableKeyPath<Hyperparameters, Int> & Sendable
) {
  #expect(complaint { $0[keyPath: path] = 1_000_000_000_000 } == nil)
  let words = "\(option) must be at most 1000000000000, not \(Int.max)."
  #expect(complaint { $0[keyPath: path] = .max } == words)
}

@Test(
  arguments: [
    ("--learning-rate", \Hyperparameters.learningRate), ("--min-learning-rate", \.minLearningRate),
    ("--max-norm", \.maxNorm), ("--weight-decay", \.weightDecay), ("--beta1", \.beta1),
    ("--beta2", \.beta2), ("eps", \.eps), ("--dropout", \.dropout), ("--init-std", \.initStd),
  ] as [(String, any WritableKeyPath<Hyperparameters, Double> & Sendable)])
func `what is not a number, or is below zero, is named by its option`(
  option: String, path: any WritableKeyPath<Hyperparameters, Double> & Sendable
) {
  for number in [Double.nan, -0.5] {
    let said = complaint { $0[keyPath: path] = number }
    #expect(said?.hasPrefix("\(option) must be ") == true)
    #expect(said?.hasSuffix("not \(number.isNaN ? "NaN" : "-0.5").") == true)
  }
}

@Test func `dropout and betas stay below 1`() {
  #expect(complaint { $0.dropout = 1 }?.hasPrefix("--dropout") == true)
  #expect(complaint { $0.beta1 = 1 }?.hasPrefix("--beta1") == true)
  #expect(complaint { $0.beta2 = 1 }?.hasPrefix("--beta2") == true)
}

@Test func `a minimum that nobody chose follows a lower rate and keeps its share of it`() {
  var before = Hyperparameters()
  (before.learningRate, before.minLearningRate) = (0.1, 0.01)
  for (rate, minimum) in [(0.1, 0.01), (0.9, 0.01), (0.05, 0.005), (0.001, 0.0001)] {
    var chosen = before
    chosen.learningRate = rate
    chosen.lowerMinimum(from: before)
    #expect(chosen.minLearningRate == minimum)
  }
}

@Test func `a minimum above the rate is named with both`() {
  var chosen = Hyperparameters()
  (chosen.learningRate, chosen.minLearningRate) = (0.1, 0.1)
  #expect(throws: Never.self) { try chosen.validateMinimum() }
  chosen.minLearningRate = 0.11
  let error = #expect(throws: HyperparameterError.self) { try chosen.validateMinimum() }
  #expect(
    error?.description == "--min-learning-rate must be at most --learning-rate (0.1), not 0.11.")
}

@Test func `every hyperparameter has one row, in whose name the words of its own are joined`() {
  let own = Mirror(reflecting: Hyperparameters()).children.compactMap(\.label)
  let joined = own.map { $0.reduce("") { $0 + ($1.isUppercase ? "_" : "") + $1.lowercased() } }
  #expect(Hyperparameter.all.map(\.name) == joined)
}

@Test func `what a row writes, it reads back`() {
  for row in Hyperparameter.all {
    var chosen = Hyperparameters()
    let text = row.name == "optimizer" ? "sgd" : row.kind == .number ? "0.125" : "7"
    #expect(row.text(chosen) != text && row.set(&chosen, text) && row.text(chosen) == text)
    #expect(!row.set(&chosen, "seven") && row.text(chosen) == text)
  }
}
