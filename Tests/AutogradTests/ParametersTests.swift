import Autograd
import Testing

struct ParametersTests {
  let parameters = Parameters([
    ParameterSpec(name: "a", shape: [5, 7], layer: "first"),
    ParameterSpec(name: "b", shape: [3], layer: "second"),
  ])

  @Test func `tensors are parts of one buffer`() {
    parameters["b"].values[2] = 42
    #expect(parameters.count == 38 && parameters.range(of: 1) == 35..<38)
    #expect(parameters.values[37] == 42)
    #expect(parameters.tensors.map(\.name) == ["a", "b"])
  }

  @Test func `norms and scaling see only gradients that are there`() {
    parameters.gradients.update(repeating: 3)
    parameters.setHasGradient(true, 1)
    parameters.scaleGradients(by: 2)
    #expect(parameters.squaredNorm(of: 0) == 0)
    #expect(parameters.squaredNorm(of: 1) == 108)
    #expect(parameters.gradients[0] == 3)
  }

  @Test func `a scale that is not a number spoils every gradient`() {
    parameters.gradients.update(repeating: 0)
    parameters.setHasGradient(true, 0)
    parameters.scaleGradients(by: .nan)
    #expect(parameters.gradients[0..<35].allSatisfy { $0.isNaN })
  }

  @Test func `AdamW's first step is the learning rate against the gradient's sign, after decay`() {
    parameters.values.update(repeating: 2)
    parameters.gradients.update(repeating: -0.7)
    parameters.setHasGradient(true, 1)
    let means = UnsafeMutableBufferPointer<Float>.allocate(capacity: 9)
    defer { means.deallocate() }
    means.update(repeating: 0)
    var settings = AdamWSettings()
    settings.learningRate = 0.1
    parameters.adamWStep(
      1, 0..<3, m: UnsafeMutableBufferPointer(rebasing: means[0..<3]),
      v: UnsafeMutableBufferPointer(rebasing: means[3..<6]),
      old: UnsafeMutableBufferPointer(rebasing: means[6..<9]), settings,
      settings.corrections(step: 1))
    #expect(means[6..<9].allSatisfy { $0 == 2 })
    // 2·(1 − 0.1·0.01) + 0.1
    let moved = parameters["b"].values[0] - 2.098
    #expect(abs(moved) < 1e-6)
    #expect(abs(means[0] + 0.07) < 1e-8)
    #expect(abs(means[3] - 0.000_49) < 1e-9)
    #expect(parameters["a"].values[0] == 2)
  }

  @Test func `gradient descent steps against the gradient`() {
    parameters.values.update(repeating: 2)
    parameters.gradients.update(repeating: -4)
    parameters.setHasGradient(true, 0)
    var old = [Float](repeating: 0, count: parameters.tensors[0].count)
    old.withUnsafeMutableBufferPointer { old in
      _ = parameters.gradientDescentStep(0, 0..<old.count, old: old, learningRate: 0.25)
    }
    #expect(parameters["a"].values.allSatisfy { $0 == 3 })
    #expect(parameters["b"].values.allSatisfy { $0 == 2 })
  }

  @Test func `distances are in double precision`() {
    parameters.values.update(repeating: 1)
    parameters.gradients.update(repeating: 1.5)
    let change = Change(from: parameters.values[...], to: parameters.gradients[...])
    #expect(change.squaredDistance == 9.5)
    #expect(squaredSum(parameters.values) == 38)
  }
}
