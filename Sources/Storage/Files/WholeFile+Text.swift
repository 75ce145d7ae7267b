import Moves
import Platform

extension WholeFile {
  public func write(_ text: String, to path: String) throws(StorageError) {
    do { try write(Array(text.utf8)) } catch { throw StorageError(path, error) }
  }

  /// Writes a file of a name that none has yet, with a number behind it where that must be.
  /// - Returns: the name.
  public static func added(
    _ text: String, name: String, ending: String
  ) throws(StorageError) -> String {
    var number = 1
    while true {
      let path = number == 1 ? name + ending : "\(name)-\(number)\(ending)"
      number += 1
      guard !isThere(path) else { continue }
      do throws(FileError) {
        try WholeFile(held: path).write(Array(text.utf8), replaces: false)
        return path
      } catch {
        // Another program may have taken the name, or be about to.
        if isThere(path) { continue }
        if case .inUse = error { continue }
        throw StorageError(path, error)
      }
    }
  }

  /// Links that lead nowhere have their names too.
  private static func isThere(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path.systemPath, &facts) == 0
  }
}
