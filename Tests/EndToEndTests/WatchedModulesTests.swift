import Testing

/// What is trained beside a network, and what is told of losses that it has not made itself.
extension SideBySide.Watching {
  private static func loop(_ made: String, _ loss: String) -> String {
    """
    import torch
    from torch import nn
    torch.manual_seed(0)
    x, y = torch.randn(32, 4), torch.randn(32, 2)
    first, second = nn.Linear(4, 8), nn.Linear(8, 2)
    mse = nn.functional.mse_loss
    \(made)
    for step in range(14):
        optimizer.zero_grad()
        loss = \(loss)
        loss.backward()
        optimizer.step()
    """
  }

  private static let onlyFirst = "optimizer = torch.optim.SGD(first.parameters(), lr=0.1)"

  @Test func `a second network that no optimizer has is named`() async throws {
    for only in ["first", "second"] {
      let path = try script(
        Self.loop(
          "optimizer = torch.optim.SGD(\(only).parameters(), lr=0.1)", "mse(second(first(x)), y)"))
      let run = try PyTorch.watch(path)
      #expect(run.status == 3, "\(run.errors)")
      let signs = run.errors.split(separator: "\n").filter { $0.hasPrefix("fivemoves: - ") }
      #expect(signs.count == 1, "\(signs)")
      #expect(signs.first?.contains("2 parameter tensors get gradients, but no optimizer") == true)
      #expect(signs.first?.contains("Linear.weight, Linear.bias") == true, "\(signs)")
    }
  }

  /// Frozen, in evaluation mode, compared with, trained by hand, by its own optimizer, or never used.
  @Test func `a network beside the one that is trained draws no sign where it is none of it`()
    async throws
  {
    let loops = [
      ("second.requires_grad_(False)", "mse(second(first(x)), y)"),
      ("second.eval()", "mse(second(first(x)), y)"),
      ("target = torch.randn(32, 8)", "mse(second(first(x)), second(target))"),
      ("other = torch.optim.SGD(second.parameters(), lr=0.1)", "mse(second(first(x)), y)"),
      ("third = nn.Linear(2, 2)", "first(x).square().mean()"),
    ]
    let place = folder.path(".")
    for (number, (made, loss)) in loops.enumerated() {
      _ = try script(Self.loop("\(Self.onlyFirst)\n\(made)", loss), "beside\(number).py")
    }
    let byHand = Self.loop(Self.onlyFirst, "mse(second(first(x)), y)")
    _ = try script(
      byHand + "\n    for p in second.parameters(): p.data -= 0.1 * p.grad; p.grad = None",
      "beside\(loops.count).py")
    for (name, run) in try await PyTorch.together(
      (0...loops.count).map { "beside\($0).py" }, { try PyTorch.watch("\(place)/\($0)") })
    {
      #expect(run.status == 0, "\(name): \(run.errors)")
    }
  }

  /// The first loss is made before zero_grad; each is another's.
  @Test func `losses that no network makes are told where backward begins, and are a sum`() throws {
    let path = try script(
      """
      import torch
      from torch import nn
      torch.manual_seed(0)
      first, second = nn.Linear(4, 2), nn.Linear(4, 2)
      optimizer = torch.optim.SGD([*first.parameters(), *second.parameters()], lr=0.1)
      mse, x, y = nn.functional.mse_loss, torch.randn(8, 4), torch.randn(8, 2)
      for step in range(6):
          one = mse(first(x), y)
          optimizer.zero_grad()
          one.backward()
          other = mse(second(x), y)
          other.backward()
          optimizer.step()
          print("one", one.item(), "sum", (one + other).item())
          with torch.no_grad():
              for _ in range(3): first(x)
      """)
    let run = try PyTorch.watch(path, ["--record", folder.path("r")])
    #expect(run.status == 0, "\(run.errors)")
    let records = try folder.records("r")
    let backwards = records.filter { $0["move"] as? String == "backward" }
    let told = backwards.filter { $0["position"] as? Int == 2 }
      .compactMap { $0["loss"] as? Double }
    #expect(told.map { Float($0) } == printed("one", in: run.output).map { Float($0) })
    #expect(!told.isEmpty)
    let facts = records.compactMap { $0["facts"] as? [String: Any] }.last
    #expect(facts?["loss_name"] as? String == "sum of losses")
    let recipe = facts?["recipe"] as? [String: Any]
    #expect(recipe?["divides_loss"] as? Bool == false)
    // As it was evaluated: under no_grad() alone.
    #expect(recipe?["calls_eval"] as? Bool == false && recipe?["uses_no_grad"] == nil)
  }

  @Test func `a warning of PyTorch names the script's line, as without us`() throws {
    let path = try script(
      """
      import torch, warnings
      from torch import nn
      model = nn.Linear(2, 2)
      optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
      scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1)
      with warnings.catch_warnings(record=True) as seen:
          warnings.simplefilter("always")
          loss = model(torch.randn(2, 2)).sum()
          loss.backward()
          scheduler.step()
          scheduler.step(3)
          torch.optim.SGD([{"params": [model.weight, model.weight]}], lr=0.1)
          optimizer.step()
      for one in seen:
          print(one.filename, one.lineno, str(one.message)[:40])
      """)
    let alone = try Command([path], of: PyTorch.python)
    let run = try PyTorch.watch(path)
    #expect(alone.output.split(separator: "\n").count >= 3, "\(alone.output)")
    #expect(alone.output.contains("train.py 10"), "\(alone.output)")
    #expect(run.output == alone.output)
  }
}
