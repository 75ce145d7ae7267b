internal import Training

/// A sentence instead of a crash on a processor that lacks what the program was built for.
enum ProcessorCheck {
  static func run() throws(StartError) {
    let missing = Processor.missingInstructions
    guard missing.isEmpty else { throw .missingInstructions(missing) }
  }
}
