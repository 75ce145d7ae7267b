import Canvas
import Testing

@testable import Visualizer

/// What stands on a screen where room is short is what stands there where it is not: no word and no
/// number is cut, and none touches the next.
@Suite struct WholeWordsTests {
  private static let heights = [8, 12, 16, 24, 30, 44]

  /// Every kind of screen at every width, each time at another height.
  @Test(arguments: EveryScreen.kinds.keys.sorted())
  func `no word or number is cut at any width`(kind: String) throws {
    let make = try #require(EveryScreen.kinds[kind])
    for (number, app) in try make().enumerated() {
      let words = ScreenWords.whole(of: app)
      let pieces = Set(words.flatMap(ScreenWords.pieces))
      for width in stride(from: 40 + number % 5, through: 200, by: 5) {
        let height = Self.heights[(width + number) % Self.heights.count]
        var app = app
        _ = app.update(.resized(width: width, height: height), at: 1)
        let torn = ScreenWords(app.frame(width: width, height: height)).words.filter { word in
          !words.contains(word) && !ScreenWords.isNoise(word, in: app)
            && !pieces.isSuperset(of: ScreenWords.pieces(of: word))
        }
        #expect(torn.isEmpty, "\(kind) \(number), \(width) x \(height): \(torn.sorted())")
      }
    }
  }

  @Test func `a cut word, a cut number and two numbers that touch are found`() {
    let app = Fixture.app(after: 134, options: EveryScreen.options)
    let words = ScreenWords.whole(of: app)
    for torn in ["clippe", "0.00", "1.311.00", "gradi", "back…"] { #expect(!words.contains(torn)) }
    for whole in ["clipped", "0.0030", "gradients"] { #expect(words.contains(whole)) }
  }
}
