internal import ArgumentParser
internal import Moves
internal import Training

/// `fivemoves train [LESSON]`: the same training without a screen.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a lesson without a screen, a line a report.")

  @OptionGroup var options: RunOptions

  func run() throws {
    try ProcessorCheck.run()
    let trainer = try options.trainer()
    trainer.makesReadings = false
    let printer = Printer.output
    var ledger = Ledger(facts: trainer.facts)
    printer.print(ledger.opening)
    while trainer.completedSteps < trainer.facts.hyperparameters.steps {
      if let summary = trainer.advance().summary { ledger.append(summary).map(printer.print) }
      if trainer.evaluationIsDue { printer.print(ledger.line(for: trainer.evaluate())) }
    }
    printer.print(ledger.closing)
    if let sample = trainer.sample(length: 300) {
      printer.print("\n\(sample.prompt)\(sample.text)")
    }
  }
}
