/// How much of kept graphs may be alive: enough for every loop that lets go of its graphs, and far
/// below what would harm the machine.
struct GraphLimit {
  var operations = 200_000
  /// Numbers in use with them: 200 MB.
  var numbers = 50_000_000

  func sentence(operations: Int, numbers: Int) -> String {
    "\(operations) operations are alive, with \(numbers) numbers, and nothing lets go of them. "
      + "PyTorch would go on until the memory is full; this run stops here."
  }
}
