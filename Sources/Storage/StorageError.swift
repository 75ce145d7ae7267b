import Moves

/// Why a file cannot be read, used or written, in one line that names it.
public struct StorageError: Error, Equatable, CustomStringConvertible {
  public var path: String
  /// What is said of it.
  public var problem: String

  init(_ path: String, _ error: FileError) {
    self.path = path
    problem = error.description
  }

  /// What is in the file is not what it should be.
  init(_ path: String, _ problem: some CustomStringConvertible) {
    self.path = path
    self.problem = "cannot be used: \(problem)"
  }

  public var description: String { "\(path.asFile) \(problem)." }
}
