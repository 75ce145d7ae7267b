public import Moves

extension RunFile {
  /// The parameters of a network with these tensors, one after the other.
  /// - Throws: if they are not all there, in their shapes, finite, and nothing else with them.
  public func parameters(of tensors: [TensorFacts]) throws(StorageError) -> [Float] {
    do { return try found(tensors) } catch { throw StorageError(path, error) }
  }

  /// As PyTorch's `state_dict` has them: a tied tensor under each of its names.
  static func parameterTensors(_ facts: [TensorFacts], _ values: [Float]) -> [Safetensors.Tensor] {
    let own = list(facts, values, prefix: "")
    let aliases = zip(facts, own).flatMap { facts, tensor in
      facts.aliases.map { Safetensors.Tensor(name: $0, shape: tensor.shape, values: tensor.values) }
    }
    return own + aliases
  }

  /// Flat numbers as tensors, each named as the parameter is, after `prefix`.
  static func list(
    _ facts: [TensorFacts], _ values: [Float], prefix: String
  ) -> [Safetensors.Tensor] {
    var start = 0
    return facts.map { tensor in
      defer { start += tensor.count }
      return Safetensors.Tensor(
        name: prefix + tensor.name, shape: tensor.shape,
        values: Array(values[start..<start + tensor.count]))
    }
  }

  private func found(_ facts: [TensorFacts]) throws(RunFileError) -> [Float] {
    let known = Set(facts.flatMap { [$0.name] + $0.aliases })
    let unknown = file.tensors.map(\.name).filter { !known.contains($0) && !isOfTraining($0) }
    guard unknown.isEmpty else { throw .unknownTensors(unknown) }
    let missing = facts.filter { copies(of: $0).isEmpty }
    guard missing.isEmpty else { throw .missingTensors(missing.map(\.name)) }
    var values: [Float] = []
    for tensor in facts { values += try parameter(tensor) }
    return values
  }

  private func copies(of facts: TensorFacts) -> [Safetensors.Tensor] {
    ([facts.name] + facts.aliases).compactMap { name in file.tensors.first { $0.name == name } }
  }

  private func parameter(_ facts: TensorFacts) throws(RunFileError) -> [Float] {
    let copies = copies(of: facts)
    for copy in copies {
      guard copy.shape == facts.shape else {
        throw .shape(tensor: copy.name, found: copy.shape, expected: facts.shape)
      }
      if let lost = copy.values.first(where: { !$0.isFinite }) {
        throw .notFinite(tensor: copy.name, lost)
      }
    }
    for (first, second) in zip(copies, copies.dropFirst()) where first.values != second.values {
      throw .tiedDiffer(second.name, first.name)
    }
    return copies.first?.values ?? []
  }
}
