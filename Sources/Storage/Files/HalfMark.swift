import Platform

/// What a file says at its beginning or its end until it is whole, so that what a killed run left is
/// told from a file of somebody's own.
enum HalfMark {
  static let bytes = Array("A run of fivemoves writes here; the next one removes this file.\n".utf8)

  /// Whether a run began the file. A power cut may have left it empty, or zeros for the mark.
  static func isOn(_ descriptor: CInt) -> Bool {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return false }
    if facts.st_mode & S_ISVTX != 0 { return true }
    let first = part(of: descriptor, at: 0)
    let last = part(of: descriptor, at: max(Int(facts.st_size) - bytes.count, 0))
    return first == bytes || last == bytes || first.allSatisfy { $0 == 0 }
  }

  /// A bit of the mode that means nothing of a file: it stands from the last of the bytes until the
  /// file has its name, where there is no place for words.
  static func setBit(_ isSet: Bool, on descriptor: CInt) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return }
    let mode = facts.st_mode & 0o777
    fchmod(descriptor, isSet ? mode | S_ISVTX : mode)
  }

  static func put(on descriptor: CInt, at place: Int) -> Bool {
    let count = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(place)) }
    // A disk that is full may still take a part.
    if count >= 0, count < bytes.count { errno = ENOSPC }
    return count == bytes.count
  }

  private static func part(of descriptor: CInt, at place: Int) -> [UInt8] {
    var part = [UInt8](repeating: 0, count: bytes.count)
    let count = part.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, $0.count, off_t(place))
    }
    return Array(part.prefix(max(count, 0)))
  }
}
