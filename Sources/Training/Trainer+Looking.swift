import Autograd
import Models
public import Moves

/// Looking at the network under `eval()` and `no_grad()`, and without a trace in training.
extension Trainer {
  /// What the network makes, as it is now, of the examples that training reads next.
  public func firstReading() -> Reading {
    var sampler = nextSampler()
    return looking { tape in
      task.reading(
        of: task.forward(
          hyperparameters.microBatchSize, from: .training, drawnFrom: &sampler, on: tape))
    }
  }

  /// The examples that the last forward pass read, where the lesson tells them.
  public func batch() -> Batch? { livePass().flatMap(task.batch) }

  /// Watches these parameters from now on, and tells what they are; a place that this network does
  /// not have is another one's.
  public func watch(_ places: [ParameterPlace]) -> [WatchedParameter] {
    watched = places.filter { place in
      parameters.tensors.indices.contains(place.tensor)
        && parameters.tensors[place.tensor].values.indices.contains(place.element)
    }
    return watchedNow
  }

  /// A sample that a person asked for, and whether it left everything as it was.
  public func sampleAside(length: Int) -> SampleReport {
    let before = ModelState(of: parameters)
    let sample = sample(length: length)
    return SampleReport(
      step: completedSteps, sample: sample, unchanged: before.isStill(parameters))
  }

  /// Text of `length` symbols after the lesson's prompt, another at each call; nil for a network
  /// that does not write.
  public func sample(length: Int) -> Sample? { sample(length: length, drawnFrom: &sampling) }

  func sample(
    length: Int, drawnFrom random: inout MersenneTwister, callsEval: Bool = true
  ) -> Sample? {
    let writing = looking(callsEval: callsEval) {
      task.write(SamplingOptions(length: length), drawnFrom: &random, on: $0)
    }
    return writing.map {
      Sample(step: completedSteps, prompt: $0.prompt, text: $0.text, names: $0.names)
    }
  }

  private func looking<Seen>(callsEval: Bool = true, _ look: (Tape) -> Seen) -> Seen {
    lookingTape.reset()
    return switched(callsEval: callsEval, usesNoGrad: true, look)
  }

  /// `eval()` and `no_grad()`, or what is called of them, for as long as `look` takes, on a tape
  /// apart.
  func switched<Seen>(callsEval: Bool, usesNoGrad: Bool, _ look: (Tape) -> Seen) -> Seen {
    let wasTraining = task.model.isTraining
    if callsEval { task.model.isTraining = false }
    defer { task.model.isTraining = wasTraining }
    guard usesNoGrad else { return look(lookingTape) }
    return lookingTape.noGrad { look(lookingTape) }
  }
}
