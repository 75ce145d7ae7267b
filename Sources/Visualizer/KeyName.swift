internal import Canvas

extension Key {
  /// What a person calls it, at the beginning of a sentence.
  var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let scalar): String(Character(scalar.shown))
    case .enter: "enter"
    case .redraw: "ctrl-l"
    case .escape: "esc"
    case .tab: "tab"
    case .backTab: "shift-tab"
    case .backspace: "backspace"
    case .up: "up"
    case .down: "down"
    case .left: "left"
    case .right: "right"
    case .home: "home"
    case .end: "end"
    case .pageUp: "page up"
    case .pageDown: "page down"
    case .paste, .unknown, .report: "That key"
    }
  }
}
