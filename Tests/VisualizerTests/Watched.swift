import Canvas
import Moves

@testable import Visualizer

/// The app joined to a source.
struct Watched {
  var app: App
  private let source: any Source
  private(set) var asked: [Request] = []

  init(
    _ source: any Source, reading: Reading? = Fixture.reading(0),
    options: App.Options = App.Options(animates: false)
  ) {
    self.source = source
    app = App(run: source.facts, reading: reading, options: options, abilities: source.abilities)
  }

  mutating func press(_ keys: Key...) {
    for key in keys {
      var effects = app.update(.keys([key]), at: 0)
      while !effects.isEmpty {
        guard case .request(let request) = effects.removeFirst() else { continue }
        asked.append(request)
        source.serve(request, goesOn: { true }) { effects += app.update(.news($0), at: 0) }
      }
    }
  }

  var lastLine: String {
    app.frame(width: 80, height: 24).text.split(separator: "\n").last.map(String.init) ?? ""
  }
}
