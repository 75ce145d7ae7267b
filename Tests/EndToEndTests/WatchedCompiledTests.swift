import Foundation
import Testing

/// Scripts in which PyTorch's compiler takes more than the network.
extension SideBySide.Watching {
  private static func loop(_ compiled: String, _ body: String) -> String {
    """
    import sys, torch
    from torch import nn
    from torch._dynamo.utils import counters
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    compiled = torch.compile(backend="eager")
    mse = nn.functional.mse_loss
    @compiled
    \(compiled)
    for step in range(12):
        x, y = torch.randn(8, 4), torch.randn(8, 2)
        \(body)
    print(sum(p.double().sum().item() for p in model.parameters()))
    print(sum(counters["graph_break"].values()), counters["stats"]["unique_graphs"])
    sys.exit(5)
    """
  }

  /// What is compiled is what would be without us: as many graphs, broken as often.
  @Test func `compiled parts of a step stay as they are, and its update is seen`() async throws {
    let whole = """
      def train(x, y):
          optimizer.zero_grad()
          loss = mse(model(x), y)
          loss.backward()
          nn.utils.clip_grad_norm_(model.parameters(), 1.0)
          optimizer.step()
      """
    let loops = [
      "whole": Self.loop(whole, "train(x, y)"),
      "update": Self.loop(
        "def update(): optimizer.step()",
        "optimizer.zero_grad(); mse(model(x), y).backward(); update()"),
      "backward": Self.loop(
        "def descend(x, y): (mse(model(x), y) / 2).backward()",
        "descend(x, y); descend(x, y); optimizer.step(); optimizer.zero_grad()"),
    ]
    for (name, text) in loops { _ = try script(text, "\(name).py") }
    let place = folder.path(".")
    for (name, run) in try await PyTorch.together(
      loops.keys.sorted(), { try PyTorch.watch("\(place)/\($0).py") })
    {
      let alone = try Command(["-W", "ignore", "\(place)/\(name).py"], of: PyTorch.python)
      #expect(run.status == 5 && alone.status == 5, "\(name): \(run.errors)")
      #expect(run.output == alone.output, "\(name): \(run.errors)")
      let own = run.errors.split(separator: "\n").filter { !$0.hasPrefix("fivemoves: ") }
      #expect(own.count == alone.errors.split(separator: "\n").count, "\(name): \(own)")
      #expect(run.errors.contains("no mistake was found"), "\(name): \(run.errors)")
    }
  }
}
