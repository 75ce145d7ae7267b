internal import Moves
internal import Platform
public import Recordings
internal import Synchronization

/// What a script prints while the screen is ours: it goes into files, so that neither waits for the
/// other, and comes out on the normal screen before and after.
public final class KeptOutput: Sendable {
  /// One of its two ways out.
  final class Way: Sendable {
    let file: CInt
    let target: CInt
    let place = Mutex<(printed: off_t, shown: off_t)>((0, 0))

    init(_ file: CInt, to target: CInt) { (self.file, self.target) = (file, target) }
    deinit { close(file) }
  }

  let standard: Way
  let error: Way

  /// Where both of ours go to the same place, so do both of the script's, in their order.
  public init() throws(RecordingError) {
    standard = Way(try NamelessFile.open(for: "the output"), to: STDOUT_FILENO)
    error =
      Self.areOne(STDOUT_FILENO, STDERR_FILENO)
      ? standard : Way(try NamelessFile.open(for: "the output"), to: STDERR_FILENO)
  }

  private static func areOne(_ one: CInt, _ other: CInt) -> Bool {
    var (first, second) = (stat(), stat())
    return fstat(one, &first) == 0 && fstat(other, &second) == 0
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  private var ways: [Way] { standard === error ? [standard] : [standard, error] }

  /// Prints what has come since, byte by byte.
  public func passOn() {
    for way in ways {
      way.place.withLock { place in
        while let bytes = Self.next(of: way, from: place.printed) {
          guard NamelessFile.append(bytes, to: way.target) else { return }
          place.printed += off_t(bytes.count)
        }
      }
    }
  }

  /// Whole lines that have come since this was last asked, without what would steer a terminal.
  public func newLines() -> [String] {
    ways.flatMap { way in
      way.place.withLock { place -> [String] in
        place.shown = max(place.shown, place.printed)
        guard let bytes = Self.next(of: way, from: place.shown),
          let end = bytes.lastIndex(of: 0x0A)
        else { return [] }
        place.shown += off_t(end + 1)
        return bytes[..<end].split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
          // A bar that is drawn over and over shows as it was last.
          let last = line.split(separator: 0x0D).last ?? []
          return String(decoding: last, as: UTF8.self).tame
        }
      }
    }
  }

  private static func next(of way: Way, from place: off_t) -> [UInt8]? {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = pread(way.file, &piece, piece.count, place)
    return count > 0 ? Array(piece.prefix(count)) : nil
  }
}
