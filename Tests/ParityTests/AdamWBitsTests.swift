internal import Autograd
internal import Kernels
internal import Testing

/// AdamW alone beside PyTorch's, on gradients of every size.
struct AdamWBitsTests {
  @Test(.enabled(if: usesFusedMultiplyAdd()), arguments: 0..<3)
  func `equal gradients give PyTorch's running means to the last bit`(_ number: Int) throws {
    let kept = try KeptAdamW.read()
    let run = kept.settings[number]
    let engine = AdamWEngine(kept.shapes, run.chosen)
    var before = try #require(run.first.floats)
    for (step, (theirs, rate)) in zip(run.steps, kept.rates).enumerated() {
      // Each step begins at PyTorch's parameters, so that their roundings do not add up.
      let after = try #require(theirs.p.floats)
      engine.step(
        step + 1, from: before, gradient: try #require(theirs.gradient.floats), rate: rate)
      #expect(engine.m.hexadecimal == theirs.m)
      #expect(engine.v.hexadecimal == theirs.v)
      for (old, (x, y)) in zip(before, zip(engine.parameters.values, after)) {
        #expect(abs(x - y) <= 2 * max(old.ulp, y.ulp))
      }
      before = after
    }
    #expect(kept.settings.count == 3 && run.steps.count == kept.rates.count)
  }
}

/// The parameters and running means that AdamW works on.
private final class AdamWEngine {
  let parameters: Parameters
  private(set) var m: [Float]
  private(set) var v: [Float]
  private var settings: AdamWSettings

  init(_ shapes: [[Int]], _ settings: AdamWSettings) {
    parameters = Parameters(
      shapes.enumerated().map { ParameterSpec(name: "\($0)", shape: $1, layer: "") })
    m = Array(repeating: 0, count: parameters.count)
    v = m
    self.settings = settings
  }

  func step(_ step: Int, from values: [Float], gradient: [Float], rate: Double) {
    _ = parameters.values.update(fromContentsOf: values)
    _ = parameters.gradients.update(fromContentsOf: gradient)
    settings.learningRate = rate
    for i in parameters.specs.indices {
      parameters.setHasGradient(true, i)
      let range = parameters.range(of: i)
      let old = UnsafeMutableBufferPointer<Float>.allocate(capacity: range.count)
      defer { old.deallocate() }
      old.initialize(repeating: 0)
      m.withUnsafeMutableBufferPointer { m in
        v.withUnsafeMutableBufferPointer { v in
          _ = parameters.adamWStep(
            i, 0..<range.count, m: UnsafeMutableBufferPointer(rebasing: m[range]),
            v: UnsafeMutableBufferPointer(rebasing: v[range]), old: old, settings,
            settings.corrections(step: step))
        }
      }
    }
  }
}
