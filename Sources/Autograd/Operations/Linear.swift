import Kernels

/// What a linear layer ends in.
public enum Activation {
  case none
  case tanh
  /// x·½(1 + erf(x/√2)).
  case gelu
}

extension Tape {
  /// y = activation(x·Wᵀ + b), `torch.nn.Linear` with what follows it.
  ///
  /// The way back overwrites y's gradient, which nobody else reads: tanh' = 1 − y², and GELU's slope
  /// is kept on the way forth.
  /// - Parameters:
  ///   - x: [rows, in]; it and the weight must stay as they are until backward has been through.
  ///   - weight: [out, in].
  ///   - bias: [out]; nil for none.
  /// - Returns: [rows, out], in memory of its own.
  /// - Precondition: the shapes are these.
  public func linear(
    _ x: Tensor, weight: Tensor, bias: Tensor?, activation: Activation = .none
  ) -> Tensor {
    let slope =
      activation == .gelu && records(x, weight) ? output(x.shape[0], weight.shape[0]) : nil
    let epilogue: Epilogue
    switch activation {
    case .none: epilogue = Epilogue(bias: bias?.base)
    case .tanh: epilogue = Epilogue(bias: bias?.base, activation: .tanh)
    case .gelu: epilogue = Epilogue(bias: bias?.base, activation: .gelu(slope: slope?.base))
    }
    let y = product(x, weight, bias, epilogue)
    let kept = Node.Kept(tensor: slope)
    switch activation {
    case .none:
      return record("linear", y, from: x, weight, bias) { node, tape, dy in
        tape.productBackward(node, dy)
      }
    case .tanh:
      return record("linear", y, from: x, weight, bias) { node, tape, dy in
        tape.tanhBackward(node, dy)
        tape.productBackward(node, dy)
      }
    case .gelu:
      return record("linear", y, from: x, weight, bias, keeping: kept) { node, tape, dy in
        tape.geluBackward(node, dy)
        tape.productBackward(node, dy)
      }
    }
  }

  private func tanhBackward(_ node: Node, _ dy: UnsafeMutablePointer<Float>) {
    guard let y = node.output else { return }
    pool.share(y.count, unit: 1024, multiplyAdds: y.count) { part, _ in
      let start = part.lowerBound
      Kernels.tanhBackward(
        output: y.base + start, dy + start, dy + start, count: part.count, adding: false)
    }
  }

  private func geluBackward(_ node: Node, _ dy: UnsafeMutablePointer<Float>) {
    guard let slope = node.kept.tensor else { return }
    pool.share(slope.count, unit: 1024, multiplyAdds: slope.count) { part, _ in
      let start = part.lowerBound
      Kernels.product(
        dy + start, slope.base + start, dy + start, count: part.count, adding: false)
    }
  }

  /// y = residual + x·Wᵀ + b: what a layer makes, on top of what it was made from.
  ///
  /// - Parameter residual: [rows, out]; y's gradient becomes its own, or is added to the one there.
  /// - Returns: [rows, out], in memory of its own.
  /// - Precondition: x [rows, in], weight [out, in], bias [out].
  public func linear(_ x: Tensor, weight: Tensor, bias: Tensor?, onto residual: Tensor) -> Tensor {
    precondition(
      residual.shape.count == 2 && residual.shape[0] == x.shape[0]
        && residual.shape[1] == weight.shape[0],
      "a residual of \(residual.shape) for x \(x.shape) with a weight \(weight.shape)")
    let y = product(x, weight, bias, Epilogue(bias: bias?.base, residual: residual.base))
    return record("linear", y, from: x, weight, bias, residual) { node, tape, dy in
      tape.productBackward(node, dy)
      if let residual = node.inputs.fourth { node.output?.passGradient(to: residual) }
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
      bias.map { $0.shape.count == 1 && $0.shape[0] == outputs } ?? true,
      "a bias of shape \(bias?.shape ?? []) for \(outputs) outputs")
    let y = output(rows, outputs)
    multiplyAdds += rows * width * outputs
    pool.multiply(
      MatrixView(x.base, rowStride: width),
      MatrixView(weight.base, rowStride: 1, columnStride: width),
      into: y.base, rows: rows, columns: outputs, depth: width, adding: false, epilogue: epilogue)
    return y
  }

  private func productBackward(_ node: Node, _ dy: UnsafeMutablePointer<Float>) {
    guard let x = node.inputs.first, let weight = node.inputs.second else { return }
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
    node.inputs.third?.collect { db, adding in
      sumRows(dy, into: db, rows: rows, width: outputs, adding: adding)
    }
  }
}
