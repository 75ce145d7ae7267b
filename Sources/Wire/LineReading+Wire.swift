internal import JSONText
internal import Moves

extension LineReading: Shaped {
  static var blank: Self {
    Self(points: [], data: [], weight: 0, bias: 0, xRange: 0...1, yRange: 0...1)
  }

  mutating func fill(_ form: inout Form) {
    form.list("points", &points)
    form.list("data", &data)
    form.field("weight", &weight)
    form.field("bias", &bias)
    form.field("x_range", &xRange)
    form.field("y_range", &yRange)
  }
}

extension LineReading.Point: Wired {
  init?(_ json: JSON) {
    guard let parts = [Float](json), parts.count == 3 else { return nil }
    self.init(x: parts[0], y: parts[1], guess: parts[2])
  }

  func write(to text: inout String) { [x, y, guess].write(to: &text) }
}

extension LineReading.Place: Wired {
  init?(_ json: JSON) {
    guard let parts = [Float](json), parts.count == 2 else { return nil }
    self.init(x: parts[0], y: parts[1])
  }

  func write(to text: inout String) { [x, y].write(to: &text) }
}
