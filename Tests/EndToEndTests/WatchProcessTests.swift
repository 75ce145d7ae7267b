import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A watched script's beginning and end, its errors, and who looks on.
extension EndToEnd.Watching {
  @Test func `an error of the script's own shows the frames that it has without us`() throws {
    let path = try script(
      Self.loop.replacing("loss.backward()", with: "loss.backward(); loss.backward()"))
    let alone = try Command(["-W", "ignore", path], of: PyTorch.python)
    let run = try PyTorch.watch(path)
    #expect(alone.status == 1 && run.status == 1)
    #expect(alone.errors.contains("through the graph a second time"))
    #expect(run.errors.hasPrefix(alone.errors), "\(run.errors)")
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
}
