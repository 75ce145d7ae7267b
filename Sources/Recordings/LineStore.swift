internal import Platform

/// The lines of a file that may be larger than memory, and may grow.
final class LineStore {
  private let descriptor: CInt
  /// Bytes of the file that are held, from `start` on.
  private var window: [UInt8] = []
  private var start = 0
  /// Whether somebody goes on writing.
  private let grows: () -> Bool

  /// No line of ours is longer; of a longer one only its end is looked for.
  static let longest = 1 << 22
  private static let piece = 1 << 17

  /// - Parameter descriptor: of a regular file; closed in the end.
  /// - Parameter grows: whether more may come, asked before the end is looked at.
  init(_ descriptor: CInt, grows: @escaping () -> Bool = { false }) {
    (self.descriptor, self.grows) = (descriptor, grows)
  }

  deinit { close(descriptor) }

  /// How many bytes a mark takes that some editors put before UTF-8.
  var markLength: Int {
    var start: [UInt8] = [0, 0, 0]
    return pread(descriptor, &start, 3, 0) == 3 && start[...].withoutMark.isEmpty ? 3 : 0
  }

  /// Bytes of the file now.
  var size: Int {
    var facts = stat()
    return fstat(descriptor, &facts) == 0 ? Int(facts.st_size) : 0
  }

  /// A line without its end; nil bytes where it is longer than any of ours.
  struct Found {
    var bytes: ArraySlice<UInt8>?
    /// Where the next begins.
    var end: Int
    /// Whether its end was written.
    var isWhole = true
  }

  /// The line at a place; nil where none ends yet. What has no end is a line where no more can come.
  func line(at place: Int) -> Found? {
    let isComplete = !grows()
    hold(place)
    var from = place
    while true {
      if let end = lineEnd(from: from) {
        return Found(bytes: window[(place - start)..<(end - start)], end: end + 1)
      }
      from = start + window.count
      if from - place > Self.longest { return passedOver(from: from, isComplete) }
      if readMore() { continue }
      guard isComplete, from > place else { return nil }
      return Found(bytes: window[(place - start)...], end: from, isWhole: false)
    }
  }

  /// The end of a line of which nothing is kept.
  private func passedOver(from place: Int, _ isComplete: Bool) -> Found? {
    (start, window) = (place, [])
    while readMore() {
      if let end = lineEnd(from: start) { return Found(bytes: nil, end: end + 1) }
      (start, window) = (start + window.count, [])
    }
    return isComplete ? Found(bytes: nil, end: start) : nil
  }

  /// Makes what is held begin not far before a place.
  private func hold(_ place: Int) {
    if place < start || place > start + window.count {
      (start, window) = (place, [])
    } else if place - start >= Self.piece {
      window.removeFirst(place - start)
      start = place
    }
  }

  private func lineEnd(from place: Int) -> Int? {
    window.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + (place - start), 0x0A, bytes.count - (place - start))
      else { return nil }
      return start + (UnsafeRawPointer(found) - base)
    }
  }

  /// False where the file has no more now.
  private func readMore() -> Bool {
    let known = window.count
    var more = [UInt8](repeating: 0, count: Self.piece)
    var read: Int
    repeat {
      read = pread(descriptor, &more, more.count, off_t(start + known))
    } while read < 0 && errno == EINTR
    guard read > 0 else { return false }
    window += more.prefix(read)
    return true
  }
}
