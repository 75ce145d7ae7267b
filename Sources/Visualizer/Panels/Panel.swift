/// What can stand beside the chart.
public enum Panel: String, CaseIterable, Sendable {
  /// The loop in PyTorch.
  case code
  /// What the model reads and makes of it.
  case reading
  /// One of the five moves explained, with its figures.
  case move
  /// Every number of a training step, where they all fit.
  case numbers
  /// One parameter through a training step.
  case life
  /// Where the gradient flows, layer by layer.
  case layers
  /// The words of the field.
  case words
  /// A broken run beside its twin.
  case twin
  /// What the counters say is wrong with the loop.
  case signs
  /// The processes that train together.
  case ranks
  /// What a script that is watched prints.
  case output
}
