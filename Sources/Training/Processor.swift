internal import Autograd

/// Whether this processor can run the engine as it was built.
public enum Processor {
  /// The vector instructions that are needed and lacking; empty when all is well.
  public static var missingInstructions: [String] {
    Autograd.missingInstructions().map { $0.uppercased() }
  }

  /// The vector instructions that the loops use on it.
  public static var instructionSet: String { Autograd.instructionSet }
}
