internal import Moves

/// A network that has begun to memorise, as its last evaluation tells it.
struct Overfitting: Sendable, Equatable {
  var trainLoss: Float
  var validationLoss: Float

  /// The validation loss is clearly above the training loss from so much on: as a multiple of it,
  /// and as a difference, since two small losses are soon a multiple apart by chance.
  static let ratio: Float = 1.1
  static let gap: Float = 0.1

  /// Nil where it is not so; who guesses no better than blindly has memorised nothing.
  init?(_ report: EvaluationReport, blindLoss: Float?) {
    guard let trainLoss = report.trainLoss, let validationLoss = report.validationLoss,
      let blindLoss, trainLoss < blindLoss, validationLoss >= Self.ratio * trainLoss,
      validationLoss - trainLoss >= Self.gap
    else { return nil }
    (self.trainLoss, self.validationLoss) = (trainLoss, validationLoss)
  }

  var words: String {
    "Validation loss, \(Figures.loss(validationLoss)), ends above training loss, "
      + "\(Figures.loss(trainLoss)): the network has begun to memorise its training data "
      + "(overfitting)."
  }
}
