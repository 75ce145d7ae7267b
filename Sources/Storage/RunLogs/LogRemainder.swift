/// What of a log still holds when its run goes on from an earlier step: a run that was killed has
/// written steps that its last checkpoint does not know, and perhaps half a line.
struct LogRemainder {
  /// Bytes to keep, from the first one.
  private(set) var length = 0
  /// The last line that says what the run is.
  private(set) var run: String?
  /// The last step it has, kept or not.
  private var lastStep: Int?

  /// Nil if these are not the lines of a log.
  init?(_ bytes: [UInt8], through step: Int) {
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let end = line.endIndex
      guard end < bytes.count else { break }
      if run == nil || line.starts(with: Self.runStart) {
        guard line.starts(with: Self.runStart) else { return nil }
        run = String(decoding: line, as: UTF8.self)
      }
      if let made = Self.step(of: line, Self.stepStarts[...0]) { lastStep = made }
      if let made = Self.step(of: line, Self.stepStarts[...]), made > step { break }
      length = end + 1
    }
    if run == nil, !Self.runStart.starts(with: bytes.prefix(Self.runStart.count)) { return nil }
  }

  private static let runStart = Array(#"{"type":"run","#.utf8)
  private static let stepStarts = ["step", "eval", "stop"].map {
    Array(#"{"type":"\#($0)","step":"#.utf8)
  }

  private static func step(of line: ArraySlice<UInt8>, _ starts: ArraySlice<[UInt8]>) -> Int? {
    guard let start = starts.first(where: { line.starts(with: $0) }) else { return nil }
    let digits = line.dropFirst(start.count).prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// What keeps a run from going on in it; nil where nothing does. An older log may say less.
  func difference(from now: JSON, after step: Int) -> String? {
    let before = run.flatMap { try? JSONReader.read(Array($0.utf8)[...]) }
    for name in Self.fixed {
      guard let value = before?[name], value != now[name] else { continue }
      let other = now[name].map { "not \(Self.words($0))" } ?? "and this run has none"
      return "its \(name) is \(Self.words(value)), \(other)"
    }
    guard let lastStep, lastStep < step else { return nil }
    return "it ends at step \(lastStep), and this run goes on after step \(step)"
  }

  /// What no run changes on its way.
  private static let fixed = [
    "lesson", "seed", "break", "optimizer", "init_std", "layers", "heads", "width", "context",
  ]

  private static func words(_ value: JSON) -> String { value.string ?? value.description }
}
