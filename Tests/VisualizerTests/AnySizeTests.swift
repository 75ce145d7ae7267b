import Canvas
import Testing

@testable import Visualizer

@Suite struct AnySizeTests {
  /// A window is dragged through every size, and what it is dragged to is told before it is drawn.
  @Test(arguments: [false, true])
  func `a window may have any size`(isBig: Bool) {
    var options = App.Options(animates: false)
    options.isBig = isBig
    var app = Fixture.app(after: 3, options: options)
    for keys in ["", "?", "?b"] {
      _ = app.update(.keys(keys.unicodeScalars.map { .character($0) }), at: 0)
      for width in 0...90 {
        for height in [0, 1, 2, 3, 5, 7, 8, 12, 18, 24, 30, 45] {
          _ = app.update(.resized(width: width, height: height), at: 0)
          let frame = app.frame(width: width, height: height)
          #expect((frame.width, frame.height) == (width, height))
        }
      }
    }
  }
}
