import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The figures of a watched script are its own.
extension SideBySide.Watching {
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

  @Test func `a step that a gradient scaler skips is said in its own line`() throws {
    let path = try script(
      """
      import torch
      from torch import nn
      torch.manual_seed(0)
      model = nn.Linear(4, 2)
      optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
      scaler = torch.amp.GradScaler("cpu", init_scale=64.0)
      for step in range(1, 31):
          optimizer.zero_grad()
          loss = nn.functional.cross_entropy(model(torch.randn(8, 4)), torch.randint(2, (8,)))
          scaler.scale(loss).backward()
          if step == 7:
              model.weight.grad.fill_(float("inf"))
          scaler.unscale_(optimizer)
          nn.utils.clip_grad_norm_(model.parameters(), 1.0)
          scaler.step(optimizer)
          scaler.update()
      """)
    let run = try PyTorch.watch(path)
    // Such a step now and then is the scaler's way, and no mistake.
    #expect(run.status == 0, "\(run.errors)")
    let skipped = run.errors.split(separator: "\n").filter { $0.contains("skipped") }
    #expect(skipped.count == 1 && skipped[0].hasPrefix("fivemoves: step 7 "), "\(skipped)")
  }

  /// Gradients are looked at now and then, within what watching may cost; with `--record` always.
  @Test func `what an update made infinite is not blamed on the forward after it`() throws {
    let path = try script(
      """
      import torch
      from torch import nn
      torch.manual_seed(0)
      model = nn.Linear(4, 2)
      optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
      for step in range(1, 41):
          out = model(torch.randn(8, 4))
          loss = nn.functional.cross_entropy(out, torch.randint(2, (8,)))
          if step == 23:
              loss = loss + torch.sqrt((out * 0).sum())
          optimizer.zero_grad()
          loss.backward()
          optimizer.step()
      """)
    let run = try PyTorch.watch(path)
    #expect(run.status == 3)
    let atBackward = "The norm was no finite number in step 23, at backward."
    let atUpdate =
      "The norm of the parameters was no finite number in step 23, at step. The gradients of step 23 "
      + "were not looked at: it may have begun with them."
    #expect(
      run.errors.contains(atBackward) || run.errors.contains(atUpdate), "\(run.errors.suffix(500))")
  }

  @Test func `a loss that has a factor of its own is told as it is`() throws {
    let path = try script(Self.loop.replacing("loss = nn", with: "loss = 0.5 * nn"))
    let run = try PyTorch.watch(path, ["--record", folder.path("r")])
    let steps = try folder.records("r").filter { $0["type"] as? String == "step" }
    let told = steps.compactMap { $0["loss"] as? Double }.map { Float($0) }
    #expect(told.count == 12)
    #expect(told == printed("loss", in: run.output).map { Float($0) })
  }

  @Test func `gradients that are no numbers are blamed on backward, whose they are`() throws {
    let path = try script(
      Self.loop.replacing(
        "loss.backward()", with: "(loss + (0 * model[0].weight).sum().sqrt()).backward()"))
    let run = try PyTorch.watch(path)
    #expect(run.status == 3)
    #expect(
      run.errors.contains("The norm was no finite number in step 1, at backward."), "\(run.errors)")
  }

  @Test func `the loss of two backward passes is said to be their sum`() throws {
    let path = try script(
      """
      import torch
      from torch import nn
      torch.manual_seed(0)
      made, judge = nn.Linear(2, 4), nn.Linear(4, 1)
      first, second = torch.optim.Adam(made.parameters()), torch.optim.Adam(judge.parameters())
      loss = nn.functional.binary_cross_entropy_with_logits
      one, zero = torch.ones(8, 1), torch.zeros(8, 1)
      for step in range(4):
          judge.zero_grad()
          real = loss(judge(torch.randn(8, 4)), one)
          real.backward()
          fake = made(torch.randn(8, 2))
          wrong = loss(judge(fake.detach()), zero)
          wrong.backward()
          second.step()
          print("sum %.4f" % (real + wrong).item())
          made.zero_grad()
          loss(judge(fake), one).backward()
          first.step()
      """)
    let run = try PyTorch.watch(path)
    let sums = run.output.split(separator: "\n").compactMap { $0.split(separator: " ").last }
    #expect(sums.count == 4)
    for sum in sums {
      let words = "loss \(sum) (sum of the losses of 2 backward passes)"
      #expect(run.errors.contains(words), "\(run.errors)")
    }
  }

  @Test func `so many steps and no more are checked`() throws {
    let path = try script(
      Self.loop.replacing(
        "optimizer.zero_grad()", with: "optimizer.zero_grad(); print('begun', step, flush=True)"))
    let run = try PyTorch.watch(path, ["--steps", "3"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("step 3 "))
    #expect(run.errors.contains("train.py: 3 training steps, no mistake was found"))
    #expect(run.output.contains("begun 3") && !run.output.contains("begun 4"), "\(run.output)")
  }

  @Test func `a loop that updates by hand is told from its first step to its end`() throws {
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
          print("step", step + 1, "loss", loss.item())
      """)
    let run = try PyTorch.watch(path, ["--record", folder.path("r")])
    #expect(run.status == 0, "\(run.errors)")
    let records = try folder.records("r")
    let told = records.filter { $0["type"] as? String == "step" }
      .compactMap { $0["loss"] as? Double }
    #expect(told.map { Float($0) } == printed("loss", in: run.output).map { Float($0) })
    let first = records.filter { $0["type"] as? String == "move" && $0["step"] as? Int == 1 }
    #expect(first.compactMap { $0["move"] as? String } == ["forward", "backward", "step"])
    let lines = first.map { ($0["source"] as? [String: Any])?["text"] as? String ?? "" }
    #expect(lines.prefix(2) == ["loss = ((model(x) - y) ** 2).mean()", "loss.backward()"])
    #expect(run.errors.contains(": 120 training steps, no mistake was found"), "\(run.errors)")
  }
}
