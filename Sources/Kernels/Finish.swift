/// What becomes of a product's rows once their sums are complete, while they are still in the cache.
public struct Finish {
  /// A row that is added to every row.
  var bias: UnsafePointer<Float>?
  /// Numbers in the places of the result that are added to it.
  var residual: UnsafePointer<Float>?
  var activation = Activation.none

  public enum Activation {
    case none
    case tanh
    /// The slope goes to another matrix, in the result's places; nil where no way back is wanted.
    case gelu(slope: UnsafeMutablePointer<Float>?)
  }

  public init(
    bias: UnsafePointer<Float>? = nil, residual: UnsafePointer<Float>? = nil,
    activation: Activation = .none
  ) {
    self.bias = bias
    self.residual = residual
    self.activation = activation
  }

  /// `rows` rows of `count` numbers of `result`, from `place` on, which begin in `column`.
  @inline(never)
  func apply(
    _ result: UnsafeMutablePointer<Float>, _ place: Int, rows: Int, stride: Int, column: Int,
    count: Int
  ) {
    // Short rows that lie side by side are activated together, while they are in the cache.
    let group = count == stride ? max(1, 1024 / count) : 1
    for first in Swift.stride(from: 0, to: rows, by: group) {
      let last = min(first + group, rows)
      for row in first..<last { add(to: result, place + row * stride, column, count) }
      activate(result, place + first * stride, (last - first - 1) * stride + count)
    }
  }

  @inline(__always)
  private func add(
    to result: UnsafeMutablePointer<Float>, _ place: Int, _ column: Int, _ count: Int
  ) {
    if bias == nil && residual == nil { return }
    inSixteens(count) { i, left in
      var lanes = load(result + place + i, left)
      if let bias { lanes += load(bias + column + i, left) }
      if let residual { lanes += load(residual + place + i, left) }
      store(lanes, result + place + i, left)
    }
  }

  @inline(__always)
  private func activate(_ result: UnsafeMutablePointer<Float>, _ place: Int, _ count: Int) {
    let row = result + place
    switch activation {
    case .none: break
    case .tanh: tanhForward(row, row, count: count)
    case .gelu(let slope?): geluForward(row, row, slope: slope + place, count: count)
    case .gelu(nil): geluForward(row, row, count: count)
    }
  }
}
