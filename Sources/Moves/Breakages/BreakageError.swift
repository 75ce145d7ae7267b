/// Why a loop cannot be broken so.
public enum BreakageError: Error, Sendable, Equatable, CustomStringConvertible {
  case unknown(String)
  case withoutEffect(String, because: String)

  public var description: String {
    switch self {
    case .unknown(let name):
      "there is no breakage named \"\(name)\"; the breakages are "
        + "\(Breakage.all.map(\.name).joined(separator: ", ")), or up to \(Breakage.mostMoves) moves "
        + "such as forward,backward,step."
    case .withoutEffect(let name, let reason): "--break \(name) would change nothing: \(reason)."
    }
  }
}
