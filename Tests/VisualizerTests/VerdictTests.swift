import Canvas
import Foundation
import Moves
import Testing
import Training

@testable import Visualizer

/// Verdicts are read as a person reads them: every number in them is taken from the text.
@Suite struct VerdictTests {
  /// The losses, norms and clipped steps that both runs are said to have had, one step each.
  private func comparison(
    _ broken: [Float?], _ twin: [Float?], name: String = "forget-zero-grad", badBatch: Int? = nil
  ) throws -> Comparison {
    var comparison = Comparison(try #require(Breakage.named(name)), badBatch: badBatch)
    for step in broken.indices {
      var summary = StepSummary(
        step: step + 1, loss: broken[step], microLosses: [], gradNorm: 1, clipFactor: 1,
        clipped: false, learningRate: 0.1, updateNorm: 0.5, moveSeconds: [])
      summary.twin = TwinSummary(loss: twin[step], gradNorm: 1, clipped: false, updateNorm: 0.5)
      comparison.append(summary)
    }
    return comparison
  }

  /// The number behind these words.
  private func number(after words: String, in text: String) throws -> Double {
    let rest = try #require(text.range(of: words), "\(words) in: \(text)").upperBound
    let digits = text[rest...].prefix { "0123456789.-e,".contains($0) }
    return try #require(Double(String(digits).replacing(",", with: "").trimmed))
  }

  /// Holds what the words conclude against the figures that stand beside it.
  private func check(_ comparison: Comparison) throws {
    let text = comparison.words
    let broken = try number(after: "the loss, as the mean of the last 20, is ", in: text)
    let twin = try number(after: "; the twin's is ", in: text)
    let differ = text.contains("The twin began at ")
    let first = try number(after: differ ? "The twin began at " : "Both began at ", in: text)
    let apart = abs(broken - twin) / twin
    if text.contains(" % apart") || text.contains("in every digit shown") {
      #expect(apart < 0.1, "\(text)")
    }
    if text.contains(" times the twin's") {
      let words = "The broken run's loss is "
      let isRough = text.contains("\(words)about")
      let times = try number(after: words + (isRough ? "about " : ""), in: text)
      // Two digits.
      #expect(abs(times - broken / twin) <= 0.05 * times && broken > twin, "\(text)")
    }
    if text.contains("way down") {
      let share = try number(after: "it came ", in: text)
      #expect(abs(share - 100 * (first - broken) / (first - twin)) <= 0.51, "\(text)")
    }
    #expect(text.contains("higher than at the start") == (broken > first && broken >= 1.1 * twin))
    try checkGuesses(comparison, broken, twin)
  }

  private func checkGuesses(_ comparison: Comparison, _ broken: Double, _ twin: Double) throws {
    let apart = abs(broken - twin) / twin
    let right: CurveGuess =
      apart < 0.1 ? .noDifference : broken < twin ? .brokenIsLower : .twinIsLower
    for guess in CurveGuess.allCases {
      let words = comparison.words(on: guess)
      #expect(words.contains("Correct") == (guess == right), "\(words)")
      #expect(try number(after: "against the twin's ", in: words + " ") == twin)
    }
  }

  @Test(arguments: [
    "forward,backward,step,forward,clip,step", "forget-zero-grad", "no-clip", "clip-after-step",
    "high-learning-rate", "low-learning-rate", "no-shuffle", "forward,backward,clip,step,step",
    "zero_grad,forward,forward,backward,clip,step", "step,zero_grad,forward,backward,clip",
  ])
  func `a verdict follows from the figures it shows`(name: String) throws {
    for start in [0, 4] {
      let world = try World.told(name: name, after: start)
      try check(#require(world.app.run.broken?.findings?.comparison))
    }
  }

  @Test func `a run that begins elsewhere is measured from the twin's first loss`() throws {
    let curve = { (first: Float) in [first] + (1..<100).map { _ in Float(1) } }
    let comparison = try comparison(curve(6).map { $0 * 1.5 }, curve(10))
    #expect(comparison.words.contains("The twin began at 10.00"))
    #expect(comparison.words.contains("the broken run's first step has the loss 9.00"))
    // From 10 the broken run fell to 1.5, the twin to 1: 8.5 of 9.
    #expect(
      comparison.words.contains(
        "1.5 times the twin's; it came 94 % of the twin's way down from 10.00"))
    try check(comparison)
  }

  @Test func `curves that were far apart on the way are not called alike`() throws {
    let twin = (0..<100).map { _ in Float(0.04) }
    let broken = (0..<100).map { Float((40..<50).contains($0) ? 613 : 0.04) }
    let comparison = try comparison(broken, twin, name: "no-clip", badBatch: 40)
    #expect(comparison.verdict == .recovered && !comparison.verdict.isHidden)
    #expect(comparison.words.contains("From step 41 to 50 the mean loss was 613.0"))
    #expect(comparison.words.contains("the twin's, 0.0400. The curves were far apart there."))
    #expect(!comparison.words.contains("too little"))
    #expect(comparison.answer == .noDifference)
  }

  @Test func `so are curves without a bad batch, in either direction`() throws {
    let flat = (0..<100).map { _ in Float(2) }
    let high = (0..<100).map { Float((20..<30).contains($0) ? 8 : 2) }
    #expect(try comparison(high, flat).verdict == .recovered)
    let behind = try comparison(flat, high)
    #expect(behind.verdict == .alike)
    #expect(
      behind.words.contains(
        "From step 21 to 30 the mean loss was 2.00; the twin's, 8.00. The curves were far apart "
          + "there, the broken run's being the lower one."))
  }

