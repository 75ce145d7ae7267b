import Moves
import Platform

/// What the system said to a file that was to be read or written.
enum FileError: Error, Equatable, CustomStringConvertible {
  case cannotRead(CInt)
  case cannotWrite(CInt)
  case tooLarge(Int)
  case directory
  case notAFile
  case pipe
  case unreadPipe
  case leftPipe
  case writeProtected
  case notALog
  /// What of it is another run's, in words.
  case otherLog(String)
  case inUse(by: pid_t?)
  /// A file of this name that is nobody's half.
  case inTheWay(String)

  var description: String {
    switch self {
    case .cannotRead(let code): "cannot be read: \(Self.words(for: code))"
    case .cannotWrite(let code): "cannot be written: \(Self.words(for: code))"
    case .tooLarge(let most):
      "cannot be read: it has more than \(most.grouped) bytes, which no network here needs"
    case .directory: "is a directory; name a file in it"
    case .notAFile: "is not a regular file; name one that is"
    case .pipe: "is a pipe; save what it carries in a file first, and give that"
    case .unreadPipe: "is a pipe that nobody reads; start its reader first, or name a file"
    case .leftPipe: "cannot be written: it is a pipe, and its reader has ended"
    case .writeProtected:
      "cannot be written: it is write-protected; allow it with chmod u+w, or name another file"
    case .notALog: "is not the log of a run; a run that goes on needs its own log, or a new file"
    case .otherLog(let words):
      "is not the log of this run: \(words); name the run's own log, or a new file"
    case .inUse(let process):
      "is in use by \(process.map { "another run (process \($0))" } ?? "another run"); wait until "
        + "that has ended, or name another file"
    case .inTheWay(let name):
      "cannot be written: it is first written as \(name.asFile), and a file of that name is there "
        + "that no run left; rename that, or name another file"
    }
  }

  private static func words(for code: CInt) -> String {
    strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
  }
}
