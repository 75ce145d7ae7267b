extension KeyGuide {
  /// The same key where a script of somebody's own trains.
  /// - Parameter isStartedHere: whether it ends with this program.
  func ofScript(isStartedHere: Bool) -> KeyGuide {
    var guide = self
    switch keys {
    case "space": guide.long = "let the script make one training step: its moves light up in order"
    case "→", "->": guide.long = "let it make only the next move (arrow key, or l)"
    case "←", "<-":
      guide.long = "look back by one move (or h); the script waits where it is"
      guide.brief = "look back by one move; the script waits"
    case ", .": guide.long = "look back or on by a whole step; home, end: the first, the newest"
    case "enter": guide.long = "let it run by itself, or hold it between two moves"
    case "↑ ↓", "up dn":
      guide.long = "choose in a panel (j k, pages)"
      guide.brief = guide.long
    case "?": guide.long = "this page"
    case "q":
      guide.long =
        isStartedHere
        ? "leave: the script runs on without the screen; ctrl-c ends it too"
        : "leave, as ctrl-c does: the script runs on as if nobody watched"
    default: break
    }
    return guide
  }
}
