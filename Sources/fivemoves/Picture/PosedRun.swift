internal import Canvas
internal import Moves
internal import Training
internal import Visualizer

/// A lesson of our own engine, joined to the screen without a terminal.
struct PosedRun {
  let options: RunOptions

  func tandem(_ drawing: App.Options) throws -> Tandem {
    let trainer = try options.trainer(for: .watched(memoryForGoingBack: Self.memoryForGoingBack))
    let breakage = try options.breakage()
    try breakage?.check(trainer.hyperparameters, hasDropout: trainer.facts.hasDropout)
    let source = TrainerSource(trainer, memory: Self.memoryForGoingBack)
    let app = App(
      run: source.facts, reading: trainer.firstReading(), options: drawing,
      abilities: source.abilities, breakage: breakage)
    return Tandem(app, source)
  }

  /// Nobody goes back here.
  private static let memoryForGoingBack = 4 << 20
}
