extension KeyGuide {
  /// The same key for somebody who follows; nil where it has nothing to do then.
  func ofFollower(isOver: Bool) -> KeyGuide? {
    var guide = self
    let (around, back) = isOver ? ("", "") : ("look around alone: ", "; esc: back to the class")
    switch short {
    case "step", "run", "auto", "speed": return nil
    case "move":
      guide.long = "\(around)the next move (arrow key, or l)\(back)"
      guide.brief = "\(around)the next move"
    case "back":
      guide.long = "\(around)the move before (or h)\(back)"
      guide.brief = "\(around)the move before"
      guide.rank = 2
    case "whole steps":
      guide.long =
        isOver
        ? "a whole step back or on; home: step 0; end: the newest"
        : "look around alone by whole steps; home: step 0; end: the newest"
      guide.brief = isOver ? "a whole step back or on" : "look around alone by whole steps"
      guide.rank = 4
    case "panel": guide.long = "\(around)the next side panel (shift-tab: the one before)"
    case "ask":
      return isOver
        ? nil
        : KeyGuide(
          keys: "1 2 3", short: "answer",
          long: "answer your teacher's question, while it shows",
          brief: "answer your teacher's question", rank: 17)
    case "choose":
      guide.long = "choose in a panel (j k, pages)"
      guide.brief = guide.long
    case "help": guide.long = "this page"
    case "quit": guide.long = isOver ? "quit (so does ctrl-c)" : "leave the class (so does ctrl-c)"
    default: break
    }
    return guide
  }
}
