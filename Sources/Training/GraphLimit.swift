/// How much of the graphs of earlier passes may be alive, beside the pass in progress, which may be of
/// any size: no loop that lets go of its graphs ever meets it.
struct GraphLimit {
  var operations = 200_000
  /// Numbers in use by passes before: 200 MB.
  var numbers = 50_000_000

  func sentence(operations: Int, numbers: Int) -> String {
    "\(operations) operations are alive, with \(numbers) numbers of earlier passes: nothing lets go of "
      + "them. PyTorch would go on until the memory is full; this run stops here."
  }
}
