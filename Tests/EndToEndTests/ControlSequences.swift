/// The control sequences of a stream, and what of them a well-behaved program never sends.
struct ControlSequences {
  /// Those that begin with `ESC [`: parameters and final byte.
  private(set) var controls: [(parameters: String, final: Character)] = []
  /// What follows ESC otherwise.
  private(set) var escapes: [Character] = []

  init(_ bytes: [UInt8]) {
    var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}", let next = rest.popFirst() else { continue }
      guard next == "[" else {
        escapes.append(Character(next))
        continue
      }
      let parameters = rest.prefix { (0x20..<0x40).contains($0.value) }
      rest = rest.dropFirst(parameters.count)
      if let final = rest.popFirst() { controls.append((String(parameters), Character(final))) }
    }
  }

  /// Queries, mouse and focus modes, and any string sent to the terminal, such as OSC 4, 10, 11, 104.
  var unwanted: [String] {
    let strings = escapes.filter { "]PX^_".contains($0) }.map { "ESC \($0)" }
    return strings
      + controls.filter { Self.asks($0) || Self.setsInput($0) }.map {
        "\($0.parameters)\($0.final)"
      }
  }

  private static func asks(_ control: (parameters: String, final: Character)) -> Bool {
    switch control.final {
    case "n", "u", "x", "q": true
    // With a question mark it is the shape of the Linux console's cursor.
    case "c": !control.parameters.hasPrefix("?")
    case "p": control.parameters.contains("$")
    // Keeping and giving back the title says nothing.
    case "t": !["22;0;0", "23;0;0"].contains(control.parameters)
    default: false
    }
  }

  private static func setsInput(_ control: (parameters: String, final: Character)) -> Bool {
    guard control.final == "h", control.parameters.hasPrefix("?") else { return false }
    let modes = control.parameters.dropFirst().split(separator: ";").compactMap { Int($0) }
    return modes.contains { $0 == 9 || (1000...1016).contains($0) || (2005...2048).contains($0) }
  }

  /// How many colours the stream uses, told by how it names them.
  var tier: Tier {
    let looks = controls.filter { $0.final == "m" }.map(\.parameters)
    if looks.contains(where: { $0.contains("38:2") || $0.contains("38;2") }) { return .direct }
    if looks.contains(where: { $0.contains("8;5;") }) { return .indexed256 }
    let eight = looks.flatMap { $0.split(separator: ";") }.compactMap { Int($0) }
      .contains { (30...37).contains($0) || (40...47).contains($0) }
    return eight ? .indexed8 : .mono
  }

  enum Tier { case direct, indexed256, indexed8, mono }
}
