import Kernels

extension Tape {
  /// The mean of (prediction − target)², `torch.nn.functional.mse_loss`; to each side goes a gradient
  /// of 2·(itself − other)/count.
  ///
  /// - Returns: one number, of shape [].
  /// - Precondition: both are of one shape.
  public func meanSquaredError(_ prediction: Tensor, target: Tensor) -> Tensor {
    precondition(
      prediction.shape == target.shape,
      "the error of \(prediction.shape) against \(target.shape)")
    let count = prediction.count
    let y = output([])
    y.base[0] = Float(
      Kernels.squaredDistance(prediction.base, target.base, count: count) / Double(count))
    return record("mean squared error", y, from: prediction, target) { node, _, dy in
      guard let prediction = node.inputs.first, let target = node.inputs.second else { return }
      let count = prediction.count
      let factor = 2 * dy[0] / Float(count)
      prediction.collect { slope, adding in
        difference(
          prediction.base, target.base, by: factor, slope, count: count, adding: adding)
      }
      target.collect { slope, adding in
        difference(
          target.base, prediction.base, by: factor, slope, count: count, adding: adding)
      }
    }
  }
}
