internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

@Test func `a watched parameter's life is what the optimizer did to it`() throws {
  let trainer = try smallStory()
  trainer.watched = [ParameterPlace(tensor: 3, element: 21)]
  var last: Float?
  for (number, update) in trainer.make(steps: 3).updates.enumerated() {
    let life = try #require(update.watched.first)
    #expect(life.name == "transformer.h.0.attn.c_attn.weight")
    #expect(life.index == [1, 5])
    #expect(last == nil || life.old == last)
    #expect(areClose(Double(life.new), applied(to: life, update, number + 1), 1e-6))
    last = life.new
  }
  #expect(last == trainer.parameters.tensors[3].values[21])
}

/// AdamW's formula with the numbers of the report.
private func applied(to life: ParameterLife, _ update: UpdateReport, _ step: Int) -> Double {
  guard let moments = life.moments else { return .nan }
  let kept = Double(life.old) * (1 - update.learningRate * life.weightDecay)
  return kept - update.learningRate * moments.mHat / (moments.vHat.squareRoot() + 1e-8)
}

@Test func `the gradient of a life is the clipped one`() throws {
  let trainer = try line { $0.maxNorm = 0.5 }
  let reports = trainer.make(steps: 1)
  let lives = try #require(reports.updates.first).watched
  let norm = lives.reduce(0) { $0 + Double($1.gradient) * Double($1.gradient) }.squareRoot()
  #expect(reports.clips.first?.clipped == true)
  #expect(areClose(norm, 0.5, 1e-5))
}

@Test func `the line's two parameters are watched from the start`() throws {
  let update = try #require(try line().make(steps: 1).updates.first)
  #expect(update.watched.map(\.name) == ["weight", "bias"])
  #expect(update.watched.map(\.index) == [[0, 0], [0]])
  for life in update.watched {
    #expect(life.moments == nil)
    #expect(
      areClose(
        Double(life.new), Double(life.old) - update.learningRate * Double(life.gradient)))
  }
}

@Test func `with nothing watched it is the largest mover's life`() throws {
  let update = try #require(try smallStory().make(steps: 1).updates.first)
  #expect(update.watched.count == 1)
  #expect(update.watched.first == update.largestMover)
}

@Test func `a watched parameter's gradient is told as each backward left it`() throws {
  let trainer = try smallStory()
  trainer.watched = [ParameterPlace(tensor: 3, element: 21)]
  trainer.make(steps: 1)
  var gradients: [Float] = []
  while trainer.completedSteps < 2 {
    let report = trainer.advance()
    if report.move == .backward {
      gradients.append(try #require(trainer.parameters.tensors[3].gradient)[21])
    }
    if case .step(let update) = report.outcome {
      #expect(update.watched.first?.gradientsSoFar == gradients)
    }
  }
  #expect(gradients.count == 2)
}

@Test func `every report tells the watched parameters as its move left them`() throws {
  let trainer = try line { $0.maxNorm = 0.5 }
  for _ in 0..<2 * trainer.moveCount {
    let report = trainer.advance()
    #expect(report.watched.map(\.place) == trainer.watched)
    for watched in report.watched {
      let tensor = trainer.parameters.tensors[watched.place.tensor]
      #expect(watched.value == tensor.values[watched.place.element])
      #expect(watched.gradient == tensor.gradient?[watched.place.element])
      #expect(report.move != .zeroGrad || watched.gradient == nil)
      #expect(report.move != .clip || watched.gradient != nil)
    }
  }
}
