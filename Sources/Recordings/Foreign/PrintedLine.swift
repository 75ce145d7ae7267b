/// A line such as nanoGPT's loop prints: "iter 10: loss 3.2101, time 21.5ms", or before an iteration
/// "step 250: train loss 1.98, val loss 2.01". Its count begins at 0.
struct PrintedLine {
  let entry: Entry

  /// Nil where it says nothing of a step.
  init?(_ line: some StringProtocol) {
    let words = line.prefix(Self.longest).split { " \t\r,|:=[]()".contains($0) }
    guard let place = words.firstIndex(where: { ["iter", "step"].contains($0.lowercased()) }),
      words.indices.contains(place + 1), let count = Int(words[place + 1]), count >= 0,
      count < Entry.mostSteps
    else { return nil }
    var entry = Entry(step: count + 1)
    for (index, word) in words.enumerated().dropFirst(place + 2).dropLast() {
      guard let value = Double(words[index + 1]) else { continue }
      switch (words[index - 1].lowercased(), word.lowercased()) {
      case ("train", "loss"): entry.trainLoss = value
      case ("val", "loss"): entry.validationLoss = value
      case (_, "loss"): entry.loss = value
      case (_, "lr"): entry.learningRate = value
      case (_, "norm"), (_, "grad_norm"): entry.gradNorm = value
      default: continue
      }
    }
    // An evaluation is made before its iteration.
    if entry.loss == nil, entry.validationLoss != nil { entry.step = count }
    guard entry.loss != nil || entry.validationLoss != nil else { return nil }
    self.entry = entry
  }

  private static let longest = 1000
}
