internal import JSONText
internal import Moves

extension MapReading: Shaped {
  static var blank: Self {
    Self(
      points: [], data: [], classes: 1, verdicts: [], columns: 1, xRange: 0...1, yRange: 0...1)
  }

  mutating func fill(_ form: inout Form) {
    form.list("points", &points)
    form.list("data", &data)
    form.field("classes", &classes)
    form.list("verdicts", &verdicts)
    form.field("columns", &columns)
    form.field("x_range", &xRange)
    form.field("y_range", &yRange)
    form.require(1...Self.mostClasses ~= classes, "classes")
    form.require(columns >= 1 && verdicts.count % max(columns, 1) == 0, "columns")
    form.require(points.allSatisfy { isClass($0.answer) && isClass($0.guess) }, "points")
    form.require(data.allSatisfy { isClass($0.answer) }, "data")
    form.require(verdicts.allSatisfy { isClass($0.guess) }, "verdicts")
  }

  private func isClass(_ number: Int?) -> Bool { number.map { $0 >= 0 && $0 < classes } ?? true }

  private static let mostClasses = 1000
}

extension MapReading.Point: Wired {
  init?(_ json: JSON) {
    guard case .array(let parts) = json, parts.count == 4, let x = Float(parts[0]),
      let y = Float(parts[1]), let answer = Int(parts[2])
    else { return nil }
    guard parts[3] == .null || Int(parts[3]) != nil else { return nil }
    self.init(x: x, y: y, answer: answer, guess: Int(parts[3]))
  }

  func write(to text: inout String) { text.list(x, y, answer, guess) }
}

extension MapReading.Example: Wired {
  init?(_ json: JSON) {
    guard case .array(let parts) = json, parts.count == 3, let x = Float(parts[0]),
      let y = Float(parts[1]), let answer = Int(parts[2])
    else { return nil }
    self.init(x: x, y: y, answer: answer)
  }

  func write(to text: inout String) { text.list(x, y, answer) }
}

extension MapReading.Verdict: Wired {
  init?(_ json: JSON) {
    guard case .array(let parts) = json, parts.count == 2, let probability = Float(parts[1]),
      parts[0] == .null || Int(parts[0]) != nil
    else { return nil }
    self.init(guess: Int(parts[0]), probability: probability)
  }

  func write(to text: inout String) { text.list(guess, probability) }
}
