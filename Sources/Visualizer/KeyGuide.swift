internal import Canvas
public import Moves

/// A line of the footer and of help: which key, and what it does in few and in more words.
public struct KeyGuide: Sendable, Equatable {
  public var keys: String
  public var short: String
  public var long: String
  /// What it does where there is no room for all words.
  var brief: String?
  /// Whether there is always room for it in the footer: more important ones come first.
  var rank: Int
  /// Of which a run must offer one; none where any run will do.
  var actions: [Action] = []

  /// While a parameter is looked for every other key is a letter of its name.
  static let searching = [
    KeyGuide(keys: "enter", short: "choose", long: "choose what was found", rank: 0),
    KeyGuide(keys: "esc", short: "leave the search", long: "choose nothing", rank: 1),
  ]

  /// A page names it where it has something to close.
  public static let escape = KeyGuide(
    keys: "esc", short: "close",
    long: "close a page, a question, the search or the walk through step 1; "
      + "in a class, go back to the teacher", rank: 1)

  /// In the order a learner meets them, as far as a run can be asked for them.
  public static func all(
    ascii: Bool, isBroken: Bool = false, abilities: Abilities = .all, keepsPictures: Bool = true,
    isOver: Bool = false
  ) -> [KeyGuide] {
    let sideRoads = sideRoads.filter { $0.action.isOffered(by: abilities) }
    let guides =
      everyOne(ascii: ascii, isBroken: isBroken, sideRoads: sideRoads)
      .compactMap { guide in
        if abilities.contains(.following) { return guide.ofFollower(isOver: isOver) }
        if abilities.contains(.recorded) {
          return guide.ofRecording(hasMoves: abilities.contains(.moves))
        }
        guard abilities.contains(.elsewhere) else { return guide }
        return guide.ofScript(isStartedHere: abilities.contains(.startedHere))
      }
    return guides.filter { guide in
      guard keepsPictures || guide.actions != [.picture] else { return false }
      return guide.actions.isEmpty || guide.actions.contains { $0.isOffered(by: abilities) }
    }
  }

  private typealias SideRoad = (action: Action, key: String, words: String)

  private static let sideRoads: [SideRoad] = [
    (.evaluate, "e", "evaluate"), (.sample, "g", "write a sample"),
    (.check, "c", "check the gradient"),
  ]

  private static func everyOne(
    ascii: Bool, isBroken: Bool, sideRoads: [SideRoad]
  ) -> [KeyGuide] {
    [
      KeyGuide(
        keys: "space", short: "step",
        long: "make one training step: the five moves light up in order",
        brief: "make one training step, move by move", rank: 0),
      KeyGuide(
        keys: "hold", short: "run", long: "hold space to run, release it to stop", rank: 7),
      KeyGuide(
        keys: ascii ? "->" : "→", short: "move", long: "make only the next move (arrow key, or l)",
        rank: 2, actions: [.move]),
      KeyGuide(
        keys: ascii ? "<-" : "←", short: "back", long: "take back the last move (or h)", rank: 5,
        actions: [.back]),
      KeyGuide(
        keys: ", .", short: "whole steps",
        long: "back or forward by a whole step; home: step 0; end: the newest",
        brief: "back or forward by a whole step", rank: 15,
        actions: [.stepBack]),
      KeyGuide(keys: "enter", short: "auto", long: "run by itself, or pause", rank: 4),
      KeyGuide(
        keys: "+ -", short: "speed",
        long: "faster, slower: 1 to 32 steps a second, then as fast as it goes",
        brief: "run faster, slower", rank: 9),
      KeyGuide(
        keys: "tab", short: "panel", long: "the next side panel (shift-tab: the one before)",
        rank: 8),
      KeyGuide(
        keys: "1-5", short: "explain",
        long: "explain that move; the same number again: follow the live one",
        brief: "explain that move; again: follow the live one", rank: 10),
      KeyGuide(
        keys: ascii ? "up dn" : "↑ ↓", short: "choose",
        long: "choose in a panel (j k, pages); / finds a parameter, m what moved most",
        brief: "choose in a panel; / finds, m what moved most",
        rank: 14),
      KeyGuide(
        keys: "b", short: isBroken ? "mend" : "break",
        long: "break the loop: make a mistake, and watch it beside a good loop",
        brief: "make a mistake, and watch it beside a good loop", rank: 6,
        actions: [.breakLoop]),
      KeyGuide(
        keys: "a", short: "ask", long: "ask the class: its answers are counted as they come",
        brief: "ask the class; its answers are counted", rank: 7, actions: [.ask]),
      KeyGuide(
        keys: sideRoads.map(\.key).joined(separator: " "), short: "side roads",
        long: "\(sideRoads.map(\.words).joined(separator: "; ")): nothing is learned",
        brief: sideRoads.map(\.words).joined(separator: "; "), rank: 13,
        actions: Self.sideRoads.map(\.action)),
      KeyGuide(
        keys: "y s p", short: "curve",
        long: "the curve: log axis; smoothing; what it is drawn with",
        brief: "the curve: log axis; smoothing; drawn with", rank: 11),
      KeyGuide(
        keys: "S", short: "picture",
        long: "keep this screen as a picture, an SVG file in the current folder",
        brief: "keep this screen as a picture (SVG)", rank: 16, actions: [.picture]),
      KeyGuide(
        keys: "r R", short: "restart", long: "start again with the same seed, with a new seed",
        rank: 12, actions: [.restart]),
      KeyGuide(
        keys: "?", short: "help", long: "this page; v on it walks through the first step", rank: 1),
      KeyGuide(keys: "q", short: "quit", long: "leave (so does ctrl-c)", rank: 3),
    ]
  }
}
