import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The figures of a watched script are its own.
extension EndToEnd.Watching {
  @Test func `steps that there is no time to look at are told with their true figures`() throws {
    let run = try PyTorch.watch(try script(Self.quickLoop, "quick.py"))
    #expect(run.status == 0, "\(run.errors.suffix(500))")
    let lines = run.errors.split(separator: "\n").filter { $0.contains("step ") }.prefix(600)
    let told = lines.joined(separator: "\n")
    #expect(lines.count == 600 && lines.last?.contains("step 600  ") == true)
    for name in ["loss", "norm"] {
      let (found, right) = (printed(name, in: told), printed(name, in: run.output))
      #expect(found.count == 600 && right.count == 600)
      // As many digits as a line of the check has.
      for (one, other) in zip(found, right) { #expect(abs(one - other) <= 1e-3 * abs(other)) }
    }
    let rates = printed("lr", in: told)
    #expect(rates.count == 600)
    #expect(zip(rates, 1...).allSatisfy { abs($0 * Double($1) - 0.5) <= 0.03 })
  }

  @Test func `the figures are those that PyTorch printed, and no result changes by a bit`() throws {
    let path = try script()
    let alone = try Command([path], of: PyTorch.python)
    let run = try PyTorch.watch(path, ["--record", folder.path("r")], words: ["--lr", "3e-4"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.replacing(" --lr 3e-4", with: "") == alone.output)
    #expect(run.output.hasSuffix("--lr 3e-4\n"))
    let steps = try folder.records("r").filter { $0["type"] as? String == "step" }
    let losses = steps.compactMap { $0["loss"] as? Double }
    let norms = steps.compactMap { $0["grad_norm"] as? Double }
    #expect(losses.map { Float($0) } == printed("loss", in: alone.output).map { Float($0) })
    #expect(norms.map { Float($0) } == printed("norm", in: alone.output).map { Float($0) })
    #expect(steps.allSatisfy { ($0["lr"] as? Double) == 0.01 })
  }

  @Test func `the loss on the screen is the one that the script prints`() throws {
    let text = try Command([try script()], of: PyTorch.python).output
    let loss = printed("loss", in: text)[2]
    let program = try PyTorch.show("train.py", in: folder)
    #expect(program.shows("waits before its first move", within: 60))
    program.type("   ")
    #expect(program.wait { _ in program.step == 3 })
    program.settle()
    let shown = String(format: "%.2f", loss)
    #expect(program.screen.text.contains("loss before update \(shown)"), "\(program.screen.text)")
  }

  @Test func `so many steps and no more are checked`() throws {
    let run = try PyTorch.watch(try script(), ["--steps", "3"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("step 3 "))
    #expect(run.errors.contains("train.py: 3 training steps, no mistake was found"))
  }

  @Test func `a loop that updates by hand is told to its end`() throws {
    let path = try script(
      """
      import torch
      from torch import nn
      torch.manual_seed(0)
      model, x, y = nn.Linear(3, 1), torch.randn(16, 3), torch.randn(16, 1)
      for step in range(120):
          model.zero_grad()
          loss = ((model(x) - y) ** 2).mean()
          loss.backward()
          for p in model.parameters():
              p.data.add_(p.grad, alpha=-0.01)
      """)
    let run = try PyTorch.watch(path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains(": 120 training steps, no mistake was found"), "\(run.errors)")
  }
}
