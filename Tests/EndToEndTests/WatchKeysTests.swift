import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A script's moves by key.
extension SideBySide.Watching {
  @Test func `five spaces are five of the script's steps, and five arrows its five moves`() throws {
    _ = try script()
    let program = try PyTorch.show("train.py", in: folder)
    #expect(program.shows("waits before its first move", within: 60), "\(program.screen.text)")
    program.type("     ")
    #expect(program.wait { _ in program.step == 5 }, "\(program.screen.text)")
    for move in ["1 zero_grad", "2 forward", "3 backward", "4 clip"] {
      program.type("\u{1B}[C")
      #expect(program.wait { $0.contains("\n \(move)") }, "\(move): \(program.screen.text)")
      #expect(program.step == 5)
    }
    #expect(
      program.screen.text.contains("nn.utils.clip_grad_norm_"), "\(program.screen.text)")
    program.type("\u{1B}[C")
    #expect(program.wait { _ in program.step == 6 }, "\(program.screen.text)")
    // The script has printed six steps and made no other; leaving lets it finish.
    program.type("q")
    #expect(program.waitForExit(within: 30) == 0)
    let output = String(decoding: program.bytes.filter { $0 != 0x0D }, as: UTF8.self)
    let steps = output.matches(of: /step (\d+) loss/).compactMap { Int($0.1) }
    #expect(steps == Array(1...12), "\(steps)")
    #expect(output.contains("end "))
  }

  /// Five in one write are no hold.
  @Test func `the script is where the screen is, also after a burst of spaces`() throws {
    _ = try script(
      Self.loop.replacing(
        "optimizer.step()", with: "optimizer.step(); open('n', 'w').write(str(step))"))
    let program = try PyTorch.show("train.py", in: folder)
    #expect(program.shows("waits before its first move", within: 60))
    program.type("     ")
    #expect(program.wait { _ in program.step == 5 }, "\(program.screen.text)")
    program.settle(0.5)
    #expect(program.step == 5)
    #expect(String(decoding: try folder.bytes("n"), as: UTF8.self) == "5")
    program.type("++++\r")
    #expect(program.wait { _ in program.step == 12 }, "\(program.screen.text)")
  }

  @Test func `a pause that ends by itself is said, and the script can be held again`() throws {
    _ = try script(
      Self.loop.replacing("range(1, 13)", with: "range(1, 1000)")
        .replacing("optimizer.step()", with: "optimizer.step(); import time; time.sleep(0.05)"))
    let program = try PyTorch.show("train.py", in: folder, "--pause-limit 3")
    // Nobody presses a key.
    #expect(program.shows("runs by itself", within: 60), "\(program.screen.text)")
    #expect(program.wait { _ in program.step ?? 0 > 10 }, "\(program.screen.text)")
    program.type(" ")
    #expect(program.shows("paused"), "\(program.screen.text)")
    program.type("\u{3}")
    #expect(program.waitForExit(within: 30) == 130)
  }

  @Test func `a mistake is named on the screen while it is made`() throws {
    let path = "\(PyTorch.folder)/mistakes/gradients_pile_up.py"
    let program = try PyTorch.show(path, in: folder)
    #expect(program.shows("waits before its first move", within: 60))
    program.type("    ")
    #expect(program.shows("a mistake in the loop"), "\(program.screen.text)")
    #expect(program.shows("3 of 4 backward passes added to gradients"), "\(program.screen.text)")
    program.type("q")
    #expect(program.waitForExit(within: 30) == 0)
  }
}
