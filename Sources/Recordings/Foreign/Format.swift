/// What a file is, by how it begins.
enum Format {
  /// A recording or a run log of ours.
  case own
  /// Hugging Face's trainer_state.json.
  case trainerState
  /// Lightning's metrics.csv, or another table with a column of steps.
  case table
  /// Lines that a loop like nanoGPT's prints.
  case printed

  /// So much of a file is looked at.
  static let most = 1 << 16

  /// Nil where nothing that is known begins like this.
  init?(_ start: ArraySlice<UInt8>) {
    let text = String(decoding: start.withoutMark.prefix(Self.most), as: UTF8.self)
    let lines = text.split(maxSplits: 400, whereSeparator: \.isNewline)
    let first = lines.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    if lines.contains(where: { $0.hasPrefix(#"{"type":"#) }) {
      self = .own
    } else if first.drop(while: \.isWhitespace).hasPrefix("{") {
      if text.contains(#""log_history""#) {
        self = .trainerState
      } else if first.contains(#""type""#) {
        self = .own
      } else {
        return nil
      }
    } else if MetricsTable(header: first) != nil {
      self = .table
    } else if lines.contains(where: { PrintedLine($0) != nil }) {
      self = .printed
    } else {
      return nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without the mark that some programs put before UTF-8.
  var withoutMark: ArraySlice<UInt8> { starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self }
}
