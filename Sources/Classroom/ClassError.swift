internal import Moves
internal import Platform

/// What keeps a class from being opened or joined.
public enum ClassError: Error, Equatable, CustomStringConvertible {
  case cannotOpen(String, String)
  case noClass
  case unknown(String, [String])
  case several([String])
  case otherProtocol(Int)
  case full(String)
  case lost(String)

  public var description: String {
    switch self {
    case .cannotOpen(let path, let why):
      "no class can be opened at \(path.asFile): \(why); XDG_RUNTIME_DIR=FOLDER names a folder of "
        + "yours for it."
    case .noClass: "no class is open on this machine; a teacher opens one with fivemoves teach."
    case .unknown(let code, let codes):
      "there is no class \(code.tameLine); open \(codes.count == 1 ? "is" : "are") "
        + "\(codes.joined(separator: ", "))."
    case .several(let codes):
      "several classes are open, \(codes.joined(separator: ", ")); name one: fivemoves follow \(codes[0])."
    case .otherProtocol(let number):
      "the teacher's fivemoves speaks version \(number) of the class's protocol, and this one "
        + "version \(Greeting.newest); install the same fivemoves on both sides."
    case .full(let code):
      "class \(code) is full: \(ClassServer.most) follow it already; try again when one has left."
    case .lost(let code):
      "class \(code) did not answer; its teacher's program may be stopped: try again when it goes on."
    }
  }
}
