public import Moves

/// Runs that a source is asked to make beside what it keeps.
public struct RoomNeed {
  /// Who needs it, at the beginning of a sentence: "Two runs need".
  public let words: String
  public let runs: Int
  /// The mistake in one of them.
  public let breakage: Breakage?
  public let lesson: String
  public let hyperparameters: Hyperparameters
  public let text: OwnText?
}
