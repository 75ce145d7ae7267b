import Platform

/// The whole lines of an open file one after the other, in memory that does not grow with it.
struct LogLines {
  private let descriptor: CInt
  private var part = [UInt8](repeating: 0, count: 1 << 16)
  /// The bytes of the part that were not looked at yet.
  private var rest = 0..<0
  private var place: off_t = 0

  /// How much is kept of a line, no matter how long it is.
  static let mostKept = 1 << 22

  init(_ descriptor: CInt) { self.descriptor = descriptor }

  /// The next line without its end, at most its first bytes, and its length with the end; nil
  /// where no line ends any more, with what is left in `start`.
  /// - Throws: if it does not begin with `mark`: the rest of it is not read then.
  mutating func next(
    beginningWith mark: [UInt8], start: inout [UInt8]
  ) throws(FileError) -> Int? {
    start.removeAll(keepingCapacity: true)
    var length = 0
    while true {
      if rest.isEmpty, try !fill() { return nil }
      guard length > 0 || zip(part[rest], mark).allSatisfy(==) else { throw .notALog }
      let end = lineEnd()
      let piece = rest.lowerBound..<(end ?? rest.upperBound)
      start += part[piece].prefix(max(Self.mostKept - start.count, 0))
      length += piece.count
      rest = (end.map { $0 + 1 } ?? rest.upperBound)..<rest.upperBound
      if end != nil { return length + 1 }
    }
  }

  private func lineEnd() -> Int? {
    part.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + rest.lowerBound, 0x0A, rest.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// False at the end of the file.
  private mutating func fill() throws(FileError) -> Bool {
    while true {
      let count = pread(descriptor, &part, part.count, place)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .cannotRead(errno) }
      place += off_t(count)
      rest = 0..<count
      return count > 0
    }
  }
}
