/// Why a file cannot be read, used or written, in one line that names it.
public struct StorageError: Error, Equatable, CustomStringConvertible {
  public var path: String
  public var problem: String

  init(_ path: String, _ problem: some CustomStringConvertible) {
    self.path = path
    self.problem = problem.description
  }

  public var description: String { "\(quoted(path)): \(problem)." }
}
