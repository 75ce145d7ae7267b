internal import Moves

extension EvaluationReport: Shaped {
  static var blank: Self { Self(step: 0, trainLoss: nil, validationLoss: nil) }

  mutating func fill(_ form: inout Form) {
    form.field("step", &step)
    form.told("train_loss", &trainLoss)
    form.told("val_loss", &validationLoss)
    form.field("twin_val_loss", &twinValidationLoss)
    form.field("train_accuracy", &trainAccuracy)
    form.field("val_accuracy", &validationAccuracy)
    form.field("batches", &batches)
    form.field("sample", &sample)
    form.field("unchanged", &unchanged)
    form.field("seconds", &seconds)
    form.field("scheduled", &isScheduled, unless: true)
    form.field("partial", &isPartial, unless: false)
    form.field("masks", &masks, unless: 0)
    form.field("recorded", &recorded, unless: 0)
    form.field("recorded_numbers", &recordedNumbers, unless: 0)
    form.field("val_loss_again", &validationLossAgain)
    form.require(step >= 0, "step")
  }
}

extension Sample: Shaped {
  static var blank: Self { Self(step: 0, prompt: "", text: "") }

  mutating func fill(_ form: inout Form) {
    form.field("step", &step)
    form.field("prompt", &prompt, unless: "")
    form.field("text", &text, unless: "")
    form.list("names", &names)
  }
}

extension InventedName: Shaped {
  static var blank: Self { Self(text: "", isKnown: false) }

  mutating func fill(_ form: inout Form) {
    form.field("text", &text)
    form.field("known", &isKnown, unless: false)
  }
}

extension SampleReport: Shaped {
  static var blank: Self { Self(step: 0, sample: nil, unchanged: true) }

  mutating func fill(_ form: inout Form) {
    form.field("step", &step)
    form.field("sample", &sample)
    form.field("unchanged", &unchanged)
    form.require(step >= 0, "step")
  }
}

extension GradientCheck: Shaped {
  static var blank: Self {
    Self(step: 0, norm: 0, loss: 0, lossBack: 0, lossOn: 0, distance: 0, unchanged: true)
  }

  mutating func fill(_ form: inout Form) {
    form.field("step", &step)
    form.field("norm", &norm)
    form.field("loss", &loss)
    form.field("loss_back", &lossBack)
    form.field("loss_on", &lossOn)
    form.field("distance", &distance)
    form.field("unchanged", &unchanged)
    form.require(step >= 0, "step")
  }
}
