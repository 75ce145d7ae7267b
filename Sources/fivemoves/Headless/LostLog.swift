internal import Storage

/// A log that a run could write no more of, and what is kept of the run.
struct LostLog: Error, CustomStringConvertible {
  let error: StorageError
  let step: Int
  /// What is kept, and the way on.
  let advice: String

  var description: String { "\(error) Stopped after step \(step): \(advice)." }
}
