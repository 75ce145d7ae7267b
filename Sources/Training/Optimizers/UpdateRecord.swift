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

  /// How far each layer moved and how large it was before, and the parameter that changed most; nil
  /// where none changed.
  func changes(findsLargest: Bool = true) -> (layers: [LayerUpdate], largestMover: ParameterPlace?)
  {
    var layers: [LayerUpdate] = []
    var largest: (size: UInt32, tensor: Int, stretch: Range<Int>) = (0, 0, 0..<0)
    for (i, spec) in parameters.specs.enumerated() {
      if layers.last?.layer != spec.layer {
        layers.append(LayerUpdate(layer: spec.layer, updateNorm: 0, parameterNorm: 0))
      }
      for stretch in stretches(of: parameters.range(of: i)) {
        let change = Change(from: old[stretch], to: parameters.values[stretch])
        layers[layers.count - 1].updateNorm += change.squaredDistance
        layers[layers.count - 1].parameterNorm += change.squaredSize
        if change.largest > largest.size { largest = (change.largest, i, stretch) }
      }
    }
    for i in layers.indices {
      layers[i].updateNorm.formSquareRoot()
      layers[i].parameterNorm.formSquareRoot()
    }
    guard findsLargest else { return (layers, nil) }
    return (layers, place(of: largest.size, in: largest.stretch, tensor: largest.tensor))
  }

  /// Parts of so few numbers that the one which moved most is soon found.
  private func stretches(of range: Range<Int>) -> some Sequence<Range<Int>> {
    stride(from: range.lowerBound, to: range.upperBound, by: 1024).lazy.map {
      $0..<min($0 + 1024, range.upperBound)
    }
  }

  private func place(of size: UInt32, in stretch: Range<Int>, tensor: Int) -> ParameterPlace? {
    let flat = stretch.first {
      (parameters.values[$0] - old[$0]).bitPattern & 0x7FFF_FFFF == size
    }
    let start = parameters.range(of: tensor).lowerBound
    return flat.map { ParameterPlace(tensor: tensor, element: $0 - start) }
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
