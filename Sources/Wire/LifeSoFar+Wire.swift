internal import JSONText
internal import Moves

extension LifeSoFar: Shaped {
  static var blank: Self { Self() }

  mutating func fill(_ form: inout Form) {
    form.field("now", &now)
    form.field("step", &step, unless: 0)
    form.list("gradients", &gradients)
    form.field("backwards", &backwards, unless: 0)
    form.field("old_gradient", &oldGradient)
    form.field("left", &left)
    form.field("clip_factor", &clipFactor)
    form.field("clipped", &clipped)
    form.field("used_lr", &usedRate)
    form.field("life", &life)
    form.require(step >= 0 && backwards >= 0, "step")
  }
}

extension LifeSoFar.Left: Shaped {
  static var blank: Self { Self(step: 0, isClipped: false) }

  mutating func fill(_ form: inout Form) {
    form.field("step", &step)
    form.field("clipped", &isClipped, unless: false)
  }
}

/// Its micro-batch, and the value where there is one.
extension LifeSoFar.Gradient: Wired {
  init?(_ json: JSON) {
    guard case .array(let parts) = json, parts.count == 2, let microBatch = Int(parts[0]) else {
      return nil
    }
    guard parts[1] != .null else {
      self.init(microBatch: microBatch, value: nil)
      return
    }
    guard let value = Float(parts[1]) else { return nil }
    self.init(microBatch: microBatch, value: value)
  }

  func write(to text: inout String) { text.list(microBatch, value) }
}
