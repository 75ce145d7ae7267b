internal import Foundation
internal import Moves
internal import Testing

@testable internal import Training

/// Every broken loop against PyTorch running the same, from the same weights and on the same batches.
@Suite struct BrokenLoopTests {
  struct Figures: Decodable {
    var lesson: String
    var breakage: String
    var losses: [Double]
    var norms: [Double]
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "PyTorch")

  private static func figures() throws -> [Figures] {
    let file = folder.appending(path: "broken_loops.json")
    return try JSONDecoder().decode([Figures].self, from: Data(contentsOf: file))
  }

  @Test(arguments: ["story", "line"])
  func `twenty steps of every broken loop go as PyTorch's`(lesson: String) throws {
    let all = try Self.figures().filter { $0.lesson == lesson }
    #expect(all.map(\.breakage) == Breakage.all.map(\.name))
    for figures in all {
      let (losses, norms) = try BrokenLoop(lesson: lesson, breakage: figures.breakage).run()
      for step in 0..<BrokenLoop.steps {
        let label = "\(figures.breakage), step \(step + 1)"
        let (loss, norm) = (figures.losses[step], figures.norms[step])
        #expect(abs(Double(losses[step]) - loss) <= 2e-6 * max(1, loss), "\(label)")
        #expect(abs(norms[step] - norm) <= 1e-5 * norm, "\(label)")
      }
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["FIVEMOVES_LOOPS"] != nil))
  func `weights and batches are written for PyTorch`() throws {
    let path = try #require(ProcessInfo.processInfo.environment["FIVEMOVES_LOOPS"])
    let inputs = try ["story", "line"].flatMap { lesson in
      try Breakage.all.map { try BrokenLoopInput(BrokenLoop(lesson: lesson, breakage: $0.name)) }
    }
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    try encoder.encode(inputs).write(to: URL(filePath: path))
  }
}
