/// How a role looks; colours are the terminal's numbers, nil is the terminal's own colour.
struct Style: Equatable {
  var foreground: Int32?
  var background: Int32?
  var attributes: Attributes

  init(_ foreground: Int32, on background: Int32? = nil, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  init(_ attributes: Attributes = []) {
    self.attributes = attributes
  }
}

struct Attributes: OptionSet {
  let rawValue: Int32

  static let bold = Attributes(rawValue: 1)
  static let dim = Attributes(rawValue: 2)
  static let reverse = Attributes(rawValue: 4)
  static let underline = Attributes(rawValue: 8)
}
