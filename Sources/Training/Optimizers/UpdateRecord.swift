import Autograd
import Moves

/// The parameters as they were before an update, and what the update changed.
final class UpdateRecord {
  private let old: UnsafeMutableBufferPointer<Float>
  /// What changed in each stretch of each tensor.
  private let changes: UnsafeMutableBufferPointer<Change>
  /// Where the stretches of each tensor begin, and where the last one's end.
  private let starts: [Int]
  private let parameters: Parameters

  init(of parameters: Parameters) {
    self.parameters = parameters
    old = .allocate(capacity: parameters.count)
    old.initialize(repeating: 0)
    starts = parameters.tensors.indices.reduce(into: [0]) { starts, i in
      starts.append(starts[i] + parameters.stretchCount(of: i))
    }
    changes = .allocate(capacity: starts.last ?? 0)
    changes.initialize(repeating: Change())
  }

  deinit {
    old.deallocate()
    changes.deallocate()
  }

  /// Takes down what `update` changes in tensor `i`, stretch by stretch.
  ///
  /// - Parameter update: leaves the tensor's numbers as they were in `old`, those of the stretch.
  func follow(
    _ i: Int,
    _ update: (_ part: Range<Int>, _ old: UnsafeMutableBufferPointer<Float>) -> Change
  ) {
    let old = UnsafeMutableBufferPointer(rebasing: old[parameters.range(of: i)])
    let first = starts[i]
    parameters.inStretches(of: i) { stretch, part in changes[first + stretch] = update(part, old) }
  }

  /// Takes down that nothing changes in tensor `i`.
  func keep(_ i: Int) {
    let values = parameters.tensors[i].values
    follow(i) { part, old in
      _ = old[part].update(fromContentsOf: values[part])
      return Change(from: old[part], to: values[part])
    }
  }

  /// The parameters as they were taken down last.
  var oldValues: [Float] { Array(old) }

  /// How far the parameters moved together, and how large they were before.
  var norms: (update: Double, parameters: Double) {
    var (distance, size) = (0.0, 0.0)
    for change in changes {
      distance += change.squaredDistance
      size += change.squaredSize
    }
    return (distance.squareRoot(), size.squareRoot())
  }

  /// How far weight decay alone moved the parameters: learning rate × weight decay × their size.
  func decayNorm(_ optimizer: any Optimizer, learningRate: Double) -> Double {
    var squares = 0.0
    for i in parameters.tensors.indices where parameters.hasGradient(i) {
      let decay = optimizer.weightDecay(i)
      if decay == 0 { continue }
      var size = 0.0
      for stretch in starts[i]..<starts[i + 1] { size += changes[stretch].squaredSize }
      squares += decay * decay * size
    }
    return learningRate * squares.squareRoot()
  }

  /// What the optimizer keeps that is infinite or not a number; nil where all is finite.
  var lostState: Float? { changes.first { !$0.kept.isFinite }?.kept }

  /// The same norms layer by layer.
  var layers: [LayerUpdate] {
    var layers: [LayerUpdate] = []
    for (i, spec) in parameters.specs.enumerated() {
      if layers.last?.layer != spec.layer {
        layers.append(LayerUpdate(layer: spec.layer, updateNorm: 0, parameterNorm: 0))
      }
      for change in changes[starts[i]..<starts[i + 1]] {
        layers[layers.count - 1].updateNorm += change.squaredDistance
        layers[layers.count - 1].parameterNorm += change.squaredSize
      }
    }
    for i in layers.indices {
      layers[i].updateNorm.formSquareRoot()
      layers[i].parameterNorm.formSquareRoot()
    }
    return layers
  }

  /// The parameter that changed most; nil where none changed.
  var largestMover: ParameterPlace? {
    guard let size = changes.lazy.map(\.largest).max(), size > 0,
      let stretch = changes.firstIndex(where: { $0.largest == size }),
      let tensor = starts.lastIndex(where: { $0 <= stretch })
    else { return nil }
    let (first, values) = (parameters.range(of: tensor).lowerBound, parameters.values)
    let element = parameters.stretch(stretch - starts[tensor], of: tensor).first {
      (values[first + $0] - old[first + $0]).bitPattern & 0x7FFF_FFFF == size
    }
    return element.map { ParameterPlace(tensor: tensor, element: $0) }
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
