extension KeyGuide {
  /// The same key for somebody who follows; nil where it has nothing to do then.
  var ofFollower: KeyGuide? {
    var guide = self
    switch short {
    case "step", "run", "auto", "speed": return nil
    case "move":
      guide.long = "look alone, a move further on (arrow key, or l); esc comes back to the class"
      guide.brief = "look alone, a move further on"
    case "back":
      guide.long = "look alone, a move back (or h); esc comes back to the class"
      guide.brief = "look alone, a move back"
      guide.rank = 2
    case "whole steps":
      guide.long = "look alone, a whole step back or on; home, end: the first, the newest"
      guide.brief = "look alone, a whole step back or on"
      guide.rank = 3
    case "panel": guide.long = "look alone at the next side panel (shift-tab: the one before)"
    case "ask":
      return KeyGuide(
        keys: "1 2 3", short: "answer",
        long: "answer what the class is asked, while the question shows",
        brief: "answer what the class is asked", rank: 17)
    case "choose":
      guide.long = "choose in a panel (j k, pages)"
      guide.brief = guide.long
    case "help": guide.long = "this page"
    case "quit": guide.long = "leave the class (so does ctrl-c)"
    default: break
    }
    return guide
  }
}
