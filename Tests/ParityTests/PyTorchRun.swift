internal import Foundation
internal import Moves
internal import Testing
internal import Training

@testable internal import Storage

/// A run as PyTorch made it from our first parameters and on our batches.
struct PyTorchRun: Decodable, Sendable, CustomTestStringConvertible {
  /// Every `stride`th of all parameters, in the order of the network's tensors.
  struct Kept: Decodable {
    var stride: Int
    var values: [Double]
  }

  var name: String
  var lesson: String
  var settings: [String: String]
  var initial: Kept
  /// The mark of all that each step read.
  var batches: [Double]
  var losses: [Double]
  var microLosses: [[Double]]
  var norms: [Double]
  var factors: [Double]
  var rates: [Double]
  var updates: [Double]
  var last: Kept

  var testDescription: String { name }

  /// Written by `PyTorch/parity.py fixtures`.
  static let all: [PyTorchRun] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "PyTorch/runs.json")
    do {
      return try JSONDecoder().decode([PyTorchRun].self, from: Data(contentsOf: file))
    } catch {
      preconditionFailure("\(file.path): \(error)")
    }
  }()

  /// Our own, about to make its first move.
  func trainer() throws -> Trainer {
    var chosen = Hyperparameters()
    for field in Hyperparameter.all {
      let isSet = settings[field.name].map { field.set(&chosen, $0) } ?? false
      precondition(isSet, "\(name): \(field.name) is \(settings[field.name] ?? "missing")")
    }
    let trainer = try Trainer(lesson: lesson, hyperparameters: chosen)
    trainer.makesReadings = false
    return trainer
  }
}
