/// What a source can be asked for beyond going on: keys, help and pages offer no more than that.
public struct Abilities: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// One move at a time.
  public static let moves = Abilities(rawValue: 1 << 0)
  /// Back and forth through what was made.
  public static let back = Abilities(rawValue: 1 << 1)
  /// A mistake in the loop, and mending it.
  public static let breaking = Abilities(rawValue: 1 << 2)
  public static let evaluation = Abilities(rawValue: 1 << 3)
  public static let samples = Abilities(rawValue: 1 << 4)
  public static let gradientChecks = Abilities(rawValue: 1 << 5)
  /// A parameter followed from move to move.
  public static let watching = Abilities(rawValue: 1 << 6)
  public static let restarts = Abilities(rawValue: 1 << 7)
  /// Going on at the pace at which it was made.
  public static let recordedPace = Abilities(rawValue: 1 << 8)
  /// Keeping what the person has open, for those who watch it later.
  public static let showing = Abilities(rawValue: 1 << 9)

  /// It was made before: nothing is trained here.
  public static let recorded = Abilities(rawValue: 1 << 10)
  /// Another process trains, and waits between two moves while this one is watched.
  public static let elsewhere = Abilities(rawValue: 1 << 11)
  /// That process was started here, and ctrl-c ends it too.
  public static let startedHere = Abilities(rawValue: 1 << 14)
  /// Somebody else drives, and is followed.
  public static let following = Abilities(rawValue: 1 << 12)

  /// A class follows, and can be asked.
  public static let asking = Abilities(rawValue: 1 << 13)

  /// Those of a run that is trained here.
  public static let all: Abilities = [
    .moves, .back, .breaking, .evaluation, .samples, .gradientChecks, .watching, .restarts,
  ]
}
