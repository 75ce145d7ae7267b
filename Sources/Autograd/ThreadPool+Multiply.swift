import Kernels

extension ThreadPool {
  /// `Kernels.multiply` of whole matrices: the threads pack together, and then each multiplies some
  /// of the rows.
  func multiply(
    _ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Float>, rows: Int, columns: Int,
    depth: Int, adding: Bool, epilogue: Epilogue? = nil
  ) {
    let work = rows * columns * depth
    let right = workspaces[0]
    guard isWorthSharing(work) else {
      return Kernels.multiply(
        a, b, into: c, stride: columns, rows: rows, columns: columns, depth: depth, adding: adding,
        epilogue: epilogue, in: right)
    }
    let product = Product(
      a, b, into: c, stride: columns, columns: columns, depth: depth, adding: adding,
      epilogue: epilogue, in: right)
    product.inStages { stage in
      share(stage.panels, multiplyAdds: work) { part, _ in product.pack(stage, part, right) }
      share(rows, unit: Self.rows, multiplyAdds: work) { part, thread in
        product.multiply(stage, rows: part, packedIn: right, workspaces[thread])
      }
    }
  }

  /// Whole tiles of either kind.
  private static let rows = 24
}
