import Kernels
import Testing

struct MultiplyTests {
  static let sizes = [
    (1, 1, 1), (6, 16, 4), (7, 17, 5), (5, 15, 3), (13, 60, 64), (64, 16, 256), (12, 33, 257),
    (4, 3, 600), (1, 100, 27), (50, 1, 19), (8, 32, 128), (103, 65, 130), (9, 545, 3),
  ]

  @Test(arguments: sizes, [(false, false), (false, true), (true, false), (true, true)])
  func `a product agrees with the naive one, transposed or not, stored or added`(
    _ size: (m: Int, n: Int, k: Int), _ turned: (left: Bool, right: Bool)
  ) {
    var numbers = Numbers(seed: 1)
    let (m, n, k) = size
    let (a, b, c) = (numbers.list(m * k), numbers.list(k * n), numbers.list(m * n))
    let left = turned.left ? (row: 1, column: m) : (row: k, column: 1)
    let right = turned.right ? (row: 1, column: k) : (row: n, column: 1)
    for (workspace, adding) in [false, true].flatMap({ adding in workspaces.map { ($0, adding) } })
    {
      var found = adding ? c : [Float](repeating: .nan, count: m * n)
      multiply(
        MatrixView(a, rowStride: left.row, columnStride: left.column),
        MatrixView(b, rowStride: right.row, columnStride: right.column),
        into: &found, stride: n, rows: m, columns: n, depth: k, adding: adding, in: workspace)
      let wanted = (0..<m * n).map { i in
        (0..<k).reduce(adding ? Double(c[i]) : 0) { sum, j in
          sum + Double(a[i / n * left.row + j * left.column])
            * Double(b[j * right.row + i % n * right.column])
        }
      }
      expectClose(found, wanted, "\(size) \(turned) adding \(adding)")
    }
  }

  @Test func `a product leaves what lies beside its columns alone`() {
    let (a, b) = ([Float](repeating: 1, count: 4), [Float](repeating: 1, count: 4))
    var c = [Float](repeating: 9, count: 6)
    multiply(
      MatrixView(a, rowStride: 2), MatrixView(b, rowStride: 2), into: &c, stride: 3, rows: 2,
      columns: 2, depth: 2, adding: false, in: Workspace(wide: false))
    #expect(c == [2, 2, 9, 2, 2, 9])
  }

  @Test(.enabled(if: hasWideRegisters), arguments: sizes)
  func `both tiles give the same bits`(_ size: (m: Int, n: Int, k: Int)) {
    var numbers = Numbers(seed: 4)
    let (m, n, k) = size
    let (a, b, c) = (numbers.list(m * k), numbers.list(k * n), numbers.list(m * n))
    let results = workspaces.map { workspace in
      var result = c
      multiply(
        MatrixView(a, rowStride: k), MatrixView(b, rowStride: n), into: &result, stride: n,
        rows: m, columns: n, depth: k, adding: true, in: workspace)
      return result
    }
    #expect(results[0] == results[1])
  }

  @Test(arguments: [(1, 1), (7, 17), (13, 60), (97, 40), (5, 520)])
  func `a product is finished with a bias, a residual and an activation`(_ size: (m: Int, n: Int)) {
    var numbers = Numbers(seed: 5)
    let (m, n, k) = (size.m, size.n, 140)
    let (a, b) = (numbers.list(m * k), numbers.list(k * n))
    let (bias, residual) = (numbers.list(n), numbers.list(m * n))
    var plain = [Float](repeating: .nan, count: m * n)
    for workspace in workspaces {
      func result(_ epilogue: Epilogue?) -> [Float] {
        var result = [Float](repeating: .nan, count: m * n)
        multiply(
          MatrixView(a, rowStride: k), MatrixView(b, rowStride: n), into: &result, stride: n,
          rows: m, columns: n, depth: k, adding: false, epilogue: epilogue, in: workspace)
        return result
      }
      plain = result(nil)
      let wanted = plain.indices.map { plain[$0] + bias[$0 % n] + residual[$0] }
      #expect(result(Epilogue(bias: bias, residual: residual)) == wanted)
      var (curved, slope, alone) = (wanted, wanted, wanted)
      tanhForward(wanted, &curved, count: m * n)
      #expect(result(Epilogue(bias: bias, residual: residual, activation: .tanh)) == curved)
      geluForward(wanted, &curved, slope: &slope, count: m * n)
      geluForward(wanted, &alone, count: m * n)
      var found = [Float](repeating: .nan, count: m * n)
      found.withUnsafeMutableBufferPointer { found in
        let kept = Epilogue.Activation.gelu(slope: found.baseAddress)
        #expect(result(Epilogue(bias: bias, residual: residual, activation: kept)) == curved)
      }
      #expect(found == slope)
      let unkept = Epilogue.Activation.gelu(slope: nil)
      #expect(result(Epilogue(bias: bias, residual: residual, activation: unkept)) == alone)
    }
  }

  @Test(arguments: [1, 5, 6, 16, 17, 40, 64, 300])
  func `a left triangle may be skipped where it is zero`(_ size: Int) {
    var numbers = Numbers(seed: 2)
    let (square, right) = (numbers.list(size * size), numbers.list(size * 20))
    for triangle in [Triangle.lowerLeft, .upperLeft] {
      let kept = square.enumerated().map { i, x in
        let (row, column) = (i / size, i % size)
        let isZero = triangle == .lowerLeft ? column > row : column < row
        return isZero ? 0 : x
      }
      var found = [Float](repeating: .nan, count: size * 20)
      var wanted = found
      for (target, skipped) in [(0, Triangle.none), (1, triangle)] {
        var result = [Float](repeating: .nan, count: size * 20)
        multiply(
          MatrixView(kept, rowStride: size), MatrixView(right, rowStride: 20), into: &result,
          stride: 20, rows: size, columns: 20, depth: size, adding: false, triangle: skipped,
          in: workspaces[workspaces.count - 1])
        if target == 0 { wanted = result } else { found = result }
      }
      expectClose(found, wanted.map(Double.init), "\(triangle)")
    }
  }

  @Test(arguments: [1, 6, 17, 64])
  func `the lower triangle of a result is all there`(_ size: Int) {
    var numbers = Numbers(seed: 3)
    let (a, b) = (numbers.list(size * 8), numbers.list(size * 8))
    var full = [Float](repeating: 0, count: size * size)
    var lower = full
    for triangle in [Triangle.none, .lowerResult] {
      var result = [Float](repeating: 0, count: size * size)
      multiply(
        MatrixView(a, rowStride: 8), MatrixView(b, rowStride: 1, columnStride: 8), into: &result,
        stride: size, rows: size, columns: size, depth: 8, adding: false, triangle: triangle,
        in: workspaces[workspaces.count - 1])
      if triangle == .none { full = result } else { lower = result }
    }
    for i in full.indices where i % size <= i / size { #expect(lower[i] == full[i]) }
  }
}
