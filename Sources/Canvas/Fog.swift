/// How deep fog lies over each cell of a map: it clears where certainty rises above it, first here
/// and there, at last everywhere, and never flickers.
enum Fog {
  /// Between 0 and 1, all depths equally often and neighbours unlike: interleaved gradient noise
  /// (Jimenez, "Next Generation Post Processing in Call of Duty: Advanced Warfare", 2014).
  static func depth(x: Int, y: Int) -> Double {
    let slope = 0.067_110_56 * Double(x) + 0.005_837_15 * Double(y)
    let steep = 52.982_918_9 * (slope - slope.rounded(.down))
    return steep - steep.rounded(.down)
  }
}
