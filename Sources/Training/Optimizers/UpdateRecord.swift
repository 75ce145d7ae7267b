import Autograd
import Moves

/// The parameters as they were before an update, to tell afterwards what the update changed.
final class UpdateRecord {
  private let old: UnsafeMutableBufferPointer<Float>
  private let parameters: Parameters

  init(of parameters: Parameters) {
    self.parameters = parameters
    old = .allocate(capacity: parameters.count)
    old.initialize(repeating: 0)
  }

  deinit { old.deallocate() }

  /// Takes down the parameters as they are now.
  func begin() { _ = old.update(fromContentsOf: parameters.values) }

  /// The parameters as they were taken down last.
  var oldValues: [Float] { Array(old) }

  /// How far each layer moved, and how large it was before.
  var layers: [LayerUpdate] {
    var sums: [LayerUpdate] = []
    for (i, spec) in parameters.specs.enumerated() {
      if sums.last?.layer != spec.layer {
        sums.append(LayerUpdate(layer: spec.layer, updateNorm: 0, parameterNorm: 0))
      }
      let old = UnsafeMutableBufferPointer(rebasing: old[parameters.range(of: i)])
      sums[sums.count - 1].updateNorm += squaredDistance(parameters.tensors[i].values, old)
      sums[sums.count - 1].parameterNorm += squaredSum(old)
    }
    return sums.map {
      LayerUpdate(
        layer: $0.layer, updateNorm: $0.updateNorm.squareRoot(),
        parameterNorm: $0.parameterNorm.squareRoot())
    }
  }

  /// The parameter that changed most; nil where none changed.
  var largestMover: ParameterPlace? {
    let flat = largestChange(old, parameters.values)
    guard old[flat] != parameters.values[flat] else { return nil }
    let tensor = parameters.tensors.indices.first { parameters.range(of: $0) ~= flat } ?? 0
    return ParameterPlace(tensor: tensor, element: flat - parameters.range(of: tensor).lowerBound)
  }

  /// The life of one parameter through this update, with what `optimizer` used and keeps.
  /// Without a gradient it was skipped: gradient and weight decay are 0.
  func life(_ place: ParameterPlace, _ optimizer: any Optimizer) -> ParameterLife {
    let tensor = parameters.tensors[place.tensor]
    precondition(
      tensor.values.indices ~= place.element,
      "element \(place.element) of \(tensor.count) in \(parameters.specs[place.tensor].name)")
    let gradient = tensor.gradient?[place.element]
    return ParameterLife(
      name: parameters.specs[place.tensor].name, index: place.index(in: tensor.shape),
      old: old[parameters.range(of: place.tensor).lowerBound + place.element],
      gradient: gradient ?? 0, moments: optimizer.moments(at: place, of: parameters),
      weightDecay: gradient == nil ? 0 : optimizer.weightDecay(place.tensor),
      new: tensor.values[place.element])
  }
}
