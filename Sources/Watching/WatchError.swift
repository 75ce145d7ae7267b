internal import Moves
internal import Platform

/// What keeps a script from being watched.
public enum WatchError: Error, CustomStringConvertible {
  case folder(String, String)
  case unsafeFolder(String, String)
  /// A command, and why the system cannot run it.
  case noProgram(String, CInt)
  case nothingToJoin
  case noSuchRun(String, [String])
  /// By their names and their processes' numbers.
  case several([(name: String, process: Int)])
  case lost(String)
  case otherProtocol(Int)

  /// The code to leave with: of a command that cannot be run, a shell's own.
  public var code: CInt {
    guard case .noProgram(_, let code) = self else { return 1 }
    return code == ENOENT ? 127 : 126
  }

  public var description: String {
    switch self {
    case .folder(let path, let why): "\(path.asFile) cannot be written: \(why)."
    case .unsafeFolder(let path, let why):
      "\(path.asFile) is not safe for a class or a script: \(why)."
    case .noProgram(let name, let code):
      "\(name.asFile) cannot be run: \(code.words); behind -- stands a command as a shell would take "
        + "it, such as python train.py."
    case .nothingToJoin:
      "no script is open to be watched; start one with fivemoves watch -- python train.py, or call "
        + "fivemoves.watch() in it."
    case .noSuchRun(let name, let names):
      "no open script is called \(name); there is \(names.joined(separator: ", "))."
    case .several(let scripts):
      "several scripts are open: "
        + scripts.map { "\($0.name) (\($0.process))" }.joined(separator: ", ")
        + "; choose one: fivemoves watch \(scripts.first?.process ?? 0)."
    case .lost(let name):
      "\(name) closed its socket before it told what it is; start the script again."
    case .otherProtocol(let number):
      "the script's fivemoves module speaks version \(number) of the protocol, and this program "
        + "version \(Greeting.newest); install the module that came with it."
    }
  }
}

extension CInt {
  /// What the system says of an error.
  var words: String { String(cString: strerror(self)).lowercased() }
}
