internal import Moves

/// Why the file that `--text` names cannot be read.
struct TextFileError: Error, CustomStringConvertible {
  enum Fault {
    case missing
    case forbidden
    case directory
    case pipe
    case device
    case tooLarge(Int)
    /// So many bytes need so much memory to learn from.
    case noRoom(Int, Int, MemoryLimit)
    case unreadable(String)
  }

  let path: String
  let fault: Fault

  var description: String { "\(path.asFile) \(words)" }

  private static let part = "Give a part of it, such as its first lines with head -n."

  private var words: String {
    switch fault {
    case .missing: "does not exist; --text needs the path of a file of UTF-8 text."
    case .forbidden:
      "may not be read: permission denied. Allow it, such as with chmod u+r, or name another file."
    case .directory: "is a directory; --text needs a file of UTF-8 text in it."
    case .pipe: "is a pipe; --text needs a file: save what it carries in one first."
    case .device: "is a device or a socket; --text needs a file of UTF-8 text."
    case .tooLarge(let bytes):
      "has \(bytes.grouped) bytes or more; at most \(TextFile.mostBytes.grouped) "
        + "are taken. \(Self.part)"
    case .noRoom(let bytes, let need, let limit):
      "has \(bytes.grouped) bytes; to learn from it takes about \(need.asMemory) of memory, and "
        + "\(limit.words). \(Self.part)"
    case .unreadable(let reason): "cannot be read: \(reason). --text needs a file of UTF-8 text."
    }
  }
}
