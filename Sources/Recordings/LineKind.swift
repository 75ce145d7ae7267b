internal import JSONText

/// What a line is. As this program writes it, its first bytes tell: most need not be read whole.
enum LineKind {
  case move
  case step
  case other

  init(_ bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: Self.start) {
      self.init(type: bytes.dropFirst(Self.start.count).prefix { $0 != UInt8(ascii: "\"") })
    } else {
      let type = (try? JSONReader.read(bytes))?["type"]?.string ?? ""
      self.init(type: Array(type.utf8)[...])
    }
  }

  private init(type: ArraySlice<UInt8>) {
    self =
      type.elementsEqual("move".utf8) ? .move : type.elementsEqual("step".utf8) ? .step : .other
  }

  private static let start = Array(#"{"type":""#.utf8)
}
