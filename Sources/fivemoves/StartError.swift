internal import Moves

/// What keeps the program from starting, apart from the command line and the terminal.
enum StartError: Error, CustomStringConvertible {
  case noPipe(CInt)
  case noThread(CInt)
  case missingInstructions([String])
  case closedOutput
  /// A checkpoint of another lesson than the one that was asked for.
  case otherLesson(String, found: String, asked: String)
  /// The same of a file whose parameters were to begin a run.
  case loadOfOtherLesson(String, found: String, on: DataFacts?, asked: String)
  /// A checkpoint of a run on other data than there are to go on with, in words.
  case otherData(String)

  var description: String {
    switch self {
    case .noPipe(let code):
      "cannot open a pipe (error \(code)); too many files may be open: ulimit -n says how many may be."
    case .noThread(let code):
      "cannot start a thread (error \(code)); too many programs may be running: ulimit -u says how "
        + "many may."
    case .otherLesson(let path, let found, let asked):
      "\(path.asFile) is of the lesson \(found), not \(asked); leave the lesson out to go on with it."
    case .loadOfOtherLesson(let path, let found, let data, let asked):
      "\(path.asFile) is of the lesson \(found), not \(asked); begin with it by fivemoves train \(found) "
        + "--load \(ShellWord(path).quoted)\(Self.text(data))."
    case .otherData(let words): words
    case .closedOutput:
      "standard output cannot be written: it is closed; > /dev/null leaves the report out"
    case .missingInstructions(let names):
      "this program was built for processors with \(names.joined(separator: " and ")), which this "
        + "one lacks; build it with FIVEMOVES_BASELINE=1 swift build -c release."
    }
  }

  private static func text(_ data: DataFacts?) -> String {
    guard let data, data.origin == .file else { return "" }
    return " --text FILE, where FILE is \(data.words)"
  }
}
