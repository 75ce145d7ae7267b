/// The examples of one micro-batch, as numbers that any framework can read.
public struct Batch: Sendable, Equatable {
  public var inputs: BatchNumbers
  public var targets: BatchNumbers

  public init(inputs: BatchNumbers, targets: BatchNumbers) {
    self.inputs = inputs
    self.targets = targets
  }
}

/// Numbers in rows of rows, row-major.
public struct BatchNumbers: Sendable, Equatable {
  public enum Values: Sendable, Equatable {
    case whole([Int32])
    case real([Float])
  }

  public var values: Values
  public var shape: [Int]

  public init(_ values: Values, shape: [Int]) {
    self.values = values
    self.shape = shape
    let count = shape.reduce(1, *)
    precondition(self.count == count, "\(self.count) numbers for shape \(shape)")
  }

  public var count: Int {
    switch values {
    case .whole(let numbers): numbers.count
    case .real(let numbers): numbers.count
    }
  }
}
