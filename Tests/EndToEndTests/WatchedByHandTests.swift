import Foundation
import Testing

/// What a script does to its parameters and gradients without a function for it.
extension SideBySide.Watching {
  /// A loop's moves after `backward`, and what stands before its forward.
  private static func loop(
    _ update: String, before: String = "", optimizer: String = ""
  ) -> String {
    """
    import torch
    from torch import nn
    torch.manual_seed(0)
    xs = torch.randn(96, 4)
    ys = (xs.sum(1) > 0).long()
    model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
    params = list(model.parameters())
    \(optimizer)
    for step in range(12):
        x, y = xs[8 * step : 8 * step + 8], ys[8 * step : 8 * step + 8]
        \(before)
        loss = nn.functional.cross_entropy(model(x), y)
        loss.backward()
    \(update.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
    """
  }

  /// In the update's own loop.
  private static let zeroedWithin = [
    ("p -= 0.1 * p.grad", "p.grad.zero_()"), ("p -= 0.1 * p.grad", "p.grad = None"),
    ("p.data -= 0.1 * p.grad", "p.grad.data.zero_()"), ("p.sub_(0.1 * p.grad)", "del p.grad"),
    ("p.add_(p.grad, alpha=-0.1)", "p.grad.fill_(0)"),
    ("p.copy_(p - 0.1 * p.grad)", "p.grad = torch.zeros_like(p)"),
  ]

  private static let update = """
    with torch.no_grad():
        for p in params: p -= 0.1 * p.grad
    """

  /// Each run's line of one move after another, of its fourth step.
  private func moves(_ loops: [String]) async throws -> [String: (Command, String)] {
    var texts: [String: String] = [:]
    for (number, text) in loops.enumerated() {
      texts["loop\(number)"] = text
      _ = try script(text, "loop\(number).py")
    }
    let place = folder.path(".")
    let runs = try await PyTorch.together(texts.keys.sorted()) {
      try PyTorch.watch("\(place)/\($0).py", ["--record", "\(place)/\($0).run"])
    }
    return try Dictionary(
      uniqueKeysWithValues: runs.map { name, run in
        let told = try folder.records("\(name).run").filter {
          $0["type"] as? String == "move" && $0["step"] as? Int == 4
        }
        let moves = told.compactMap { $0["move"] as? String }.joined(separator: " ")
        return (texts[name] ?? name, (run, moves))
      })
  }

  @Test func `an update by hand that zeroes in any usual way draws no sign and lights its moves`()
    async throws
  {
    let within = Self.zeroedWithin.map { update, zero in
      Self.loop(
        """
        with torch.no_grad():
            for p in params:
                \(update)
                \(zero)
        """)
    }
    let after = ["torch._foreach_zero_([p.grad for p in params])", "model.zero_grad(False)"].map {
      Self.loop("\(Self.update)\n\($0)")
    }
    let before = Self.loop(
      Self.update, before: "for p in params: p.grad is None or p.grad.data.zero_()")
    for (text, (run, moves)) in try await moves(within + after + [before]) {
      #expect(run.status == 0, "\(text): \(run.errors)")
      #expect(run.errors.contains(": 12 training steps, no mistake was found"), "\(run.errors)")
      #expect(moves == "zero_grad forward backward step", "\(text): \(moves)")
    }
  }

  @Test func `an update by hand that never zeroes is named, also behind a clip`() async throws {
    let clipped = "nn.utils.clip_grad_norm_(params, 0.5)\n\(Self.update)"
    for (text, (run, _)) in try await moves([Self.loop(Self.update), Self.loop(clipped)]) {
      #expect(run.status == 3, "\(text): \(run.errors)")
      #expect(
        run.errors.contains("11 of 12 backward passes added to gradients"), "\(text): \(run.errors)"
      )
    }
  }

  @Test func `gradients that are zeroed by hand for an optimizer draw no sign`() async throws {
    let loops = ["p.grad.data.zero_()", "p.grad.fill_(0)", "p.grad = None"].map {
      Self.loop(
        "optimizer.step()\nfor p in params: \($0)",
        optimizer: "optimizer = torch.optim.SGD(params, lr=0.1)")
    }
    for (text, (run, _)) in try await moves(loops) {
      #expect(run.status == 0, "\(text): \(run.errors)")
    }
  }

  /// Four micro-batches a step; `rest` stands between the last of them and the update.
  private static func parts(_ backward: String, _ rest: String = "pass") -> String {
    """
    import torch
    from torch import nn
    torch.manual_seed(0)
    xs = torch.randn(96, 4)
    ys = (xs.sum(1) > 0).long()
    model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for step in range(12):
        optimizer.zero_grad()
        for part in range(8 * step, 8 * step + 8, 2):
            loss = nn.functional.cross_entropy(model(xs[part : part + 2]), ys[part : part + 2])
            \(backward)
        \(rest)
        optimizer.step()
    """
  }

  @Test func `parts that are divided in their gradients, or as backward is told, draw no sign`()
    async throws
  {
    let divided = [
      "for p in model.parameters(): p.grad /= 4",
      "for p in model.parameters(): p.grad.data.mul_(0.25)",
      "torch._foreach_div_([p.grad for p in model.parameters()], 4.0)",
    ].map { Self.parts("loss.backward()", $0) }
    let told = [
      "loss.backward(gradient=torch.tensor(0.25))",
      "torch.autograd.backward([loss], [torch.ones(()) / 4])",
    ].map { Self.parts($0) }
    for (text, (run, _)) in try await moves(divided + told) {
      #expect(run.status == 0, "\(text): \(run.errors)")
    }
    let summed = [
      Self.parts("loss.backward(torch.ones_like(loss))"),
      Self.parts("loss.backward()", "nn.utils.clip_grad_norm_(model.parameters(), 0.1)"),
    ]
    for (text, (run, _)) in try await moves(summed) {
      #expect(
        run.errors.contains("added up whole losses, 4 in each step"), "\(text): \(run.errors)")
    }
  }
}
