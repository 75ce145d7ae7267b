import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EndToEnd {
  @Suite struct Watching {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a good loop of any usual style draws no sign at all`() async throws {
      let names = PyTorch.scripts("good")
      try #require(names.count >= 12)
      for (name, run) in try await PyTorch.together(
        names, { try PyTorch.watch("\(PyTorch.folder)/good/\($0)") })
      {
        #expect(run.status == 0, "\(name): \(run.errors)")
        #expect(run.errors.contains("no mistake was found"), "\(name): \(run.errors)")
        #expect(!run.errors.contains("stepped aside"), "\(name): \(run.errors)")
      }
    }

    /// What each of the scripts of that name does wrong, in the program's words.
    private static let mistakes = [
      "gradients_pile_up": "added to gradients that an earlier step had left",
      "gradients_wiped": "zero_grad wiped the gradients after backward",
      "step_too_early": "step ran before backward",
      "no_backward": "No backward pass was made",
      "no_step": "step never ran",
      "clipped_nothing": "clip ran before backward",
      "clipped_too_late": "clip ran after step",
      "clipped_scaled": "clip met gradients that were still scaled",
      "gradients_gone": "The gradients were gone before step could use them, in 12 of 12 steps",
      "optimizer_unreached": "step found no gradient in 1",
      "loss_summed": "24 backward passes added up whole losses, 4 in each step",
      "evaluated_in_training": "evaluated in training mode, with Dropout at work",
      "evaluated_with_graph": "evaluated with gradients on",
      "losses_kept": "losses are still kept as tensors",
      "scheduler_early": "scheduler.step() came before optimizer.step()",
      "parameters_unowned": "no optimizer has them",
      "parameters_untouched": "got no gradient in ten steps: body.weight, body.bias",
      "not_finite": "The loss was no finite number in step 3, at forward",
      "updates_skipped": "The gradient scaler skipped",
    ]

    @Test func `each mistake draws its own sign and no other`() async throws {
      #expect(PyTorch.scripts("mistakes") == Self.mistakes.keys.map { "\($0).py" }.sorted())
      for (name, run) in try await PyTorch.together(
        Self.mistakes.keys.sorted(), { try PyTorch.watch("\(PyTorch.folder)/mistakes/\($0).py") })
      {
        #expect(run.status == 3, "\(name): \(run.errors)")
        let signs = run.errors.split(separator: "\n").filter { $0.hasPrefix("fivemoves: - ") }
        #expect(signs.count == 1, "\(name): \(signs)")
        #expect(signs.first?.contains(Self.mistakes[name] ?? "?") == true, "\(name): \(signs)")
      }
    }

    private static let loop = """
      import sys, torch
      from torch import nn
      torch.manual_seed(1)
      model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Dropout(0.2), nn.Linear(8, 3))
      optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
      for step in range(1, 13):
          x, y = torch.randn(8, 4), torch.randint(3, (8,))
          optimizer.zero_grad()
          loss = nn.functional.cross_entropy(model(x), y)
          loss.backward()
          norm = nn.utils.clip_grad_norm_(model.parameters(), 0.5)
          optimizer.step()
          print("step", step, "loss", loss.item(), "norm", norm.item(), flush=True)
      print("end", sum(p.double().sum().item() for p in model.parameters()), *sys.argv[1:])
      """

    private func script(_ text: String = Watching.loop, _ name: String = "train.py") throws
      -> String
    {
      try folder.write(Data(text.utf8), name)
      return folder.path(name)
    }

    /// The losses, or norms, that the script printed.
    private func printed(_ name: String, in text: String) -> [Double] {
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        return words.firstIndex { $0 == name }.flatMap { Double(words[$0 + 1]) }
      }
    }

    @Test func `an error of the script's own shows the frames that it has without us`() throws {
      let path = try script(
        Self.loop.replacing("loss.backward()", with: "loss.backward(); loss.backward()"))
      let alone = try Command(["-W", "ignore", path], of: PyTorch.python)
      let run = try PyTorch.watch(path)
      #expect(alone.status == 1 && run.status == 1)
      #expect(alone.errors.contains("through the graph a second time"))
      #expect(run.errors.hasPrefix(alone.errors), "\(run.errors)")
    }

    private static let quickLoop = """
      import torch
      from torch import nn
      torch.manual_seed(1)
      model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 3))
      optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
      for step in range(1, 601):
          optimizer.zero_grad()
          losses = []
          for part in range(2 if step < 600 else 1):
              loss = nn.functional.cross_entropy(model(torch.randn(8, 4)), torch.randint(3, (8,)))
              (loss / 2).backward()
              losses.append(loss.item())
          norm = nn.utils.clip_grad_norm_(model.parameters(), 0.2)
          for group in optimizer.param_groups:
              group["lr"] = 0.5 / step
          optimizer.step()
          print("step", step, "loss", sum(losses) / len(losses), "norm", norm.item())
      """

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

    @Test func `the figures are those that PyTorch printed, and no result changes by a bit`() throws
    {
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

    @Test func `five spaces are five of the script's steps, and five arrows its five moves`() throws
    {
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

    @Test func `ctrl-c ends the screen and the script`() throws {
      _ = try script(
        Self.loop.replacing(
          "for step in", with: "try:\n  input()\nexcept EOFError: pass\nfor step in"))
      let program = try PyTorch.show("train.py", in: folder)
      #expect(program.shows("waits before its first move", within: 60))
      program.type(" ")
      #expect(program.wait { _ in program.step == 1 })
      program.type("\u{3}")
      #expect(program.waitForExit(within: 30) == 130)
      let output = String(decoding: program.bytes, as: UTF8.self)
      #expect(output.contains("KeyboardInterrupt"))
      #expect(!output.contains("end "))
    }

    @Test func `a viewer that is killed leaves the script alone`() throws {
      _ = try script(Self.loop + "\nopen('done', 'w').write('yes')\n")
      let program = try PyTorch.show("train.py", in: folder)
      #expect(program.shows("waits before its first move", within: 60))
      program.type(" ")
      #expect(program.wait { _ in program.step == 1 })
      program.signal(SIGKILL)
      #expect(program.waitForExit() == 128 + SIGKILL)
      let end = now() + 20
      while now() < end, !folder.has("done") { usleep(50_000) }
      #expect(folder.has("done"))
    }

    @Test func `a script that is killed is said to be gone`() throws {
      _ = try script(
        Self.loop.replacing(
          "import sys", with: "import os, sys; open('pid', 'w').write(str(os.getpid())); import sys"
        ))
      let program = try PyTorch.show("train.py", in: folder)
      #expect(program.shows("waits before its first move", within: 60))
      program.type(" ")
      #expect(program.wait { _ in program.step == 1 })
      let process = try #require(Int32(String(decoding: try folder.bytes("pid"), as: UTF8.self)))
      kill(process, SIGKILL)
      program.type(" ")
      #expect(program.shows("The script is gone"))
      program.type("q")
      #expect(program.waitForExit() == 128 + SIGKILL)
    }

    @Test(arguments: [
      ("raise SystemExit(7)", 7, ""), ("raise ValueError('no')", 1, "ValueError: no"),
      ("import os; os.kill(os.getpid(), 15)", 143, ""),
    ])
    func `the script's own end is the command's`(last: String, status: CInt, words: String) throws {
      let run = try PyTorch.watch(try script(Self.loop + "\n\(last)\n"))
      #expect(run.status == status, "\(run.errors)")
      #expect(words.isEmpty || run.errors.contains(words))
      #expect(run.output.contains("step 12"))
    }

    @Test func `so many steps and no more are checked`() throws {
      let run = try PyTorch.watch(try script(), ["--steps", "3"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("step 3 "))
      #expect(run.errors.contains("train.py: 3 training steps, no mistake was found"))
    }

    @Test func `two processes train together, and the first is shown`() throws {
      let path = try script(
        """
        import torch, torch.distributed as dist
        from torch import nn
        dist.init_process_group("gloo")
        torch.manual_seed(dist.get_rank())
        model = nn.parallel.DistributedDataParallel(nn.Linear(4, 2))
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        for _ in range(6):
            loss = nn.functional.cross_entropy(model(torch.randn(8, 4)), torch.randint(2, (8,)))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        dist.destroy_process_group()
        """)
      let run = try Command([
        "watch", "--no-screen", "--", PyTorch.python, "-m", "torch.distributed.run",
        "--nproc-per-node", "2", path,
      ])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("6 training steps, no mistake was found"), "\(run.errors)")
    }

    /// The moves of its third step, and how many steps there are.
    @Test(arguments: [
      ("trainer", 8, "zero_grad forward backward forward backward clip step"),
      ("lightning_fit", 16, "forward zero_grad backward clip step"),
      ("accelerated", 8, "zero_grad forward backward clip forward backward clip step"),
    ])
    func `a framework's own loop lights the same moves, and draws no sign`(
      name: String, steps: Int, order: String
    ) throws {
      let run = try PyTorch.watch(
        "\(PyTorch.folder)/frameworks/\(name).py", ["--record", folder.path("r")])
      #expect(run.status == 0, "\(run.errors)")
      let records = try folder.records("r")
      #expect(records.filter { $0["type"] as? String == "step" }.count == steps)
      let moves = records.filter { $0["type"] as? String == "move" && $0["step"] as? Int == 3 }
      #expect(moves.compactMap { $0["move"] as? String }.joined(separator: " ") == order)
    }

    @Test func `a script that runs already is joined, held, and left to run on`() throws {
      let module = try Command(["module", folder.path("module")])
      #expect(module.output == "\(folder.path("module"))\n")
      let endless = Self.loop.replacing("range(1, 13)", with: "range(1, 100000)")
        .replacing(
          "optimizer.step()",
          with: "optimizer.step(); import os; os.path.exists('stop') and sys.exit()"
        )
        .replacing("import sys, torch", with: "import sys, torch, fivemoves; fivemoves.watch()")
      _ = try script(endless)
      let environment = ["PYTHONPATH": folder.path("module"), "XDG_RUNTIME_DIR": folder.path(".")]
      let running = try Program(
        ["-c", "cd '\(folder.path("."))' && exec \(PyTorch.python) train.py > out"], of: "/bin/sh",
        environment: environment)
      let end = now() + 60
      while now() < end, (try? folder.bytes("out").count) ?? 0 < 1000 { usleep(50_000) }
      let socket = try #require(
        try FileManager.default.contentsOfDirectory(atPath: folder.path("fivemoves"))
          .first { $0.hasSuffix(".0.sock") })
      let path = "\(folder.path("fivemoves"))/\(socket)"
      let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(rights as? Int == 0o600)
      let viewer = try Program(["watch"], environment: environment)
      #expect(viewer.shows("is running"), "\(viewer.screen.text)")
      viewer.type(" ")
      viewer.settle(1)
      let held = try folder.bytes("out").count
      viewer.type("\u{1B}[C")
      viewer.settle(1)
      let step = try #require(viewer.step)
      #expect(step > 10)
      #expect(try folder.bytes("out").count - held < 200)
      viewer.type("q")
      #expect(viewer.waitForExit() == 0)
      usleep(500_000)
      #expect(try folder.bytes("out").count > held + 1000)
      try folder.write(Data(), "stop")
      #expect(running.waitForExit(within: 20) == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("fivemoves")).isEmpty)
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

    @Test(arguments: [
      (["watch", "--", "true"], 0, "no training step was seen"),
      (["watch", "--", "no-such-program"], 1, "cannot be run: no such file"),
      (["watch", "--", "false"], 1, ""),
      (["watch", "nobody"], 1, "no script is open"),
      (["watch", "name", "--", "true"], 64, "leave one of them out"),
      (["watch", "python", "my train.py"], 64, "watch -- python 'my train.py'"),
      (
        ["watch", "--no-screen", "--record", "/no/where", "--", "touch", "/no/where"], 1,
        "/no/where"
      ),
      (["watch", "--steps", "3", "--", "true"], 64, "add --no-screen"),
      (["watch", "--no-screen", "--steps", "0", "--", "true"], 64, "must be above 0"),
    ])
    func `what cannot be watched gets one line`(arguments: [String], status: CInt, words: String)
      throws
    {
      let run = try Command(arguments)
      #expect(run.status == status)
      #expect(words.isEmpty || run.errors.contains(words), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count <= 1)
    }
  }
}
