/// What a line is, by its first bytes: most need not be read whole.
enum LineKind {
  case move
  case step
  case other

  init(_ bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: Self.moveStart) {
      self = .move
    } else if bytes.starts(with: Self.stepStart) {
      self = .step
    } else {
      self = .other
    }
  }

  private static let moveStart = Array(#"{"type":"move","#.utf8)
  private static let stepStart = Array(#"{"type":"step","#.utf8)
}
