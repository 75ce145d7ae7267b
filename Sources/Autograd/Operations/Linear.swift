import Kernels

/// What a linear layer ends in.
public enum Activation {
  case none
  case tanh
  /// x·½(1 + erf(x/√2)).
  case gelu
}

extension Tape {
  /// y = activation(x·Wᵀ + b): x [rows, in], W [out, in], b [out], y [rows, out].
  public func linear(
    _ x: Tensor, weight: Tensor, bias: Tensor?, activation: Activation = .none
  ) -> Tensor {
    let slope =
      activation == .gelu && records(x, weight) ? output([x.shape[0], weight.shape[0]]) : nil
    let epilogue: Epilogue
    switch activation {
    case .none: epilogue = Epilogue(bias: bias?.base)
    case .tanh: epilogue = Epilogue(bias: bias?.base, activation: .tanh)
    case .gelu: epilogue = Epilogue(bias: bias?.base, activation: .gelu(slope: slope?.base))
    }
    let y = product(x, weight, bias, epilogue)
    return record("linear", bias.map { [x, weight, $0] } ?? [x, weight], y) { [self] dy in
      if activation == .tanh {
        pool.share(y.count, unit: 1024, multiplyAdds: y.count) { part, _ in
          let start = part.lowerBound
          tanhBackward(
            output: y.base + start, dy + start, dy + start, count: part.count, adding: false)
        }
      } else if let slope {
        pool.share(y.count, unit: 1024, multiplyAdds: y.count) { part, _ in
          let start = part.lowerBound
          Kernels.product(
            dy + start, slope.base + start, dy + start, count: part.count, adding: false)
        }
      }
      productBackward(x, weight, bias, dy)
    }
  }

  /// y = residual + x·Wᵀ + b: what a layer makes, on top of what it was made from.
  public func linear(_ x: Tensor, weight: Tensor, bias: Tensor?, onto residual: Tensor) -> Tensor {
    precondition(
      residual.shape == [x.shape[0], weight.shape[0]],
      "a residual of \(residual.shape) for x \(x.shape) with a weight \(weight.shape)")
    let y = product(x, weight, bias, Epilogue(bias: bias?.base, residual: residual.base))
    return record(
      "linear", bias.map { [x, weight, residual, $0] } ?? [x, weight, residual], y
    ) { [self] dy in
      productBackward(x, weight, bias, dy)
      y.passGradient(to: residual)
    }
  }

  private func product(
    _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ epilogue: Epilogue
  ) -> Tensor {
    precondition(
      x.shape.count == 2 && weight.shape.count == 2 && x.shape[1] == weight.shape[1],
      "linear of x \(x.shape) with a weight \(weight.shape)")
    let (rows, width, outputs) = (x.shape[0], x.shape[1], weight.shape[0])
    precondition(
      bias.map { $0.shape == [outputs] } ?? true,
      "a bias of shape \(bias?.shape ?? []) for \(outputs) outputs")
    let y = output([rows, outputs])
    multiplyAdds += rows * width * outputs
    pool.multiply(
      MatrixView(x.base, rowStride: width),
      MatrixView(weight.base, rowStride: 1, columnStride: width),
      into: y.base, rows: rows, columns: outputs, depth: width, adding: false, epilogue: epilogue)
    return y
  }

  private func productBackward(
    _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ dy: UnsafeMutablePointer<Float>
  ) {
    let (rows, width, outputs) = (x.shape[0], x.shape[1], weight.shape[0])
    x.collect { dx, adding in
      pool.multiply(
        MatrixView(dy, rowStride: outputs), MatrixView(weight.base, rowStride: width), into: dx,
        rows: rows, columns: width, depth: outputs, adding: adding)
    }
    weight.collect { dw, adding in
      pool.multiply(
        MatrixView(dy, rowStride: 1, columnStride: outputs), MatrixView(x.base, rowStride: width),
        into: dw, rows: outputs, columns: width, depth: rows, adding: adding)
    }
    bias?.collect { db, adding in
      sumRows(dy, into: db, rows: rows, width: outputs, adding: adding)
    }
  }
}
