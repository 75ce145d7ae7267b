/// The examples of one pass, row by row: numbers or symbols that were read, and the answers.
struct Examples {
  var numbers: [Float] = []
  var symbols: [Int32] = []
  /// An answer that is a number, and one that is a class.
  var values: [Float] = []
  var classes: [Int32] = []
}

/// Where a task's examples are drawn into: memory that is used again once the pass before has let go
/// of it.
final class ExampleMemory {
  private var examples = Examples()

  /// What `draw` puts into emptied arrays.
  @inline(__always)
  func drawn(by draw: (inout Examples) -> Void) -> Examples {
    var drawn = Examples()
    swap(&drawn, &examples)
    drawn.numbers.removeAll(keepingCapacity: true)
    drawn.symbols.removeAll(keepingCapacity: true)
    drawn.values.removeAll(keepingCapacity: true)
    drawn.classes.removeAll(keepingCapacity: true)
    draw(&drawn)
    examples = drawn
    return drawn
  }
}
