extension ParameterPlace {
  /// Where it stands in a tensor of this shape, an index for each dimension.
  public func index(in shape: [Int]) -> [Int] {
    var rest = element
    return Array(
      shape.reversed().map { size in
        defer { rest /= size }
        return rest % size
      }.reversed())
  }

  /// - Returns: nil where the shape has no such index; what is missing of it counts as 0.
  public init?(tensor: Int, index: [Int], shape: [Int]) {
    let missing = shape.count - index.count
    guard missing >= 0 else { return nil }
    let full = index + Array(repeating: 0, count: missing)
    guard zip(full, shape).allSatisfy({ (0..<$1).contains($0) }) else { return nil }
    self.init(tensor: tensor, element: zip(full, shape).reduce(0) { $0 * $1.1 + $1.0 })
  }
}

extension RunFacts {
  /// The parameter whose life this is; nil for one of another network.
  public func place(of life: ParameterLife) -> ParameterPlace? {
    guard let tensor = tensors.firstIndex(where: { $0.name == life.name }) else { return nil }
    return ParameterPlace(tensor: tensor, index: life.index, shape: tensors[tensor].shape)
  }
}
