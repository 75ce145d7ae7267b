internal import Kernels

/// Whether this processor can run the kernels as they were built.
public enum Processor {
  /// The vector instructions that are needed and lacking; empty when all is well.
  public static var missingInstructions: [String] { Kernels.missingInstructions() }
}
