import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SideBySide {
  @Suite struct Watching {
    let folder: TemporaryFolder

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
    static let mistakes = [
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
      "losses_kept": "are still kept as tensors",
      "scheduler_early": "scheduler.step() came before optimizer.step() in 12 of 12 steps",
      "scheduler_first": "scheduler.step() came before optimizer.step() in 3 of 12 steps",
      "parameters_unowned": "no optimizer has them",
      "parameters_untouched":
        "got no gradient in the 10 steps that were looked at: body.weight, body.bias",
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

    /// As most do it: after each epoch a look at the validation data, which may be few.
    @Test(arguments: [
      (1, "", "no_grad()", ["4 batches were evaluated in training mode"]),
      (1, "model.eval()", "enable_grad()", ["4 batches were evaluated with gradients on"]),
      (
        3, "", "enable_grad()",
        [
          "12 batches were evaluated in training mode",
          "12 batches were evaluated with gradients on",
        ]
      ),
      (1, "model.eval()", "no_grad()", []),
    ])
    func `a validation of few batches that forgets eval or no_grad is named`(
      batches: Int, mode: String, gradients: String, words: [String]
    ) throws {
      let path = try script(
        """
        import torch
        from torch import nn
        torch.manual_seed(0)
        model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Dropout(0.1), nn.Linear(16, 2))
        optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
        def loss_of_batch():
            return nn.functional.cross_entropy(model(torch.randn(8, 4)), torch.randint(2, (8,)))
        for epoch in range(4):
            model.train()
            for _ in range(6):
                optimizer.zero_grad()
                loss_of_batch().backward()
                optimizer.step()
            \(mode)
            with torch.\(gradients):
                for _ in range(\(batches)):
                    print(loss_of_batch().item())
        """)
      let run = try PyTorch.watch(path)
      #expect(run.status == (words.isEmpty ? 0 : 3), "\(run.errors)")
      let signs = run.errors.split(separator: "\n").filter { $0.hasPrefix("fivemoves: - ") }
      #expect(signs.count == words.count, "\(signs)")
      for word in words { #expect(signs.contains { $0.contains(word) }, "\(signs)") }
    }

    static let loop = """
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

    func script(_ text: String = Watching.loop, _ name: String = "train.py") throws
      -> String
    {
      try folder.write(Data(text.utf8), name)
      return folder.path(name)
    }

    /// The losses, or norms, that the script printed.
    func printed(_ name: String, in text: String) -> [Double] {
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        return words.firstIndex { $0 == name }.flatMap { Double(words[$0 + 1]) }
      }
    }

    static let quickLoop = """
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

    @Test func `without PyTorch the module says so in one line, and so it does what to do`() throws
    {
      _ = try Command(["module", folder.path("module")])
      let path = try script("import fivemoves\nfivemoves.watch()\nprint('on')\n", "open.py")
      let run = try Command(
        ["-c", "PYTHONPATH='\(folder.path("module"))' exec python3 -S '\(path)'"], of: "/bin/sh")
      #expect(run.status == 0 && run.output == "on\n", "\(run.errors)")
      #expect(run.errors.contains("PyTorch cannot be imported"), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
      let module = try Command(
        ["-c", "PYTHONPATH='\(folder.path("module"))' exec python3 -m fivemoves"], of: "/bin/sh")
      #expect(module.errors.contains("fivemoves watch -- python train.py"), "\(module.errors)")
      #expect(module.errors.split(separator: "\n").count == 1 && module.status == 1)
    }

    @Test func `a notebook shows under its cell what to do to watch it`() throws {
      _ = try Command(["module", folder.path("module")])
      let path = try script(
        "import fivemoves\nprint(repr(fivemoves.watch('my run')))\n", "open.py")
      let run = try Command(
        ["-c", "PYTHONPATH='\(folder.path("module"))' exec \(PyTorch.python) '\(path)'"],
        of: "/bin/sh")
      #expect(run.output.contains("my run is open to viewers"), "\(run.output)\(run.errors)")
      #expect(run.output.contains("`fivemoves watch` in a terminal on this machine"))
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

    @Test func `on a screen a command that trains nothing ends as it does`() throws {
      let program = try Program(["watch", "--", "true"])
      #expect(program.waitForExit(within: 20) == 0)
      let text = String(decoding: program.bytes, as: UTF8.self)
      #expect(text.contains("no training step was seen"), "\(text)")
    }

    @Test(arguments: [
      (["watch", "--", "touch", "/no/where"], 2, "--no-screen checks the loop without a screen"),
      (["watch", "nobody"], 2, "--no-screen checks the loop without a screen"),
      (["watch", "--no-screen", "--", "true"], 1, "no training step was seen"),
      (["watch", "--no-screen", "--", "false"], 1, "status 1 before a training step was seen"),
      (["watch", "--no-screen", "--", "no-such-program"], 127, "cannot be run: no such file"),
      (["watch", "--no-screen", "--", "/dev/null"], 126, "cannot be run: permission denied"),
      (["watch", "--no-screen", "nobody"], 1, "no script is open"),
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
