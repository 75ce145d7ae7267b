import Lanes
import WideKernels

/// What becomes of a product's rows once their sums are complete, while they are still in the cache.
public struct Epilogue {
  /// A row that is added to every row, by each tile before it lets go of its sums.
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
    _ result: UnsafeMutablePointer<Float>, _ place: Int, rows: Int, stride: Int, count: Int,
    _ tile: Tile
  ) {
    // Short rows that lie side by side are activated together, while they are in the cache.
    let group = count == stride ? max(1, 1024 / count) : 1
    for first in Swift.stride(from: 0, to: rows, by: group) {
      let last = min(first + group, rows)
      add(to: result, place, first..<last, stride, count)
      activate(result, place + first * stride, (last - first - 1) * stride + count, tile)
    }
  }

  @inline(__always)
  private func add(
    to result: UnsafeMutablePointer<Float>, _ place: Int, _ rows: Range<Int>, _ stride: Int,
    _ count: Int
  ) {
    guard let residual else { return }
    for row in rows {
      let place = place + row * stride
      inSixteens(count) { i, left in
        give(load(residual + place + i, left), result + place + i, left, adding: true)
      }
    }
  }

  @inline(__always)
  private func activate(
    _ result: UnsafeMutablePointer<Float>, _ place: Int, _ count: Int, _ tile: Tile
  ) {
    let row = result + place
    switch (activation, tile) {
    case (.none, _): break
    case (.tanh, .narrow): tanhForward(row, row, count: count)
    case (.tanh, .wide): wideTanh(row, row, count: count)
    case (.gelu(let slope?), .narrow): geluForward(row, row, slope: slope + place, count: count)
    case (.gelu(let slope?), .wide): wideGELU(row, row, slope: slope + place, count: count)
    case (.gelu(nil), .narrow): geluForward(row, row, count: count)
    case (.gelu(nil), .wide): wideGELU(row, row, count: count)
    }
  }
}
