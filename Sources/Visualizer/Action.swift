internal import Canvas

/// What a key asks for; footer, help and README are drawn from this list.
enum Action: CaseIterable, Sendable {
  case step
  case move
  case run
  case faster
  case slower
  case nextPanel
  case lastPanel
  case evaluate
  case plot
  case restart
  case newSeed
  case help
  case quit

  init?(_ key: Key) {
    guard let action = Self.allCases.first(where: { $0.keys.contains(key) }) else { return nil }
    self = action
  }

  var keys: [Key] {
    switch self {
    case .step: [.character(" ")]
    case .move: [.right, .character("l")]
    case .run: [.enter]
    case .faster: [.character("+"), .character("=")]
    case .slower: [.character("-"), .character("_")]
    case .nextPanel: [.tab]
    case .lastPanel: [.backTab]
    case .evaluate: [.character("e")]
    case .plot: [.character("p")]
    case .restart: [.character("r")]
    case .newSeed: [.character("R")]
    case .help: [.character("?")]
    case .quit: [.character("q")]
    }
  }

  /// Held down, these go on while held and stop on release.
  var canBeHeld: Bool { self == .step || self == .move }
}
