internal import Moves

/// Why a file cannot be replayed, in one line that names it.
public struct RecordingError: Error, Equatable, CustomStringConvertible {
  public enum Fault: Equatable, Sendable {
    case cannotRead(String)
    case isDirectory
    case isDevice
    case nothingPiped
    case noKeys
    case noSpool(String)
    case isEmpty
    /// What it begins with is nothing that is known here.
    case unknown
    case hasNoSteps
    /// It needs none from a person.
    case tellsCeiling
    case damaged(line: Int, String)
  }

  public var path: String
  public var fault: Fault

  public init(_ path: String, _ fault: Fault) { (self.path, self.fault) = (path, fault) }

  public var description: String {
    switch fault {
    case .cannotRead(let why):
      "\(path.asFile) cannot be read: \(why); give the path of a recording, or - for standard input."
    case .isDirectory: "\(path.asFile) is a directory; name a file in it."
    case .isDevice: "\(path.asFile) is a device; name a file, or a pipe."
    case .nothingPiped:
      "there is nothing on standard input; name a file, or pipe one: cat run.jsonl | fivemoves "
        + "replay -"
    case .noKeys:
      "standard input is a recording, and there is no terminal for the keys; keep it in a file, and "
        + "fivemoves picture FILE --at STEP draws a screen of it."
    case .noSpool(let folder):
      "what comes cannot be kept in \(folder.asFile); set TMPDIR to a folder that "
        + "can be written in."
    case .isEmpty: "\(path.asFile) is empty; a recording is written with --record FILE."
    case .unknown:
      "\(path.asFile) is nothing that can be replayed: expected a recording (--record FILE), a run "
        + "log, a trainer_state.json, a metrics.csv, or the lines that nanoGPT prints."
    case .hasNoSteps:
      "\(path.asFile) has no training step, so there is nothing to replay; a recording has one for "
        + "each step that was made while --record wrote it."
    case .tellsCeiling:
      "\(path.asFile) is a recording of fivemoves, which tells its own ceiling; leave --max-norm out."
    case .damaged(let line, let why):
      "\(path.asFile) cannot be replayed: in line \(line), \(why); it has to begin with a line of "
        + "type run, as --record FILE writes it."
    }
  }
}
