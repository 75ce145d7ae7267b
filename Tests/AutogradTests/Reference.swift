/// Every operation, in words of single numbers.
enum Reference {
  static func dot(_ a: [Scalar], _ b: [Scalar]) -> Scalar { zip(a, b).map { $0 * $1 }.sum }

  static func linear(
    _ x: [Scalar], _ weight: [Scalar], _ bias: [Scalar]?, width: Int
  ) -> [Scalar] {
    x.rows(width).flatMap { row in
      weight.rows(width).enumerated().map { i, line in
        bias.map { dot(row, line) + $0[i] } ?? dot(row, line)
      }
    }
  }

  static func embedding(
    _ tokens: [Int32], _ table: [Scalar], _ positions: [Scalar], width: Int, context: Int
  ) -> [Scalar] {
    let (table, positions) = (table.rows(width), positions.rows(width))
    return tokens.enumerated().flatMap { r, token in
      zip(table[Int(token)], positions[r % context]).map { $0 + $1 }
    }
  }

  static func layerNorm(
    _ x: [Scalar], _ weight: [Scalar], _ bias: [Scalar]?, width: Int
  ) -> [Scalar] {
    x.rows(width).flatMap { row in
      let mean = row.mean
      let away = row.map { $0 - mean }
      let deviation = (away.map { $0 * $0 }.mean + 1e-5).root
      return away.enumerated().map { i, x in
        let y = x / deviation * weight[i]
        return bias.map { y + $0[i] } ?? y
      }
    }
  }

  static func attention(_ qkv: [Scalar], heads: Int, context: Int, width: Int) -> [Scalar] {
    let rows = qkv.rows(3 * width)
    let size = width / heads
    return rows.indices.flatMap { r in
      (0..<heads).flatMap { head in
        let own = { (part: Int, row: Int) in
          Array(rows[row][part * width + head * size..<part * width + (head + 1) * size])
        }
        let seen = r / context * context...r
        let shares = seen.map { dot(own(0, r), own(1, $0)) * (1 / Double(size).squareRoot()) }
          .softmax
        return (0..<size).map { i in dot(shares, seen.map { own(2, $0)[i] }) }
      }
    }
  }

  static func crossEntropy(
    _ logits: [Scalar], _ targets: [Int32], ignoring ignored: Int32?, width: Int
  ) -> Scalar {
    zip(logits.rows(width), targets).filter { $1 != ignored }
      .map { $0.softmax[Int($1)].logarithm * -1 }.mean
  }

  static func meanSquaredError(_ a: [Scalar], _ b: [Scalar]) -> Scalar {
    zip(a, b).map { $0 - $1 }.map { $0 * $0 }.mean
  }
}
