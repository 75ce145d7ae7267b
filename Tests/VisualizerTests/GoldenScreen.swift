import Canvas
import Foundation
import Testing

@testable import Visualizer

/// Whole screens, compared as text with the files in `Screens`.
///
/// `FIVEMOVES_RECORD=1 swift test --filter ScreenTests` writes them anew, for a person to read.
enum GoldenScreen {
  static let styles: [(name: String, options: App.Options)] = [
    ("ascii", App.Options(ascii: true, animates: false)),
    ("unicode", App.Options(plot: .braille, animates: false)),
  ]

  static func expect(
    _ name: String, at sizes: [(Int, Int)] = [(80, 24), (120, 40)],
    _ make: (App.Options) throws -> App
  ) throws {
    for (style, options) in styles {
      for (width, height) in sizes {
        var app = try make(options)
        _ = app.update(.resized(width: width, height: height), at: 0)
        let text = app.frame(width: width, height: height).text + "\n"
        try compare(text, with: "\(name)-\(width)x\(height)-\(style).txt")
      }
    }
  }

  static func compare(_ text: String, with file: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let url = folder.appendingPathComponent("Screens/\(file)")
    if ProcessInfo.processInfo.environment["FIVEMOVES_RECORD"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: url, encoding: .utf8)
    #expect(text == golden, "\(file) differs")
  }
}
