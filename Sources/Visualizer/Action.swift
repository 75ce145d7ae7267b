internal import Canvas
internal import Moves

/// What a key asks for; its words in footer and help are its `KeyGuide`'s.
enum Action: CaseIterable, Sendable, Equatable {
  case step
  case move
  case back
  case stepBack
  case stepOn
  case home
  case end
  case run
  case faster
  case slower
  case nextPanel
  case lastPanel
  case explain(Move)
  case chooseLast
  case chooseNext
  case pageUp
  case pageDown
  case find
  case mostMoved
  case breakLoop
  case ask
  case evaluate
  case sample
  case check
  case scale
  case smooth
  case plot
  case picture
  case restart
  case newSeed
  case help
  case quit

  static let allCases: [Action] =
    [
      .step, .move, .back, .stepBack, .stepOn, .home, .end, .run, .faster, .slower, .nextPanel,
      .lastPanel,
    ]
    + Move.allCases.map(Action.explain)
    + [.chooseLast, .chooseNext, .pageUp, .pageDown, .find, .mostMoved, .breakLoop, .ask]
    + [
      .evaluate, .sample, .check, .scale, .smooth, .plot, .picture, .restart, .newSeed, .help,
      .quit,
    ]

  init?(_ key: Key) {
    guard let action = Self.allCases.first(where: { $0.keys.contains(key) }) else { return nil }
    self = action
  }

  var keys: [Key] {
    switch self {
    case .step: [.character(" ")]
    case .move: [.right, .character("l")]
    case .back: [.left, .character("h")]
    case .stepBack: [.character(",")]
    case .stepOn: [.character(".")]
    case .home: [.home]
    case .end: [.end]
    case .run: [.enter]
    case .faster: [.character("+"), .character("=")]
    case .slower: [.character("-"), .character("_")]
    case .nextPanel: [.tab]
    case .lastPanel: [.backTab]
    case .explain(let move): [.character(Unicode.Scalar(UInt8(ascii: "0") + UInt8(move.number)))]
    case .chooseLast: [.up, .character("k")]
    case .chooseNext: [.down, .character("j")]
    case .pageUp: [.pageUp]
    case .pageDown: [.pageDown]
    case .find: [.character("/")]
    case .mostMoved: [.character("m")]
    case .breakLoop: [.character("b")]
    case .ask: [.character("a")]
    case .evaluate: [.character("e")]
    case .sample: [.character("g")]
    case .check: [.character("c")]
    case .scale: [.character("y")]
    case .smooth: [.character("s")]
    case .plot: [.character("p")]
    case .picture: [.character("S")]
    case .restart: [.character("r")]
    case .newSeed: [.character("R")]
    case .help: [.character("?")]
    case .quit: [.character("q")]
    }
  }

  /// What it asks of the run; nil if that is done at once. Held down, these go on while held and
  /// stop on release.
  var request: Request? {
    switch self {
    case .step: .step
    case .move: .move
    case .back: .travel(.backMove)
    case .stepBack: .travel(.backStep)
    case .stepOn: .wholeStep
    case .home: .travel(.home)
    case .end: .travel(.end)
    case .evaluate: .evaluate
    case .sample: .sample
    case .check: .check
    default: nil
    }
  }

  /// Whether the run, or a way through it, begins with this key.
  var setsGoing: Bool {
    switch self {
    case .run, .restart, .newSeed: true
    default: request != nil
    }
  }

  /// Whether moves that are still to be lit are not waited for.
  var skipsLights: Bool { request != nil || self == .run || self == .breakLoop }
}
