import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A watched script's beginning and end, its errors, and who looks on.
extension SideBySide.Watching {
  @Test func `an error of the script's own shows the frames that it has without us`() throws {
    let path = try script(
      Self.loop.replacing("loss.backward()", with: "loss.backward(); loss.backward()"))
    let alone = try Command(["-W", "ignore", path], of: PyTorch.python)
    let run = try PyTorch.watch(path)
    #expect(alone.status == 1 && run.status == 1)
    #expect(alone.errors.contains("through the graph a second time"))
    #expect(run.errors.hasPrefix(alone.errors), "\(run.errors)")
  }

  /// Before it has said who it is, before it has told of the run, and in the middle of it.
  @Test(arguments: ["teller.Teller.begin", "facts.Facts.fields", "moves.Moves.clip"])
  func `a script whose watcher fails runs to its end, and its code is the command's`(
    _ part: String
  ) throws {
    let path = try script(
      Self.loop.replacing(
        "model =", with: "import fivemoves.watcher; fivemoves.\(part) = None\nmodel =")
        + "\nimport time; time.sleep(0.5); print('over'); sys.exit(5)")
    let run = try PyTorch.watch(path)
    #expect(run.status == 5, "\(run.errors)")
    #expect(run.output.hasSuffix("over\n"), "\(run.errors)")
    #expect(run.errors.contains("stepped aside, and the script goes on without it: TypeError"))
    #expect(!run.errors.contains("--record") && !run.errors.contains("no mistake was found"))
  }

  @Test func `a fork that trains with its parent's optimizer is said not to be watched`() throws {
    let path = try script(
      """
      import os, torch
      model = torch.nn.Linear(2, 2)
      optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
      if os.fork() == 0:
          for _ in range(3): model(torch.ones(1, 2)).sum().backward(); optimizer.step()
          os._exit(0)
      os.wait()
      """)
    let run = try PyTorch.watch(path)
    #expect(run.errors.split(separator: "\n").filter { $0.contains("made by fork") }.count == 1)
    #expect(run.status == 1, "\(run.errors)")
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
    // Nobody presses a key.
    #expect(program.shows("The script is gone", within: 2), "\(program.screen.text)")
    program.type("q")
    #expect(program.waitForExit() == 128 + SIGKILL)
  }

  /// The script, once it has printed so many bytes.
  private func running(_ environment: [String: String], printing bytes: Int) throws -> Program {
    let script = try Program(
      ["-c", "cd '\(folder.path("."))' && exec \(PyTorch.python) train.py > out"], of: "/bin/sh",
      environment: environment)
    let end = now() + 60
    while now() < end, (try? folder.bytes("out").count) ?? 0 < bytes { usleep(50_000) }
    return script
  }

  @Test func `who looks on is told by itself that the script was killed`() throws {
    let module = try Command(["module", folder.path("module")])
    #expect(module.status == 0)
    _ = try script(
      "import fivemoves, time; fivemoves.watch()\n"
        + Self.loop.replacing("range(1, 13)", with: "range(1, 100000)")
        .replacing("loss.backward()", with: "loss.backward(); time.sleep(0.05)"))
    let environment = ["PYTHONPATH": folder.path("module"), "XDG_RUNTIME_DIR": folder.path(".")]
    let running = try running(environment, printing: 500)
    let viewer = try Program(["watch"], environment: environment)
    #expect(viewer.shows("is running"), "\(viewer.screen.text)")
    viewer.watch(for: 1)
    running.signal(SIGKILL)
    #expect(viewer.shows("The script is gone", within: 2), "\(viewer.screen.text)")
    viewer.type("q")
    #expect(viewer.waitForExit() == 0)
    #expect(running.waitForExit() == 128 + SIGKILL)
  }

