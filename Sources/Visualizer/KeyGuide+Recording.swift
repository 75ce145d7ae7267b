extension KeyGuide {
  /// The same key where nothing is trained.
  /// - Parameter hasMoves: whether it tells of single moves.
  func ofRecording(hasMoves: Bool) -> KeyGuide {
    var guide = self
    switch short {
    case "step" where !hasMoves:
      guide.long = "show the next step that is told of"
      guide.brief = guide.long
    case "choose":
      guide.long = "choose in a panel (j k, pages)"
      guide.brief = guide.long
    case "step":
      guide.long = "show the next training step: its five moves light up in order"
      guide.brief = "show the next training step, move by move"
    case "run": guide.long = "hold space to play on, release it to stop"
    case "move": guide.long = "show only the next move (arrow key, or l)"
    case "back": guide.long = "back by one move (or h)"
    case "whole steps":
      guide.long =
        "a whole step back or on; home: this loop's start, again the one before; end: the end"
    case "auto": guide.long = "play by itself, or pause"
    case "speed":
      guide.long = "faster, slower: 1 to 32 steps a second, then all at once; under 1 as recorded"
      guide.brief = "play faster, slower; under 1: as recorded"
    case "help": guide.long = "this page"
    default: break
    }
    return guide
  }
}
