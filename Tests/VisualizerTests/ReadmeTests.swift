import Foundation
import Moves
import Testing
import Training

@testable import Visualizer

/// What the pages say of runs, held against the runs.
@Suite struct ReadmeTests {
  private static let mistakes = Page("Sources/Moves/Breakages/README.md")
  private static let lessons = Page("Sources/Training/Lessons/README.md")

  /// A row of the table of mistakes, a cell each.
  private func row(of name: String) throws -> [String] {
    let lines = Self.mistakes.text.split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("| `\(name)` |") })
    return line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func twin(_ lesson: String, _ breakage: Breakage, _ place: Place?) throws -> Twin {
    let defaults = try #require(Lessons.named(lesson)).defaults
    let twin = try Twin(
      lesson: lesson, hyperparameters: place?.hyperparameters(from: defaults) ?? defaults,
      breakage: breakage)
    while twin.comparison.steps < Breakage.stepsToGuess {
      _ = twin.advance()
      if twin.broken.evaluationIsDue { _ = twin.evaluate() }
    }
    return twin
  }

  /// Other processors round otherwise, so that a hundred steps on the last digit is another.
  private func expect(_ shown: String, near value: Double) throws {
    let figure = try #require(Double(shown))
    #expect(abs(figure - value) <= 0.02 * abs(value) + 0.011, "\(shown) for \(value)")
  }

  @Test(arguments: Breakage.all.map(\.name))
  func `the table of mistakes tells what a hundred steps of story come to`(name: String) throws {
    let (row, breakage) = (try row(of: name), try #require(Breakage.named(name)))
    let twin = try twin("story", breakage, nil)
    try expect(row[1], near: twin.comparison.broken.lastLoss)
    try expect(row[2], near: twin.comparison.twin.lastLoss)
    #expect(row[3] == (twin.comparison.verdict.isHidden ? "hides it" : "shows it"))
    let words = twin.signs.map(\.words).joined(separator: " ")
    #expect(row[4].filter { !$0.isNumber } == words.filter { !$0.isNumber })
  }

  @Test(arguments: Breakage.all.map(\.name))
  func `and what it comes to where it is seen best`(name: String) throws {
    let (row, breakage) = (try row(of: name), try #require(Breakage.named(name)))
    let place = try #require(breakage.place)
    #expect(row[5] == "`\(place.words)`")
    let twin = try twin(place.lesson, breakage, place)
    let (broken, other) = (twin.comparison.broken, twin.comparison.twin)
    guard twin.comparison.verdict != .recovered else {
      try expect(row[6], near: mean(broken.losses[40..<50]))
      return try expect(row[7], near: mean(other.losses[40..<50]))
    }
    // What explodes magnifies every rounding.
    if broken.lastLoss < 100 { try expect(row[6], near: broken.lastLoss) }
    try expect(row[7], near: other.lastLoss)
  }

  private func mean(_ losses: ArraySlice<Float>) -> Double {
    losses.reduce(0) { $0 + Double($1) } / Double(losses.count)
  }

  private func lastValidation(_ lesson: String, _ chosen: Hyperparameters) throws
    -> EvaluationReport
  {
    let trainer = try Trainer(lesson: lesson, hyperparameters: chosen)
    trainer.makesReadings = false
    while trainer.completedSteps < chosen.steps { _ = trainer.advance() }
    return trainer.evaluate()
  }

  @Test func `the learning rate that is called too fast never settles`() throws {
    #expect(Self.lessons.text.contains("--learning-rate 3 --min-learning-rate 3"))
    var chosen = try #require(Lessons.named("line")).defaults
    #expect(try lastValidation("line", chosen).validationLoss.told < 0.1)
    chosen.learningRate = 3
    #expect(try lastValidation("line", chosen).validationLoss.told < 0.1)
    chosen.minLearningRate = 3
    #expect(try lastValidation("line", chosen).validationLoss.told > 1)
  }

  @Test func `the width that is called too small leaves many points wrong`() throws {
    #expect(Self.lessons.text.contains("--width 4"))
    var chosen = try #require(Lessons.named("spiral")).defaults
    let right = try #require(try lastValidation("spiral", chosen).validationAccuracy)
    chosen.width = 4
    let few = try #require(try lastValidation("spiral", chosen).validationAccuracy)
    #expect(right > 0.99 && few < 0.85)
  }

  @Test func `the map of spiral is clear after the steps of ten seconds`() throws {
    var chosen = try #require(Lessons.named("spiral")).defaults
    let trainer = try Trainer(lesson: "spiral", hyperparameters: chosen)
    while trainer.completedSteps < 320 { _ = trainer.advance() }
    chosen.steps = 320
    #expect(try #require(trainer.evaluate().validationAccuracy) > 0.97)
  }

  @Test func `the first losses of names and story are as they are told`() throws {
    for (lesson, low, high) in [("names", 3.3, 9), ("story", 4.5, 5.5)]
      as [(String, Double, Double)]
    {
      let trainer = try Trainer(
        lesson: lesson, hyperparameters: #require(Lessons.named(lesson)).defaults)
      var summary: StepSummary?
      while summary == nil { summary = trainer.advance().summary }
      let loss = Double(try #require(summary?.loss))
      #expect(loss > low && loss < high && summary?.clipped == true)
      #expect(loss > Double(trainer.facts.guessingLoss ?? 0))
    }
  }
}