  @Test func `what comes before a training step is no check that was passed`() throws {
    let run = try PyTorch.watch(
      try script(Self.loop.replacing("optimizer.step()", with: "raise ValueError('no data')")))
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "it ended with status 1 before a training step was complete, so nothing was checked."),
      "\(run.errors)")
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

  @Test(arguments: [
    "nn.parallel.DistributedDataParallel(network)",
    "fully_shard(network, mesh=init_device_mesh('cpu', (2,)))",
  ])
  func `two processes train together, and the figures are those of both`(model: String) throws {
    let path = try script(
      """
      import torch, torch.distributed as dist
      from torch import nn
      from torch.distributed.device_mesh import init_device_mesh
      from torch.distributed.fsdp import fully_shard
      dist.init_process_group("gloo")
      torch.manual_seed(0)
      network = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 2))
      model = \(model)
      optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
      torch.manual_seed(1 + dist.get_rank())
      for step in range(1, 7):
          loss = nn.functional.cross_entropy(model(torch.randn(8, 4)), torch.randint(2, (8,)))
          optimizer.zero_grad()
          loss.backward()
          norm = nn.utils.clip_grad_norm_(model.parameters(), 0.2)
          norm = norm.full_tensor() if hasattr(norm, "full_tensor") else norm
          optimizer.step()
          if dist.get_rank() == 0:
              line = "step %d  loss %.4f  norm %.4f" % (step, loss.item(), norm.item())
          else:
              line = "step %d  rank 1  loss %.4f" % (step, loss.item())
          # In one piece: both write to one place.
          print(line + "\\n", end="")
      dist.destroy_process_group()
      """)
    let run = try Command([
      "watch", "--no-screen", "--all-ranks", "--", PyTorch.python, "-m", "torch.distributed.run",
      "--nproc-per-node", "2", path,
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("6 training steps, no mistake was found"), "\(run.errors)")
    let printed = run.output.split(separator: "\n").filter { $0.hasPrefix("step ") }
    #expect(printed.count == 12, "\(run.output)")
    for line in printed {
      #expect(run.errors.contains("fivemoves: \(line)"), "\(line): \(run.errors)")
    }
  }

  /// A notebook's kernel keeps each cell in a file with a number for a name.
  @Test func `a notebook is called so, and its lines are those of a cell`() throws {
    _ = try script(Self.loop, "loop.txt")
    _ = try script(
      """
      import linecache
      cell = open("loop.txt").read()
      name = "/tmp/ipykernel_71/2036840921.py"
      linecache.cache[name] = len(cell), None, cell.splitlines(True), name
      exec(compile(cell, name, "exec"))
      """, "ipykernel_launcher.py")
    let program = try PyTorch.show("ipykernel_launcher.py", in: folder)
    #expect(program.shows("paused", within: 60), "\(program.screen.text)")
    program.type(" ")
    #expect(program.wait { _ in program.step == 1 }, "\(program.screen.text)")
    program.type("\u{1B}[C")
    #expect(program.shows("cell, its own loop"), "\(program.screen.text)")
    #expect(program.screen.text.contains("notebook"), "\(program.screen.text)")
    #expect(!program.screen.text.contains("2036840921"), "\(program.screen.text)")
    program.type("q")
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
    let running = try running(environment, printing: 1000)
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
    // Who joins later is told of no step before that.
    let late = try Program(["watch"], environment: environment)
    #expect(late.wait { $0.contains(/clipped since step \d{2}/) }, "\(late.screen.text)")
    late.type("q")
    #expect(late.waitForExit() == 0)
    let joined = try Command(
      [
        "-c",
        "XDG_RUNTIME_DIR='\(folder.path("."))' exec '\(Program.path)' watch --no-screen "
          + "--steps 3 train.py",
      ], of: "/bin/sh")
    #expect(
      joined.errors.contains(/train.py: 3 training steps from step \d{2,} on/), "\(joined.errors)")
    usleep(500_000)
    #expect(try folder.bytes("out").count > held + 1000)
    try folder.write(Data(), "stop")
    #expect(running.waitForExit(within: 20) == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("fivemoves")).isEmpty)
  }
}
