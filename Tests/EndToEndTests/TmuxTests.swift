import Foundation
import Testing

extension SideBySide {
  @Suite struct InTmux {
    @Test(arguments: [(80, 24), (100, 30)])
    func `a first visit, key by key`(width: Int, height: Int) throws {
      let tmux = try Tmux("line", width: width, height: height)
      #expect(try tmux.shows("Press space for one training step"))
      #expect(try tmux.value("alternate_on") == "1")

      let order = ["1 zero_grad", "2 forward", "3 backward", "4 clip", "5 step"]
      for move in order {
        try tmux.type("Right")
        let lit = try tmux.wait { self.heading($0) == move }
        #expect(lit.isRight, "\(move)")
      }
      #expect(try tmux.shows("step 1 / 200"))

      try tmux.type("Space")
      var seen: [String] = []
      let stepped = try tmux.wait { screen in
        if let heading = self.heading(screen), seen.last != heading { seen.append(heading) }
        return screen.contains("step 2 / 200")
      }
      #expect(stepped.isRight)
      // A busy machine may show only some of the moves, never another order.
      let places = seen.compactMap(order.firstIndex).drop { $0 == order.count - 1 }
      #expect(Array(places) == places.sorted(), "\(seen)")

      for _ in 0..<3 { try tmux.type("Space") }
      #expect(try tmux.shows("step 5 / 200"))

      try tmux.type("Enter")
      let ran = try tmux.wait { (self.step($0) ?? 0) >= 9 }
      #expect(ran.isRight)
      try tmux.type("Enter")
      #expect(try tmux.shows("paused"))
      let paused = step(try tmux.screen())
      usleep(800_000)
      #expect(step(try tmux.screen()) == paused)

      for _ in 0..<40 {
        try tmux.type("Space")
        usleep(25_000)
      }
      let held = try #require(step(try tmux.screen()))
      #expect(held > paused ?? 0)
      usleep(700_000)
      let after = try #require(step(try tmux.screen()))
      #expect(after <= held + 1)

      try tmux.type("Tab")
      #expect(try tmux.shows("points and line"))
      try tmux.type("?")
      #expect(try tmux.shows("q or esc closes this page"))
      try tmux.type("q")
      let closed = try tmux.wait { !$0.contains("closes this page") }
      #expect(closed.isRight)
      try tmux.type("q")
      #expect(try tmux.shows("The same run again"))
      #expect(try tmux.value("alternate_on") == "0")
    }

    @Test func `stopping and coming back restores the screen`() throws {
      let tmux = try Tmux("line", width: 80, height: 24)
      #expect(try tmux.shows("Press space"))
      let before = try tmux.screen()
      try tmux.type("C-z")
      let stopped = try tmux.wait { _ in (try? tmux.value("alternate_on")) == "0" }
      #expect(stopped.isRight)
      try tmux.type("fg", "Enter")
      let restored = try tmux.wait { $0 == before }
      #expect(restored.isRight)
      #expect(try tmux.value("alternate_on") == "1")
    }

    @Test func `the story lights its boxes and names the clipped step`() throws {
      let tmux = try Tmux("story --ascii", width: 100, height: 30)
      #expect(try tmux.shows("Press space for one training step"))
      try tmux.type("Space")
      #expect(try tmux.shows("step 1 / "))
      let (isClipped, screen) = try tmux.wait { $0.contains("+ clipped -") }
      #expect(isClipped, "\(screen)")
      let isASCII = screen.unicodeScalars.allSatisfy { $0.isASCII }
      #expect(isASCII)
    }

    private func heading(_ screen: String) -> String? {
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.count > 6 else { return nil }
      return lines[6].prefix(13).trimmingCharacters(in: .whitespaces)
    }

    private func step(_ screen: String) -> Int? {
      guard
        let place = screen.range(
          of: "step ", options: [], range: screen.startIndex..<screen.endIndex)
      else { return nil }
      return Int(screen[place.upperBound...].prefix { $0.isNumber })
    }
  }
}
