import Autograd
import Moves

/// The parameters as they were before an update, and what the update changed.
final class UpdateRecord {
  private let old: UnsafeMutableBufferPointer<Float>
  /// What changed in each stretch of each tensor.
  private let changes: UnsafeMutableBufferPointer<Change>
  /// For each stretch a number that is finite where all are that the optimizer keeps for it.
  private let kept: UnsafeMutableBufferPointer<Float>
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
    kept = .allocate(capacity: changes.count)
    kept.initialize(repeating: 0)
  }

  deinit {
    old.deallocate()
    changes.deallocate()
    kept.deallocate()
  }

  /// Takes tensor `i` down stretch by stretch, and then what `update` changed in it.
  ///
  /// - Parameter update: gives a number that is finite where all are that the optimizer keeps there.
  func follow(_ i: Int, _ update: (_ part: Range<Int>) -> Float) {
    let (first, values) = (parameters.range(of: i).lowerBound, parameters.values)
    parameters.inStretches(of: i) { stretch, part in
      let place = first + part.lowerBound..<first + part.upperBound
      _ = old[place].update(fromContentsOf: values[place])
      kept[starts[i] + stretch] = update(part)
      changes[starts[i] + stretch] = Change(from: old[place], to: values[place])
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
    let squares = parameters.tensors.indices.filter(parameters.hasGradient).map { i in
      let size = changes[starts[i]..<starts[i + 1]].reduce(0) { $0 + $1.squaredSize }
      return optimizer.weightDecay(i) * optimizer.weightDecay(i) * size
    }
    return learningRate * squares.reduce(0, +).squareRoot()
  }

  /// What the optimizer keeps that is infinite or not a number; nil where all is finite.
  var lostState: Float? { kept.first { !$0.isFinite } }

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
