extension Breakage {
  /// Every mistake that can be chosen: of the order first, then around the moves, then of the rates.
  public static let all = orders + clippings + surroundings + rates

  public static func named(_ name: String) -> Breakage? {
    all.first { $0.name == name } ?? byHand(named: name)
  }
}