  @Test func `a twin that is lost is not called ahead`() throws {
    let good = (0..<30).map { _ in Float(2) }
    let lost = (0..<30).map { $0 < 12 ? Float(2) : .infinity }
    let comparison = try comparison(good, lost)
    #expect(comparison.verdict == .twinNotFinite && comparison.answer == .brokenIsLower)
    #expect(comparison.words.contains("In step 13 the twin's loss first became inf or NaN"))
    let both = try self.comparison(lost, lost)
    #expect(both.verdict == .notFinite && both.answer == nil)
    #expect(both.words(on: .twinIsLower).contains("no curve to judge it by"))
  }

  @Test func `without a loss there is no curve to judge a guess by`() throws {
    let none = (0..<30).map { _ in Float?.none }
    let comparison = try comparison(none, (0..<30).map { _ in 1 })
    #expect(comparison.verdict == .noLoss && comparison.answer == nil)
    #expect(
      comparison.words.hasPrefix(
        "The broken run has no loss at all; the twin's, as the mean of its last 20, is 1.00. The "))
    #expect(!comparison.words.contains("NaN"))
  }

  @Test func `a guess is judged after the steps that it was about, however long the run`() throws {
    let twin = (0..<300).map { _ in Float(1) }
    let broken = (0..<300).map { $0 < 120 ? Float(3) : 1 }
    let comparison = try comparison(broken, twin)
    #expect(comparison.answer == .twinIsLower)
    #expect(
      comparison.words(on: .twinIsLower)
        == "You guessed its twin's curve. Correct: 3.00 against the twin's 1.00 after 100 steps.")
    #expect(comparison.verdict == .recovered)
  }

  @Test func `a loop of two updates is not called still because the second finds nothing`() throws {
    let world = try World.told(name: "zero_grad,forward,backward,step,zero_grad,step", after: 0)
    let findings = try #require(world.app.run.broken?.findings)
    #expect(findings.comparison.verdict != .still && findings.comparison.broken.moved > 0)
  }

  @Test func `steps above the ceiling are never more than steps`() throws {
    let world = try World.told(name: "zero_grad,forward,backward,step,step", after: 0)
    let sign = try #require(world.app.run.broken?.findings?.signs.first { $0.kind == .notClipped })
    guard case .count(let above)? = sign.figures.first(where: { $0.name == "above" })?.measure
    else {
      Issue.record("no count")
      return
    }
    #expect(above > 0 && above <= 100)
  }

  @Test func `numbers are shown as verdicts take them`() {
    for exponent in stride(from: -6.0, to: 8, by: 0.01) {
      let value = pow(10, exponent)
      let shown = Double(Figures.plain(value)) ?? .nan
      #expect(abs(shown - value.asShown) <= 1e-9 * shown, "\(value)")
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self
    while let last = text.last, ".,".contains(last) { text.removeLast() }
    return text
  }
}
