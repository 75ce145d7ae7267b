import Autograd
import Testing

/// Figures of PyTorch 2.15 (CPU) after `torch.manual_seed(1)`.
struct PyTorchRandomTests {
  let blocks: [Float] = [
    -1.5255959, -0.750231802, -0.653980911, -1.60948479, 0.865692377, 0.244403899, -0.662911355,
    0.807308257, 0.439141572, 1.17120075, 1.76742733, -0.095361881, 0.061155282, -0.617744446,
    -0.798069835, -0.131623209, -0.798439801, 0.335730523, 0.275333524, 1.71630263,
  ]
  let few: [Float] = [
    0.661352158, 0.266924113, 0.0616772585, 0.621317327, -0.451905966, -0.16613023,
  ]

  func normal(_ count: Int, _ random: inout MersenneTwister) -> [Float] {
    var numbers = [Float](repeating: .nan, count: count)
    numbers.withUnsafeMutableBufferPointer { random.fillNormal($0, mean: 0, std: 1) }
    return numbers
  }

  @Test func `randn of sixteen and more draws PyTorch's blocks, and ends where PyTorch does`() {
    var random = MersenneTwister(seed: 1)
    for (x, y) in zip(normal(20, &random), blocks) { #expect(abs(x - y) <= 4e-7) }
    #expect(random.uniform() == 0.939055860042572)
  }

  @Test func `randn of fewer draws one by one, and keeps the second of a pair`() {
    var random = MersenneTwister(seed: 1)
    for (x, y) in zip(normal(5, &random) + normal(1, &random), few) { #expect(abs(x - y) <= 1e-7) }
    #expect(random.uniform() == 0.6826140880584717)
  }

  @Test func `randint is PyTorch's`() {
    var random = MersenneTwister(seed: 1)
    #expect((0..<6).map { _ in random.integer(below: 65) } == [45, 9, 29, 53, 58, 53])
  }
}
