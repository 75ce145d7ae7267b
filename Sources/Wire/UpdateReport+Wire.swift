internal import JSONText
internal import Moves

extension UpdateReport: Shaped {
  static var blank: Self {
    Self(
      learningRate: 0, nextLearningRate: nil, updateNorm: nil, parameterNorm: nil, updated: 0,
      skipped: 0)
  }

  mutating func fill(_ form: inout Form) {
    form.field("used_lr", &learningRate)
    form.field("next_lr", &nextLearningRate)
    form.field("update_norm", &updateNorm)
    form.field("parameter_norm", &parameterNorm)
    form.field("decay_norm", &decayNorm, unless: 0)
    form.field("updated", &updated)
    form.field("skipped", &skipped, unless: 0)
    form.field("with_state", &withState)
    form.field("largest_mover", &largestMover)
    form.list("lives", &watched)
    fillLayers(&form)
    form.field("lost_square", &lostSquare)
    form.field("reading", &reading)
  }
}

extension UpdateReport {
  /// The run's layers in their order need no names.
  private mutating func fillLayers(_ form: inout Form) {
    let names = form.context?.layers ?? []
    let isUsual = layers.map(\.layer) == names
    var updates = isUsual ? layers.map(\.updateNorm) : []
    var parameters = isUsual ? layers.map(\.parameterNorm) : []
    form.list("layer_update_norms", &updates)
    form.list("layer_parameter_norms", &parameters)
    var named = updates.isEmpty ? layers : []
    form.list("layers", &named)
    guard form.isReading else { return }
    form.require(
      updates.count == parameters.count && (updates.isEmpty || updates.count == names.count),
      "layer_update_norms")
    layers =
      updates.isEmpty
      ? named
      : zip(names, zip(updates, parameters)).map {
        LayerUpdate(layer: $0, updateNorm: $1.0, parameterNorm: $1.1)
      }
  }
}

extension LayerUpdate: Wired {
  init?(_ json: JSON) {
    guard case .array(let parts) = json, parts.count == 3, let layer = String(parts[0]),
      let update = Double(parts[1]), let parameter = Double(parts[2])
    else { return nil }
    self.init(layer: layer, updateNorm: update, parameterNorm: parameter)
  }

  func write(to text: inout String) { text.list(layer, updateNorm, parameterNorm) }
}

extension ParameterLife: Shaped {
  static var blank: Self {
    Self(name: "", index: [], old: 0, gradient: 0, moments: nil, weightDecay: 0, new: 0)
  }

  mutating func fill(_ form: inout Form) {
    form.field("name", &name)
    form.field("index", &index)
    form.field("old", &old)
    form.field("gradient", &gradient)
    form.field("moments", &moments)
    form.field("weight_decay", &weightDecay)
    form.field("new", &new)
    form.list("gradients_so_far", &gradientsSoFar)
  }
}

extension ParameterLife.Moments: Shaped {
  static var blank: Self { Self(m: 0, v: 0, mHat: 0, vHat: 0, updates: 1) }

  mutating func fill(_ form: inout Form) {
    form.field("m", &m)
    form.field("v", &v)
    form.field("m_hat", &mHat)
    form.field("v_hat", &vHat)
    form.field("updates", &updates)
    form.field("before", &before)
  }
}

extension ParameterLife.Moments.Before: Shaped {
  static var blank: Self { Self(m: 0, v: 0) }

  mutating func fill(_ form: inout Form) {
    form.field("m", &m)
    form.field("v", &v)
  }
}

extension WatchedParameter: Shaped {
  static var blank: Self {
    Self(place: ParameterPlace(tensor: 0, element: 0), value: 0, gradient: nil)
  }

  mutating func fill(_ form: inout Form) {
    form.field("tensor", &place.tensor)
    form.field("element", &place.element)
    form.field("value", &value)
    form.field("gradient", &gradient)
  }
}
