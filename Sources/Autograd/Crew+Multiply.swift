import Kernels

extension Crew {
  /// `Kernels.multiply` of whole matrices, each thread some of the rows.
  func multiply(
    _ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Float>, rows: Int, columns: Int,
    depth: Int, adding: Bool, finish: Finish? = nil
  ) {
    share(rows, unit: Self.rows, multiplyAdds: rows * columns * depth) { part, thread in
      Kernels.multiply(
        a, b, into: c, stride: columns, from: part.lowerBound, rows: part.upperBound,
        columns: columns, depth: depth, adding: adding, finish: finish, in: workspaces[thread])
    }
  }

  /// Whole tiles of either kind.
  private static let rows = 24
}
