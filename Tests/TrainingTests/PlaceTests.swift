internal import Moves
internal import Testing

@testable internal import Training

/// What a hundred steps show where a mistake is said to be seen best.
private func twin(of name: String) throws -> Twin {
  let breakage = try #require(Breakage.named(name))
  let place = try #require(breakage.place)
  let lesson = try #require(Lessons.named(place.lesson))
  let twin = try Twin(
    lesson: place.lesson, hyperparameters: place.hyperparameters(from: lesson.defaults),
    breakage: breakage)
  twin.broken.makesReadings = false
  twin.correct.makesReadings = false
  twin.make(steps: Breakage.stepsToGuess)
  return twin
}

@Test func `every mistake names a place where it matters`() throws {
  for breakage in Breakage.all {
    let place = try #require(breakage.place, "\(breakage.name)")
    let lesson = try #require(Lessons.named(place.lesson))
    let chosen = place.hyperparameters(from: lesson.defaults)
    try chosen.validate()
    #expect(breakage.objection(chosen, hasDropout: place.lesson == "story") == nil)
    #expect(place.why.count <= 52, "\(place.why)")
  }
}

/// The broken run's last losses, at least so many times the twin's.
@Test(
  arguments: [
    ("forget-zero-grad", 100), ("zero-grad-after-backward", 50), ("step-before-backward", 50),
    ("no-backward", 50), ("no-step", 50), ("clip-before-backward", 10), ("clip-after-step", 10),
    ("no-division", 100), ("no-shuffle", 2), ("high-learning-rate", 100),
    ("low-learning-rate", 50), ("no-warmup", 1.3),
  ] as [(String, Double)])
func `there the curve shows that something is wrong`(name: String, times: Double) throws {
  let comparison = try twin(of: name).comparison
  #expect(comparison.broken.lastLoss > times * comparison.twin.lastLoss)
  #expect(!comparison.verdict.isHidden)
}

@Test func `there a bad batch that is not clipped throws the loss up a thousandfold`() throws {
  let comparison = try twin(of: "no-clip").comparison
  #expect(comparison.verdict == .recovered)
  #expect(comparison.broken.losses[40..<50].max() ?? 0 > 1000 * 0.1)
  #expect(comparison.twin.losses[40..<50].max() ?? 1 < 0.2)
}

@Test func `there a forgotten eval makes the validation loss worse, and another each time`() throws
{
  let twin = try twin(of: "no-eval")
  let broken = try #require(twin.comparison.broken.validationLoss)
  #expect(try broken > 0.05 + #require(twin.comparison.twin.validationLoss))
  let sign = try #require(twin.signs.first)
  let figure = sign.figures.first { $0.name == "difference" }
  guard case .number(let difference)? = figure?.measure else {
    Issue.record("no difference")
    return
  }
  #expect(difference > 0.05)
}

@Test(arguments: ["no-no-grad", "keep-loss-tensor"])
func `there operations by the hundred stay alive`(name: String) throws {
  let sign = try #require(try twin(of: name).signs.first)
  let counts = sign.figures.compactMap { figure -> Int? in
    guard case .count(let count) = figure.measure, ["live", "recorded"].contains(figure.name)
    else { return nil }
    return count
  }
  #expect(counts.count == 1 && counts[0] > 100)
}

@Test func `a place that is said to be without clipping clips no step, and one that clips says so`()
  throws
{
  for breakage in Breakage.all {
    guard let place = breakage.place, place.words.contains("--max-norm 1000") else { continue }
    let clipped = try twin(of: breakage.name).comparison.broken.clippedSteps
    #expect(
      place.why.contains("without clipping") == (clipped == 0), "\(breakage.name): \(clipped)")
    #expect(place.why.contains("until clip limits it") == (clipped > 0), "\(breakage.name)")
  }
}
