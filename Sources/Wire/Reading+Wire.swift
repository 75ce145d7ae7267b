internal import JSONText
internal import Moves

extension Reading: Shaped {
  static var blank: Reading { .text(.blank) }

  mutating func fill(_ form: inout Form) {
    var (text, line, map) = parts
    form.field("text", &text)
    form.field("line", &line)
    form.field("map", &map)
    let found =
      text.map { Reading.text($0) } ?? line.map { .line($0) } ?? map.map { .map($0) }
    form.require(found != nil, "reading")
    self = found ?? self
  }

  private var parts: (TextReading?, LineReading?, MapReading?) {
    switch self {
    case .text(let reading): (reading, nil, nil)
    case .line(let reading): (nil, reading, nil)
    case .map(let reading): (nil, nil, reading)
    }
  }
}

extension TextReading: Shaped {
  static var blank: Self {
    Self(context: "", answer: Guess(symbol: "", logit: 0, probability: 0), guesses: [], loss: 0)
  }

  mutating func fill(_ form: inout Form) {
    form.field("context", &context)
    form.field("answer", &answer)
    form.list("guesses", &guesses)
    form.field("loss", &loss)
    form.list("others", &others)
    form.require(others.count < Self.mostExamples, "others")
  }
}

extension Guess: Wired {
  init?(_ json: JSON) {
    guard case .array(let parts) = json, parts.count == 3, let symbol = String(parts[0]),
      let logit = Float(parts[1]), let probability = Float(parts[2])
    else { return nil }
    self.init(symbol: symbol, logit: logit, probability: probability)
  }

  func write(to text: inout String) { text.list(symbol, logit, probability) }
}

extension ClosedRange: Wired where Bound == Float {
  init?(_ json: JSON) {
    guard let ends = [Float](json), ends.count == 2, ends[0] <= ends[1],
      ends.allSatisfy({ $0.isFinite })
    else { return nil }
    self = ends[0]...ends[1]
  }

  func write(to text: inout String) { [lowerBound, upperBound].write(to: &text) }
}
