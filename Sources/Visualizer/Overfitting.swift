internal import Moves

/// How much better a network does on its training data than on data that it never trains on, as its
/// last evaluation tells it.
struct Overfitting: Sendable, Equatable {
  var trainLoss: Float
  var validationLoss: Float
  /// The validation loss has risen above its best while the training loss fell.
  var best: EvaluationReport?

  /// The validation loss is clearly above the training loss from so much on: as a multiple of it,
  /// and as a difference, since two small losses are soon a multiple apart by chance.
  static let ratio: Float = 1.1
  static let gap: Float = 0.1
  /// It has risen from this multiple of its best on.
  static let rise: Float = 1.01

  /// Nil where the losses are not apart, or rose together; who guesses no better than blindly has
  /// memorised nothing.
  init?(_ last: EvaluationReport, best: EvaluationReport?, blindLoss: Float?) {
    guard let trainLoss = last.trainLoss, let validationLoss = last.validationLoss,
      let blindLoss, trainLoss < blindLoss, validationLoss >= Self.ratio * trainLoss,
      validationLoss - trainLoss >= Self.gap
    else { return nil }
    (self.trainLoss, self.validationLoss) = (trainLoss, validationLoss)
    guard let best, let least = best.validationLoss, validationLoss >= Self.rise * least else {
      return
    }
    guard let trainThen = best.trainLoss, trainLoss < trainThen else { return nil }
    self.best = best
  }

  var words: String {
    let (train, validation) = (Figures.loss(trainLoss), Figures.loss(validationLoss))
    guard let best else {
      return "Loss \(train) on training data, \(validation) on new data: the gap is "
        + "memorising (overfitting). Validation loss is near its best."
    }
    return "Since step \(Figures.grouped(best.step)) training loss fell to \(train) and validation "
      + "loss rose to \(validation): the network memorises its data (overfitting)."
  }
}
