import Autograd
import Moves
import Platform

/// Arms that wind out of one middle, each a class of its own.
enum Spirals {
  static let arms = 3
  /// How far they wind, and how far out they reach.
  private static let turns: Float = 0.9
  private static let radius: Float = 5
  private static let innermost: Float = 0.15
  /// How far a point lies off its arm.
  private static let spread: Float = 0.1

  /// Where all the data lie.
  static let range: ClosedRange<Float> = -5.25...5.25

  /// As many points on every arm, evenly along it, each at random within its stretch.
  static func points(
    perArm count: Int, drawnFrom data: inout MersenneTwister
  ) -> [MapReading.Example] {
    let places = data.uniform(arms * count, low: 0, high: 1)
    let noise = data.normal(2 * arms * count, mean: 0, std: spread)
    return places.indices.map { i in
      let (stretch, arm) = i.quotientAndRemainder(dividingBy: arms)
      let share = innermost + (1 - innermost) * (Float(stretch) + places[i]) / Float(count)
      let angle = 2 * Float.pi * (turns * share + Float(arm) / Float(arms))
      return MapReading.Example(
        x: radius * share * cos(angle) + noise[2 * i],
        y: radius * share * sin(angle) + noise[2 * i + 1], answer: arm)
    }
  }
}
