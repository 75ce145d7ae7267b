import Autograd
import JSONText
public import Moves
public import Training

private let meanPrefix = "optimizer.exp_avg."
private let squarePrefix = "optimizer.exp_avg_sq."
private let gradientPrefix = "gradient."

extension RunFile {
  /// Where the training of `facts` can go on from.
  /// - Throws: if the file is no checkpoint, or of another network.
  public func snapshot(for facts: RunFacts) throws(StorageError) -> Snapshot {
    do {
      guard try vocabulary() == facts.vocabulary else {
        throw RunFileError.otherVocabulary(try dataFacts(), here: facts.data)
      }
      let values = try parameters(of: facts.tensors)
      return try training(facts, values)
    } catch let error as RunFileError {
      throw StorageError(path, error)
    } catch {
      throw error as? StorageError ?? StorageError(path, "\(error)")
    }
  }

  /// - Throws: if the file tells the symbols of a network that writes, and they are not those of
  ///   the network of `facts`, which writes too.
  public func checkVocabulary(of facts: RunFacts) throws(StorageError) {
    guard file["vocabulary"] != nil, !facts.vocabulary.isEmpty else { return }
    do {
      let known = try vocabulary()
      guard known.isEmpty || known == facts.vocabulary else {
        throw RunFileError.otherVocabulary(try dataFacts(), here: facts.data)
      }
    } catch {
      throw StorageError(path, "\(error)")
    }
  }

  func isOfTraining(_ name: String) -> Bool {
    [meanPrefix, squarePrefix, gradientPrefix].contains { name.hasPrefix($0) }
  }

  private func training(
    _ facts: RunFacts, _ values: [Float]
  ) throws(RunFileError) -> Snapshot {
    guard file["random.batches"] != nil else { throw .noTraining }
    let isThere = facts.tensors.map { tensor in
      file.tensors.contains { $0.name == gradientPrefix + tensor.name }
    }
    let gradients = try numbers(facts, gradientPrefix, isThere)
    return Snapshot(
      completedSteps: try count("step"), clippedSteps: try count("clipped_steps"),
      evaluationIsDue: try count("evaluation_is_due") == 1,
      model: ModelState(
        values: values, gradients: isThere.contains(true) ? gradients : [], hasGradient: isThere),
      optimizer: try optimizer(facts),
      random: RandomState(
        batches: try generator("random.batches"), sampling: try generator("random.sampling"),
        dropout: try dropout()))
  }

  private func optimizer(_ facts: RunFacts) throws(RunFileError) -> OptimizerState {
    guard facts.settings.optimizer?.kind == .adamw else { return OptimizerState() }
    let text = try metadata("optimizer.steps")
    let steps = (try? JSONReader.read(Array(text.utf8)[...]))?.counts
    guard let steps, steps.count == facts.tensors.count, steps.allSatisfy({ $0 <= Int32.max })
    else {
      throw .metadata("optimizer.steps", found: text, expected: "a count for each tensor")
    }
    let all = facts.tensors.map { _ in true }
    return OptimizerState(
      m: try numbers(facts, meanPrefix, all), v: try numbers(facts, squarePrefix, all), steps: steps
    )
  }

  /// The numbers kept for each parameter, flat; 0 for tensors that have none.
  private func numbers(
    _ facts: RunFacts, _ prefix: String, _ isThere: [Bool]
  ) throws(RunFileError) -> [Float] {
    var numbers: [Float] = []
    for (tensor, isThere) in zip(facts.tensors, isThere) {
      numbers +=
        isThere
        ? try kept(prefix + tensor.name, tensor.shape) : Array(repeating: 0, count: tensor.count)
    }
    return numbers
  }

  private func kept(_ name: String, _ shape: [Int]) throws(RunFileError) -> [Float] {
    let tensor = file.tensors.first { $0.name == name }
    guard let tensor, tensor.shape == shape else {
      throw .state(tensor: name, found: tensor?.shape)
    }
    if let lost = tensor.values.first(where: \.isNaN) { throw .notFinite(tensor: name, lost) }
    return tensor.values
  }

  private func generator(_ name: String) throws(RunFileError) -> MersenneTwister {
    let text = try metadata(name)
    guard let generator = MersenneTwister(text: text) else {
      throw .metadata(name, found: text, expected: "the state of a random stream")
    }
    return generator
  }

  private func dropout() throws(RunFileError) -> DropoutStream.State? {
    guard let text = file["random.dropout"] else { return nil }
    guard let state = DropoutStream.State(text: text) else {
      throw .metadata("random.dropout", found: text, expected: "the state of a random stream")
    }
    return state
  }
}

extension Safetensors {
  /// Adds what training keeps beside the parameters.
  mutating func add(_ snapshot: Snapshot, _ facts: [TensorFacts]) {
    precondition(snapshot.position == 0, "a checkpoint at move \(snapshot.position) of a step")
    let state = snapshot.optimizer
    if !state.steps.isEmpty {
      tensors += RunFile.list(facts, state.m, prefix: meanPrefix)
      tensors += RunFile.list(facts, state.v, prefix: squarePrefix)
    }
    if !snapshot.model.gradients.isEmpty {
      let gradients = RunFile.list(facts, snapshot.model.gradients, prefix: gradientPrefix)
      tensors += zip(gradients, snapshot.model.hasGradient).filter(\.1).map(\.0)
    }
    metadata += snapshot.metadata
  }
}

extension Snapshot {
  fileprivate var metadata: [Safetensors.Entry] {
    var entries = [
      ("clipped_steps", "\(clippedSteps)"),
      ("evaluation_is_due", evaluationIsDue ? "1" : "0"),
      ("random.batches", random.batches.text), ("random.sampling", random.sampling.text),
    ]
    if let dropout = random.dropout { entries.append(("random.dropout", dropout.text)) }
    if !optimizer.steps.isEmpty {
      entries.append(("optimizer.steps", JSON.list(optimizer.steps).description))
    }
    return entries.map { Safetensors.Entry(name: $0.0, value: $0.1) }
  }
}
