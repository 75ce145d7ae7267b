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

  /// `count` numbers of one row of `result`, from `place` on; the row's own place is `column`.
  @inline(never)
  func apply(_ result: UnsafeMutablePointer<Float>, _ place: Int, column: Int, count: Int) {
    let row = result + place
    if let bias { sum(row, bias + column, row, count: count) }
    if let residual { sum(row, residual + place, row, count: count) }
    switch activation {
    case .none: break
    case .tanh: tanhForward(row, row, count: count)
    case .gelu(let slope?): geluForward(row, row, slope: slope + place, count: count)
    case .gelu(nil): geluForward(row, row, count: count)
    }
  }
}
