internal import Autograd
internal import Foundation
internal import Moves
internal import Testing

@testable internal import Training

private func text(_ reading: Reading?) throws -> TextReading {
  guard case .text(let text) = reading else { throw ReadingError.notText }
  return text
}

private enum ReadingError: Error { case notText }

@Test func `a reading gives the best guesses, best first, and the answer's loss`() throws {
  let trainer = try smallStory { ($0.batchSize, $0.microBatches, $0.context) = (1, 1, 48) }
  let forward = try #require(trainer.make(steps: 1).forwards.first)
  let reading = try text(forward.reading)
  #expect(reading.context.count == 40)
  #expect(reading.guesses.count == 5)
  #expect(reading.guesses.map(\.logit) == reading.guesses.map(\.logit).sorted(by: >))
  #expect(areClose(Double(reading.loss), -log(Double(reading.answer.probability)), 1e-5))
  let best = try #require(reading.guesses.first)
  #expect(
    areClose(
      Double(best.probability / reading.answer.probability),
      exp(Double(best.logit - reading.answer.logit)), 1e-4))
}

@Test func `with one place to guess, the reading's loss is the batch's`() throws {
  let trainer = try smallStory { ($0.batchSize, $0.microBatches, $0.context) = (1, 1, 1) }
  for forward in trainer.make(steps: 3).forwards {
    #expect(areClose(Double(try text(forward.reading).loss), Double(forward.loss.told), 1e-5))
  }
}

@Test func `context and answer stand so in the text`() throws {
  let trainer = try smallStory { $0.context = 30 }
  for forward in trainer.make(steps: 2).forwards {
    let reading = try text(forward.reading)
    #expect(Fables.text.contains(reading.context + reading.answer.symbol))
  }
}

@Test func `the first reading is of the first examples that training reads`() throws {
  let trainer = try smallStory { $0.dropout = 0 }
  let first = trainer.firstReading()
  #expect(first == trainer.firstReading())
  #expect(first == trainer.make(steps: 1).forwards.first?.reading)
}

@Test func `a line's reading holds its points, and guesses on the line`() throws {
  let forward = try #require(try line().make(steps: 1).forwards.first)
  guard case .line(let reading) = forward.reading else { throw ReadingError.notText }
  #expect(reading.points.count == 4 && reading.data.count == 64)
  var squares = 0.0
  for point in reading.points {
    #expect(reading.data.contains(LineReading.Place(x: point.x, y: point.y)))
    #expect(areClose(Double(point.guess), Double(reading.weight * point.x + reading.bias), 1e-5))
    squares += Double((point.guess - point.y) * (point.guess - point.y))
  }
  #expect(areClose(Double(forward.loss.told), squares / 4, 1e-5))
}

@Test func `a step tells what the line with its new parameters says of the same points`() throws {
  let trainer = try line()
  for _ in 0..<3 {
    let made = trainer.make(steps: 1)
    guard case .line(let before) = made.forwards.first?.reading,
      case .line(let after) = made.updates.first?.reading
    else { throw ReadingError.notText }
    #expect(after.points.map(\.x) == before.points.map(\.x))
    #expect(after.weight == trainer.parameters["weight"].item && after.weight != before.weight)
    for point in after.points {
      #expect(areClose(Double(point.guess), Double(after.weight * point.x + after.bias), 1e-5))
    }
  }
}
