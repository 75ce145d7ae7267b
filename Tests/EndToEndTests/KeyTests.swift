import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  @Suite struct Keys {
    @Test func `five hundred spaces in one write are exactly five hundred steps`() throws {
      let program = try Program(["line", "--steps", "1000"])
      #expect(program.shows("Press space"))
      program.type(String(repeating: " ", count: 500))
      #expect(program.shows("step 500 / 1000"))
      let after = program.watch(for: 1.5)
      #expect(program.step == 500)
      #expect(after <= 200, "\(after) bytes after the last step")
    }

    @Test(.measures) func `a held key stops with the step in progress`() throws {
      let batch = try batchOfSlowSteps()
      try held(batch) { (0..<60).map { Double($0) / 30 } }
    }

    @Test(.measures) func `a jittery link does not make a hold run on`() throws {
      let batch = try batchOfSlowSteps()
      var generator = SmallGenerator(state: 7)
      try held(batch) {
        // Each key is sent on time and arrives 50 to 150 ms later, never before the one ahead of it.
        var arrivals: [Double] = []
        for key in 0..<60 {
          let arrival = Double(key) / 30 + 0.05 + 0.1 * generator.next()
          arrivals.append(max(arrival, arrivals.last ?? 0))
        }
        return arrivals
      }
    }

    /// A batch size with which a training step of `story` takes about 200 ms on this machine.
    private func batchOfSlowSteps() throws -> Int {
      let run = try Command(["train", "--steps", "4", "--batch-size", "64"])
      let words = run.output.split(separator: " ")
      let place = try #require(words.firstIndex(of: "ms"))
      let milliseconds = try #require(Double(words[place - 1]))
      return max(Int(64 * 200 / milliseconds) / 4 * 4, 4)
    }

    /// A busy machine delays the keys themselves, so one of three holds must be right in all.
    private func held(_ batch: Int, arrivals: () -> [Double]) throws {
      var holds: [Hold] = []
      repeat {
        holds.append(try hold(batch, arrivals: arrivals()))
      } while !(holds.last?.isRight ?? false) && holds.count < 3
      #expect(holds.last?.isRight == true, "\(holds)")
    }

    private struct Hold {
      /// Steps that were made in all, and those of them after the release.
      var steps: Int
      var after: Int
      /// Seconds for which the screen was still painted once the last step was over.
      var painting: Double
      var isRight: Bool { steps >= 3 && after <= 1 && painting <= 5 * 0.05 }
    }

    private func hold(_ batch: Int, arrivals: [Double]) throws -> Hold {
      let program = try Program(["story", "--batch-size", "\(batch)"])
      #expect(program.shows("Press space"))
      let start = now()
      for arrival in arrivals {
        program.watch(for: max(start + arrival - now(), 0))
        program.type(" ")
      }
      let released = now()
      // A step that was over before the last key may still be on its way to the screen.
      program.watch(for: 0.06)
      let during = program.step ?? 0
      program.watch(for: 1.5)
      let made = program.step ?? 0
      // The step in progress at the release may take its 200 ms, and the evaluation after step 1.
      let painting = max(program.lastWrite - released - 0.3, 0)
      return Hold(steps: made, after: made - during, painting: painting)
    }

    /// How a bad network delivers a key that repeats thirty times a second.
    @Test(arguments: [["--kiosk"], []], [(30, 1.0), (9, 0.3)])
    func `nothing moves after a hold whose keys come in clumps`(
      kiosk: [String], clumps: (size: Int, every: Double)
    ) throws {
      let keys = [" ", "\u{1B}[C"]
      let programs = try keys.map { _ in try Program(kiosk + ["line", "--steps", "1000"]) }
      for program in programs { #expect(program.shows("Press space")) }
      let start = now()
      for clump in 1...Int(4 / clumps.every) {
        programs[0].watch(for: max(start + Double(clump) * clumps.every - now(), 0))
        for (program, key) in zip(programs, keys) {
          program.type(String(repeating: key, count: clumps.size))
        }
      }
      // The step that the last clump began may still be on its way to the screen.
      for program in programs {
        program.watch(for: 0.3)
        #expect((program.step ?? 0) > 0)
      }
      for program in programs { #expect(program.watch(for: 2.5) == 0) }
    }

    @Test(
      arguments: [
        "z", "\u{1B}[15~", "\u{1B}[2~", "\u{C}", "\u{1B}OP", "\u{1B}", "\r", "\u{1B}[D", "r",
      ])
    func `in a kiosk any other key drops what was typed ahead, and a line says how much`(
      key: String
    ) throws {
      let program = try Program(["--kiosk", "line", "--steps", "1000"])
      #expect(program.shows("Press space"))
      program.type(String(repeating: " ", count: 500))
      #expect(program.wait { _ in (program.step ?? 0) >= 5 })
      program.type(key)
      #expect(program.shows("that were still waiting."))
      program.settle(0.5)
      let made = try #require(program.step)
      #expect(program.screen.text.contains("Dropped \(500 - made) steps"))
      program.watch(for: 1)
      #expect(program.step == made)
    }

    @Test(arguments: ["\u{1B}", "\r", "\u{1B}[D", "e", "r"])
    func `in a kiosk a key that comes right behind a burst drops it, and does no more`(
      key: String
    ) throws {
      let program = try Program(["--kiosk", "line", "--steps", "1000"])
      #expect(program.shows("Press space"))
      program.type(String(repeating: " ", count: 500) + key)
      #expect(program.shows("that were still waiting."))
      program.settle(0.5)
      let made = try #require(program.step)
      program.watch(for: 1)
      #expect(made <= 5 && program.step == made)
    }

    @Test func `late answers of the terminal and what is pasted do nothing`() throws {
      let program = try Program(["line"])
      #expect(program.shows("Press space"))
      program.type(".")
      #expect(program.wait { _ in program.step == 1 })
      program.settle()
      for words in ["\u{1B}P1+r524742=38\u{1B}\\", "\u{1B}]l q R r\u{7}", "\u{1B}_Gi=1;q\u{1B}\\"] {
        for half in [words.prefix(5), words.dropFirst(5)] {
          program.type(String(half))
          #expect(program.watch(for: 0.1) == 0)
        }
      }
      program.type("\u{1B}[200~q R r  \n\u{1B}[201~")
      #expect(program.shows("Pasted text does nothing here"))
      program.settle()
      #expect(program.step == 1)
    }

    @Test(arguments: ["\u{1B}[200~   q b r", "\u{1B}Pq b", "\u{1B}]11;rgb", "\u{1B}_Gq"])
    func `what a network holds up for two seconds is still no key`(start: String) throws {
      let program = try Program(["line"])
      #expect(program.shows("Press space"))
      program.type(start)
      program.watch(for: 2)
      program.type(" q b r \n\u{1B}\\" + (start.contains("200~") ? "\u{1B}[201~" : ""))
      program.watch(for: 0.5)
      program.type(".")
      #expect(program.wait { _ in program.step == 1 })
    }

    @Test(arguments: ["\u{1B}[200~ab", "\u{1B}P", "\u{1B}_", "\u{1B}X"])
    func `keys typed after an opening without an end act before long`(start: String) throws {
      let program = try Program(["line"])
      #expect(program.shows("Press space"))
      program.type(start)
      for _ in 0..<15 where program.step != 1 {
        program.watch(for: 0.3)
        program.type(".")
      }
      #expect(program.wait { _ in (program.step ?? 0) >= 1 })
      program.type(start)
      program.watch(for: 0.3)
      program.type("\u{3}")
      #expect(program.waitForExit() == 130)
    }

    @Test func `a ctrl-c within a paste is text, and a paste without an end is soon over`() throws {
      let program = try Program(["line"])
      #expect(program.shows("Press space"))
      program.type("\u{1B}[200~q\u{3}\u{1A}q")
      #expect(program.watch(for: 0.5) == 0)
      #expect(program.shows("Pasted text does nothing here"))
      program.type(".")
      #expect(program.wait { _ in program.step == 1 })
      program.type("\u{3}")
      #expect(program.waitForExit() == 130)
    }

    @Test func `q leaves, and one line repeats the run`() throws {
      let program = try Program(["line"])
      #expect(program.shows("Press space"))
      program.type("q")
      #expect(program.waitForExit() == 0)
      let text = String(decoding: program.bytes, as: UTF8.self)
      #expect(text.contains("fivemoves line --seed 1"))
      #expect(program.pty.modes == program.before)
    }

    @Test(arguments: [
      (39, 24, "make this window larger: 40 x 8"), (80, 7, "make this window larger: 40 x 8"),
      (30, 6, "make it larger: 40 x 8"), (20, 3, "40 x 8"), (12, 1, "40 x 8"),
    ])
    func `a window too small says so in whole words, and q works`(
      width: Int, height: Int, words: String
    ) throws {
      let program = try Program(["line"], width: width, height: height)
      #expect(program.shows(words))
      #expect(program.screen.text.split(separator: "\n").count == 1)
      program.type("q")
      #expect(program.waitForExit() == 0)
    }

    @Test func `in the C locale nothing beyond seven bits is sent`() throws {
      let program = try Program(["line"], environment: ["LANG": "C"])
      #expect(program.shows("Press space"))
      program.type("  \t?q")
      program.watch(for: 1)
      program.type("q")
      _ = program.waitForExit()
      #expect(program.bytes.allSatisfy { $0 < 0x80 })
    }
  }
}

/// A small generator, the same at every run.
struct SmallGenerator {
  var state: UInt64

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 40) / Double(1 << 24)
  }
}
