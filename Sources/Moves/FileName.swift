/// The name of a file is bytes, of UTF-8 as a rule; in a string each byte that is none is a scalar
/// for private use.
extension String {
  private static let strays: ClosedRange<UInt32> = 0x10FE80...0x10FEFF

  /// - Parameter bytes: ended by a zero, as the system gives them.
  public init(fileName bytes: UnsafePointer<CChar>) {
    var name: [UInt8] = []
    while bytes[name.count] != 0 { name.append(UInt8(bitPattern: bytes[name.count])) }
    self.init(fileName: name)
  }

  /// - Parameter bytes: without a zero.
  public init(fileName bytes: [UInt8]) {
    var scalars = String.UnicodeScalarView()
    var (rest, parser, place) = (bytes.makeIterator(), Unicode.UTF8.ForwardParser(), 0)
    while place < bytes.count {
      let (scalar, count) = Self.next(parser.parseScalar(from: &rest))
      // Such a scalar in a name would be taken for a byte.
      if let scalar, !Self.strays.contains(scalar.value) {
        scalars.append(scalar)
      } else {
        scalars += bytes[place..<place + count].compactMap { Unicode.Scalar(0x10FE00 + UInt32($0)) }
      }
      place += count
    }
    self.init(scalars)
  }

  private static func next(
    _ result: Unicode.ParseResult<Unicode.UTF8.EncodedScalar>
  ) -> (Unicode.Scalar?, Int) {
    switch result {
    case .valid(let units): (Unicode.UTF8.decode(units), units.count)
    case .error(let count): (nil, count)
    case .emptyInput: (nil, 0)
    }
  }

  public var fileNameBytes: [UInt8] {
    unicodeScalars.flatMap { scalar in
      Self.strays.contains(scalar.value)
        ? [UInt8(scalar.value - 0x10FE00)] : Array(UTF8.encode(scalar) ?? .init())
    }
  }

  /// The only way of a path to the system.
  public var systemPath: [CChar] { fileNameBytes.map(CChar.init(bitPattern:)) + [0] }
}
