extension KeyGuide {
  /// The same key for somebody who follows; nil where it has nothing to do then.
  var ofFollower: KeyGuide? {
    var guide = self
    switch short {
    case "step", "run", "auto", "speed": return nil
    case "move":
      guide.long = "look around alone: the next move (arrow key, or l); esc: back to the class"
      guide.brief = "look around alone: the next move"
    case "back":
      guide.long = "look around alone: the move before (or h); esc: back to the class"
      guide.brief = "look around alone: the move before"
      guide.rank = 2
    case "whole steps":
      guide.long = "look around alone by whole steps; home: step 0; end: the newest"
      guide.brief = "look around alone by whole steps"
      guide.rank = 3
    case "panel": guide.long = "look around alone: the next side panel (shift-tab: the one before)"
    case "ask":
      return KeyGuide(
        keys: "1 2 3", short: "answer",
        long: "answer your teacher's question, while it shows",
        brief: "answer your teacher's question", rank: 17)
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
