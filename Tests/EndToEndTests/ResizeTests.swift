import Foundation
import TerminalSupport
import Testing

extension SideBySide {
  @Suite struct Resizing {
    @Test(arguments: ["line", "story"])
    func `three hundred sizes and a flood of keys later the screen is what a fresh one is`(
      lesson: String
    ) throws {
      let program = try Program([lesson])
      var generator = SmallGenerator(state: 11)
      #expect(program.shows("Press space"))
      for _ in 0..<300 {
        program.resize(width: 1 + generator.number(200), height: 1 + generator.number(60))
        program.type((0..<84).map { _ in generator.key() })
        program.watch(for: 0)
      }
      program.resize(width: 100, height: 30)
      // Escape leaves whatever is open; then the lesson begins anew and is at rest.
      program.type("\u{1B}")
      program.settle(0.3)
      program.type("r")
      #expect(program.shows("Press space"))
      program.settle(0.5)
      let before = program.bytes.count
      program.type("\u{C}")
      program.settle(0.3)
      var fresh = Emulator(width: 100, height: 30)
      fresh.feed(Array(program.bytes[before...]))
      let isFresh = program.screen.squares == fresh.squares
      #expect(isFresh, "\(program.screen.text)\n\(fresh.text)")
      program.type("q")
      #expect(program.waitForExit() == 0)
    }
  }
}

extension SmallGenerator {
  mutating func number(_ limit: Int) -> Int { Int(next() * Double(limit)) }

  /// Any byte but those that leave, stop or interrupt the program, or write a file.
  mutating func key() -> UInt8 {
    let leaving: [UInt8] = [3, 26, 28, UInt8(ascii: "q"), UInt8(ascii: "S")]
    while true {
      let byte = UInt8(number(256))
      if !leaving.contains(byte) { return byte }
    }
  }
}
