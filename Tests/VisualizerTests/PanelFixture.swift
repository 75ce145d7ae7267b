import Moves

@testable import Visualizer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The story of `Fixture` with a GPT's real tensors, and one parameter that AdamW moves.
enum PanelFixture {
  static let run: RunFacts = {
    var run = Fixture.run
    run.chosen.beta2 = 0.99
    run.chosen.weightDecay = 0.05
    run.tensors =
      [tensor("wte.weight", "embedding", 76, 64), tensor("wpe.weight", "embedding", 64, 64)]
      + (0..<2).flatMap(block) + [tensor("ln_f.weight", "final norm", 64)]
    return run
  }()

  private static func block(_ i: Int) -> [TensorFacts] {
    let (attention, mlp) = ("block \(i + 1) attention", "block \(i + 1) mlp")
    return [
      tensor("h.\(i).ln_1.weight", attention, 64),
      tensor("h.\(i).attn.c_attn.weight", attention, 192, 64),
      tensor("h.\(i).attn.c_proj.weight", attention, 64, 64),
      tensor("h.\(i).ln_2.weight", mlp, 64), tensor("h.\(i).mlp.c_fc.weight", mlp, 256, 64),
      tensor("h.\(i).mlp.c_proj.weight", mlp, 64, 256),
    ]
  }

  private static func tensor(_ name: String, _ layer: String, _ shape: Int...) -> TensorFacts {
    TensorFacts(name: "transformer.\(name)", layer: layer, shape: shape)
  }

  static let place = ParameterPlace(tensor: 12, index: [57, 44], shape: [256, 64])

  /// Whole steps and then so many moves of the next, told move by move, with the panel in front.
  static func app(
    _ panel: Panel, after steps: Int, moves: Int = 0, options: App.Options
  ) -> App {
    var app = App(run: run, reading: Fixture.reading(0), options: options)
    if let place { app.watch.choose(place, []) }
    app.panels.show(panel)
    var parameter = AdamWParameter()
    for step in 1...steps + 1 {
      let reports = told(step, &parameter)
      let shown = step <= steps ? reports : Array(reports.prefix(moves))
      for report in shown { _ = app.update(.moved(report), at: 0) }
    }
    return app
  }

  /// So many moves of a first visit, with both questions answered.
  static func visit(moves: Int, options: App.Options) -> App {
    var options = options
    options.begins = true
    var app = App(run: run, reading: Fixture.reading(0), options: options)
    if let place { app.watch.open(at: place) }
    app.visit = Visit(saysClipped: true, saysGrows: true)
    var parameter = AdamWParameter()
    for report in told(1, &parameter).prefix(moves) { _ = app.update(.moved(report), at: 0) }
    return app
  }

  private static func told(_ step: Int, _ parameter: inout AdamWParameter) -> [MoveReport] {
    let parts = (1...4).map { parameter.gradient(step) * Float($0) / 4 }
    let factor = Float(Fixture.summary(step).clipFactor.told)
    let (old, life) = (parameter.value, parameter.step(step, parts, factor))
    return Fixture.moves(of: step).map { report in
      var report = report
      let gradient = gradient(in: report, parts, factor)
      let value = report.move == .step ? life.new : old
      report.watched = place.map { [.init(place: $0, value: value, gradient: gradient)] } ?? []
      if report.completesStep { report.summary?.watched = report.watched }
      report.outcome = outcome(report, life)
      return report
    }
  }

  private static func gradient(in report: MoveReport, _ parts: [Float], _ factor: Float) -> Float? {
    let part = report.planned.microBatch
    switch report.move {
    case .zeroGrad: return nil
    case .forward: return part == 1 ? nil : parts[part - 2]
    case .backward: return parts[part - 1]
    case .clip, .step: return parts[3] * factor
    }
  }

  private static func outcome(_ report: MoveReport, _ life: ParameterLife) -> MoveReport.Outcome {
    switch report.outcome {
    case .backward(var backward):
      backward.layers = layers.enumerated().map {
        LayerNorm(layer: $1, norm: backward.norm.told * (0.62 - 0.09 * Double($0)))
      }
      return .backward(backward)
    case .step(var update):
      (update.largestMover, update.watched) = (life, [life])
      update.layers = layers.enumerated().map {
        LayerUpdate(layer: $1, updateNorm: 0.05 / Double(1 + $0 * $0), parameterNorm: 13)
      }
      return .step(update)
    default: return report.outcome
    }
  }

  private static let layers =
    run.tensors.map(\.layer).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
}

/// One parameter that AdamW moves, from gradients that a formula gives.
private struct AdamWParameter {
  var value: Float = 0.21607
  private var (m, v): (Float, Float) = (0, 0)

  func gradient(_ step: Int) -> Float { Float(0.02 * sin(Double(step) / 7) + 0.011) }

  mutating func step(_ step: Int, _ parts: [Float], _ factor: Float) -> ParameterLife {
    let before = ParameterLife.Moments.Before(m: m, v: v)
    let gradient = parts[3] * factor
    m += 0.1 * (gradient - m)
    v += 0.01 * (gradient * gradient - v)
    let mHat = Double(m) / (1 - pow(0.9, Double(step)))
    let vHat = Double(v) / (1 - pow(0.99, Double(step)))
    let old = value
    let rate = Fixture.summary(step).learningRate.told
    value = Float(Double(old) * (1 - rate * 0.05) - rate * mHat / (vHat.squareRoot() + 1e-8))
    return ParameterLife(
      name: "transformer.h.1.mlp.c_fc.weight", index: [57, 44], old: old, gradient: gradient,
      moments: .init(m: m, v: v, mHat: mHat, vHat: vHat, updates: step, before: before),
      weightDecay: 0.05, new: value, gradientsSoFar: parts)
  }
}
