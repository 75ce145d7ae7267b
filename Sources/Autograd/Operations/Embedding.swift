import Kernels

extension Tape {
  /// y[r] = table[tokens[r]], `torch.nn.Embedding`: table [symbols, width], y [tokens, width]. The
  /// gradients of rows that chose the same symbol add up in it.
  ///
  /// - Precondition: every token is below `symbols`, and `context` divides their number.
  /// - Parameter context: the rows of so many successive tokens are joined to one:
  ///   y [tokens / context, context × width].
  public func embedding(_ tokens: [Int32], table: Tensor, joining context: Int = 1) -> Tensor {
    let y = embeddingOutput(tokens, table, joining: context)
    embeddingForward(
      tokens, table: table.base, positions: nil, context: 1, into: y.base, rows: tokens.count,
      width: table.shape[1])
    return record("embedding", y, from: table, keeping: Node.Kept(tokens: tokens)) { node, _, dy in
      node.inputs.first?.scatter(dy, node.kept.tokens)
    }
  }

  /// y[r] = table[tokens[r]] + positions[r mod context]: rows are sequences of `context` tokens.
  ///
  /// - Precondition: positions are [at least context, width], and `context` divides the tokens.
  public func embedding(
    _ tokens: [Int32], table: Tensor, positions: Tensor, context: Int
  ) -> Tensor {
    let y = embeddingOutput(tokens, table)
    let (rows, width) = (tokens.count, table.shape[1])
    precondition(
      positions.shape.count == 2 && positions.shape[1] == width
        && 1...positions.shape[0] ~= context && rows % context == 0,
      "\(rows) tokens in contexts of \(context), with positions \(positions.shape)")
    embeddingForward(
      tokens, table: table.base, positions: positions.base, context: context, into: y.base,
      rows: rows, width: width)
    let kept = Node.Kept(tokens: tokens, context: context)
    return record("embedding", y, from: table, positions, keeping: kept) { node, _, dy in
      node.inputs.first?.scatter(dy, node.kept.tokens)
      guard let positions = node.inputs.second else { return }
      positions.collect { slope, adding in
        if !adding { slope.update(repeating: 0, count: positions.count) }
        positionsBackward(
          dy, positions: slope, context: node.kept.context, rows: node.kept.tokens.count,
          width: positions.shape[1])
      }
    }
  }

  private func embeddingOutput(
    _ tokens: [Int32], _ table: Tensor, joining context: Int = 1
  ) -> Tensor {
    precondition(table.shape.count == 2, "an embedding table of shape \(table.shape)")
    precondition(
      context > 0 && tokens.count % context == 0, "\(tokens.count) tokens joined by \(context)")
    for token in tokens {
      precondition(
        0..<table.shape[0] ~= Int(token), "token \(token) of \(table.shape[0]) symbols")
    }
    return output(tokens.count / context, context * table.shape[1])
  }
}

extension Tensor {
  /// Adds each row of `dy` to the gradient of the row that its token chose.
  fileprivate func scatter(_ dy: UnsafeMutablePointer<Float>, _ tokens: [Int32]) {
    collect { slope, adding in
      if !adding { slope.update(repeating: 0, count: count) }
      embeddingBackward(tokens, dy, table: slope, rows: tokens.count, width: shape[1])
    }
  }
}
