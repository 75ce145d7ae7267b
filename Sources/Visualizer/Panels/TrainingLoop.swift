internal import Moves

/// The loop as a reader will meet it in PyTorch, with this run's own numbers in it.
struct TrainingLoop: Sendable {
  enum Place: Sendable, Equatable {
    case move(Move)
    case detour
    case around
  }

  struct Line: Sendable, Equatable {
    var code: String
    var place: Place
  }

  var lines: [Line]

  init(_ run: RunFacts) {
    let chosen = run.hyperparameters
    let parts = chosen.microBatches
    let inner = parts > 1 ? "    " : "  "
    lines = [
      Line(code: "for step in range(1, \(chosen.steps + 1)):", place: .around),
      Line(code: "  lr = schedule(step - 1)", place: .around),
      Line(code: "  for group in opt.param_groups:", place: .around),
      Line(code: "    group[\"lr\"] = lr", place: .around),
      Line(code: "  opt.zero_grad()", place: .move(.zeroGrad)),
    ]
    if parts > 1 { lines.append(Line(code: "  for k in range(\(parts)):", place: .around)) }
    lines += [
      Line(code: inner + "x, y = get_batch(\"train\")", place: .move(.forward)),
      Line(code: inner + Self.forward(run), place: .move(.forward)),
      Line(
        code: inner + (parts > 1 ? "(loss / \(parts)).backward()" : "loss.backward()"),
        place: .move(.backward)),
      Line(code: "  clip_grad_norm_(params, \(chosen.maxNorm))", place: .move(.clip)),
      Line(code: "  opt.step()", place: .move(.step)),
      Line(code: "  if step == 1 or step % \(chosen.evalInterval) == 0:", place: .detour),
      Line(code: "    estimate_loss()", place: .detour),
    ]
  }

  private static func forward(_ run: RunFacts) -> String {
    guard run.vocabulary.isEmpty else { return "logits, loss = model(x, y)" }
    let loss = run.guessingLoss == nil ? "mse_loss" : "cross_entropy"
    return "loss = \(loss)(model(x), y)"
  }
}
