import Foundation
import TerminalSupport
import Testing

extension SideBySide {
  @Suite struct Breakages {
    @Test(arguments: [
      ("forget-zero-grad", "backward passes added to gradients that an earlier step had left"),
      ("zero-grad-after-backward", "zero_grad wiped the gradients after backward"),
      ("step-before-backward", "step ran before backward in 100 of 100 steps"),
      ("no-backward", "No backward pass was made in 100 steps"),
      ("no-step", "step never ran in 100 training steps"),
      ("no-clip", "clip never ran."),
      ("clip-before-backward", "clip ran before backward and found no gradients"),
      ("clip-after-step", "clip ran after step: 100 times in 100 steps"),
      ("no-division", "400 backward passes began at the whole loss"),
      ("no-eval", "dropout masks were drawn while evaluating"),
      ("no-no-grad", "for a backward pass that never comes"),
      ("keep-loss-tensor", "operations were alive; after 400 forward passes, 10,800"),
      ("no-shuffle", "examples came right after the one before in the file"),
      ("high-learning-rate", "100 times the twin's"),
      ("low-learning-rate", "1.0 % of the twin's"),
      ("no-warmup", "times what it is with warmup"),
    ])
    func `each mistake tells its sign on the screen`(name: String, sign: String) throws {
      let program = try Program(["story", "--break", name], width: 80, height: 40)
      #expect(program.shows("Which curve will be lower"), "\(program.screen.text)")
      program.type("3")
      #expect(program.shows("twin"))
      program.type("++++")
      #expect(program.shows("What proves it", within: 60), "\(program.screen.text)")
      let words = program.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains(sign), "\(program.screen.text)")
      #expect(words.contains("You guessed neither"))
    }

    /// A key that comes with the verdict was meant to pause the run that led to it.
    private func readVerdict() { usleep(800_000) }

    @Test func `g goes where a mistake is seen best, and the last line repeats that run`() throws {
      let program = try Program(["spiral", "--no-visit", "--seed", "3"], width: 80, height: 24)
      #expect(program.shows("Press space"))
      program.type("b")
      #expect(program.shows("g goes there"))
      program.type("g")
      #expect(program.shows("This is where it is seen best"))
      program.type("2")
      #expect(program.shows("broken  step"))
      program.type("++++")
      #expect(program.shows("You guessed its twin's curve. Correct"))
      readVerdict()
      program.type("\rq")
      #expect(program.waitForExit() == 0)
      let command = "fivemoves line --max-norm 1000 --break forget-zero-grad --seed 3"
      // The terminal breaks the line where it ends.
      let text = program.screen.text.filter { !$0.isWhitespace }
      #expect(text.contains(command.filter { !$0.isWhitespace }), "\(program.screen.text)")
    }

    @Test func `where a mistake is seen best is a command that can be typed`() throws {
      let places = try Command(["breakages", "--places"]).output.split(separator: "\n")
      #expect(places.count == 16)
      for place in places {
        let words = place.split(separator: " ").map(String.init)
        let steps = words.contains("--steps") ? [] : ["--steps", "120"]
        let command = try Command(["train"] + words + steps + ["--eval-interval", "1000"])
        #expect(command.status == 0 && command.output.contains("so far   After 100 steps"))
      }
    }

    @Test func `a break that finds no room says so in a line, and the good run goes on`() throws {
      let words = ["story", "--no-visit", "--batch-size", "256", "--micro-batches", "1"]
      let program = try Program(
        ["-c", "ulimit -v 650000; exec \"$0\" \"$@\"", Program.path] + words, of: "/bin/sh",
        width: 80, height: 24)
      #expect(program.shows("Press space"))
      program.type("b")
      #expect(program.shows("A wrong order rarely raises an error"))
      program.type("\r")
      #expect(program.shows("Which curve will be lower"))
      program.type("2")
      #expect(program.shows("Two runs need "))
      let last = program.screen.text.split(separator: "\n").last.map(String.init) ?? ""
      let figures = try #require(
        last.firstMatch(
          of: /Two runs need (\d+) MB, and ulimit leaves (\d+) MB: try --micro-batches \d+\./))
      #expect(try #require(Int(figures.1)) > #require(Int(figures.2)))
      program.type(" ")
      #expect(program.wait(within: 30) { _ in program.step == 1 })
    }

    @Test func `a run that is broken from the start is judged at its end, without a key`() throws {
      let words = ["line", "--steps", "30", "--break", "no-step", "--no-visit"]
      let program = try Program(words, width: 80, height: 24)
      #expect(program.shows("after 30 steps?"))
      program.type("2")
      #expect(program.shows("What proves it", within: 30))
      #expect(program.shows("step never ran in 30 training steps"))
    }

    @Test func `b breaks the loop, and b again mends it`() throws {
      let program = try Program(["line", "--no-visit"], width: 80, height: 24)
      #expect(program.shows("Press space"))
      program.type("  ")
      #expect(program.wait { _ in program.step == 2 })
      program.type("b")
      #expect(program.shows("A wrong order rarely raises an error"))
      program.type("jjj\r")
      #expect(program.shows("loss.backward() is left out"))
      program.type("2")
      #expect(program.shows("broken  step"))
      program.type("++++")
      #expect(program.shows("What proves it"))
      readVerdict()
      program.type("\r")
      #expect(program.shows("broken  step 102"))
      program.type("b")
      #expect(program.shows("go back to step 2"))
      program.type("2")
      #expect(program.wait { $0.contains("step 2 / 200") && !$0.contains("broken") })
    }
  }
}
