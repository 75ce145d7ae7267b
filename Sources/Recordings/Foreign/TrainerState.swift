internal import JSONText

/// Hugging Face's trainer_state.json, an entry of its log at a time: the file may be larger than
/// memory should be.
struct TrainerState {
  /// Training steps in all, once that was read.
  private(set) var steps: Int?
  private var (depth, isInString, isEscaped) = (0, false, false)
  /// What is being read: an entry of the log, or a word or a number of the state itself.
  private var piece: [UInt8] = []
  private var lastString = ""
  private var key = ""

  private static let longestEntry = 1 << 20

  /// Takes in the next bytes; returns the entries that end in them.
  mutating func take(_ bytes: some Sequence<UInt8>) -> [Entry] {
    bytes.compactMap { take($0) }
  }

  private mutating func take(_ byte: UInt8) -> Entry? {
    if piece.count < Self.longestEntry { piece.append(byte) }
    if isInString {
      takeInString(byte)
      return nil
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: ":") where depth == 1:
      key = lastString
      piece = []
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "["):
      return takeMark(byte)
    default: break
    }
    return nil
  }

  private mutating func takeInString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
      if depth == 1 { lastString = string }
    }
  }

  /// The string that has just ended.
  private var string: String {
    let start = piece.dropLast().lastIndex(of: UInt8(ascii: "\"")).map { $0 + 1 } ?? 0
    return String(decoding: piece[start..<max(piece.count - 1, start)], as: UTF8.self)
  }

  private mutating func takeMark(_ byte: UInt8) -> Entry? {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if depth == 2 { piece = [byte] }
      depth += 1
    case UInt8(ascii: ","):
      if depth == 1 { takeNumber() }
      if depth <= 2 { piece = [] }
    default:
      depth -= 1
      if depth == 0 { takeNumber() }
      if depth == 2, key == "log_history", byte == UInt8(ascii: "}") { return entry }
    }
    return nil
  }

  private mutating func takeNumber() {
    let text = String(decoding: piece.dropLast(), as: UTF8.self).filter { !$0.isWhitespace }
    guard let number = Double(text), 1..<1e9 ~= number else { return }
    if key == "max_steps" { steps = Int(number) }
  }

  private var entry: Entry? {
    guard let json = try? JSONReader.read(piece.withNumbersOfJSON[...]),
      let step = json["step"]?.count,
      step < Entry.mostSteps
    else { return nil }
    let value = { (name: String) in json[name]?.real }
    // Its last entry sums the run up, under another name.
    return Entry(
      step: step, loss: value("loss"), gradNorm: value("grad_norm"),
      learningRate: value("learning_rate"), validationLoss: value("eval_loss"))
  }
}

extension [UInt8] {
  /// Python writes numbers that JSON does not have; they stand in strings here.
  fileprivate var withNumbersOfJSON: [UInt8] {
    let text = String(decoding: self, as: UTF8.self)
    guard text.contains("NaN") || text.contains("Infinity") else { return self }
    return Array(
      text.replacing(": NaN", with: ": \"NaN\"").replacing(": Infinity", with: ": \"inf\"")
        .replacing(": -Infinity", with: ": \"-inf\"").utf8)
  }
}

extension JSON {
  /// A number, also one that stands in a string.
  fileprivate var real: Double? {
    switch self {
    case .number(let text), .string(let text): Double(text)
    default: nil
    }
  }
}
