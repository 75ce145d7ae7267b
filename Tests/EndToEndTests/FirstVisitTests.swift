import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  @Suite struct FirstVisits {
    @Test func `eight screens walk through the first step, and the help page begins them again`()
      throws
    {
      let program = try Program(["line"], width: 80, height: 24)
      for page in 1...8 {
        #expect(program.shows("\(page)/8"), "\(program.screen.text)")
        program.type("l")
      }
      #expect(program.shows("loss before"))
      program.type("?")
      #expect(program.shows("v walks through step 1"))
      program.type("v")
      #expect(program.shows("1/8"))
      program.type("\u{1B}")
      #expect(program.shows("loss before"))
      #expect(program.step == 0)
    }

    @Test(arguments: [["line", "--no-visit"], ["line"]])
    func `who knows it all is not walked through it`(arguments: [String]) throws {
      let variable = arguments.count == 1 ? "1" : nil
      let program = try Program(arguments, environment: ["FIVEMOVES_NO_VISIT": variable])
      #expect(program.shows("loss before"))
      #expect(!program.screen.text.contains("1/8"))
    }

    @Test func `a checked gradient and a sample change nothing, and say so`() throws {
      let program = try Program(["story", "--no-visit"])
      #expect(program.shows("Press space"))
      program.type("c")
      #expect(program.shows("nudging the parameters"))
      #expect(program.screen.text.contains("unchanged"))
      program.type("g")
      #expect(program.shows("it wrote: One day"))
      #expect(program.shows("unchanged"))
      program.type("l")
      #expect(program.shows("1 zero_grad"))
    }
  }
}
