/// What a column's name says is in it, such as "train/loss_step" or "lr-AdamW".
struct ColumnName {
  private let words: Set<Substring>
  private let text: String

  init(_ name: String) {
    text = name.lowercased()
    words = Set(text.split { !$0.isLetter && !$0.isNumber })
  }

  var isStep: Bool { text == "step" }

  /// How surely it is the training loss of a step, from 0 on; nil for what is not.
  var lossRank: Int? {
    guard isLoss, !isHeldOut else { return nil }
    if words.contains("epoch") { return 3 }
    if !isPlain(["loss", "trainloss"]) { return 2 }
    return words.contains("step") ? 0 : 1
  }

  /// The same of the loss on held-out data, of all of it before a batch's.
  var validationRank: Int? {
    guard isLoss, isHeldOut, !words.contains("test") else { return nil }
    return words.contains("step") ? 1 : 0
  }

  /// Of all gradients together: a parameter's own has its name too, another kind of norm its number.
  var isGradientNorm: Bool {
    words.contains { $0.hasPrefix("grad") } && text.contains("norm")
      && isPlain(["grad", "gradient", "gradients", "norm", "gradnorm", "2", "0", "l2", "total"])
  }

  var isRate: Bool {
    let isOther = !words.isDisjoint(with: ["momentum", "weight", "decay"])
    return !isOther && (text.hasPrefix("lr-") || isPlain(["lr", "learning", "rate"]))
  }

  private var isLoss: Bool { words.contains { $0.hasSuffix("loss") } }

  private var isHeldOut: Bool {
    words.contains {
      Self.heldOut.contains($0.hasSuffix("loss") ? $0.dropLast(4) : $0)
    }
  }

  /// Nothing but these, and that it is of training.
  private func isPlain(_ own: Set<Substring>) -> Bool {
    !words.isDisjoint(with: own) && words.isSubset(of: own.union(["train", "training", "step"]))
  }

  private static let heldOut: Set<Substring> = [
    "val", "valid", "validation", "eval", "test", "dev",
  ]
}
