internal import Moves

/// The loop as a reader will meet it in PyTorch, with this run's own numbers in it.
struct TrainingLoop: Sendable {
  enum Place: Sendable, Equatable {
    /// Which of the recipe's moves it is, counted from 0.
    case move(Int)
    case detour
    case around
  }

  struct Line: Sendable, Equatable {
    var code: String
    var place: Place
  }

  private let run: RunFacts

  init(_ run: RunFacts) { self.run = run }

  private var chosen: Settings { run.settings }
  private var recipe: Recipe { run.recipe }

  var lines: [Line] { opening + moves + evaluation }

  /// Of another program's loop no more is known than that it repeats.
  private var opening: [Line] {
    guard let steps = chosen.steps, run.lesson != nil else {
      return [Line(code: "for x, y in loader:", place: .around)]
    }
    return [
      Line(code: "for step in range(1, \(steps + 1)):", place: .around),
      Line(code: "  lr = schedule(step - 1)", place: .around),
      Line(code: "  for group in opt.param_groups:", place: .around),
      Line(code: "    group[\"lr\"] = lr", place: .around),
    ]
  }

  /// What is left out is named where it should stand.
  private var moves: [Line] {
    let first = PipelineSlots(run).slots.prefix { $0.index == nil }.filter(\.isNeeded).map(\.move)
    return first.map { Line(code: "  # \(call($0)) is missing", place: .around) } + made
  }

  /// What repeats once a micro-batch stands in a loop of its own.
  private var made: [Line] {
    let all = recipe.moves.indices
    guard chosen.hasParts, let repeated = recipe.repeated else {
      return all.flatMap { lines(of: $0, indent: "  ") }
    }
    return all[..<repeated.lowerBound].flatMap { lines(of: $0, indent: "  ") }
      + [Line(code: "  for k in range(\(chosen.parts)):", place: .around)]
      + repeated.flatMap { lines(of: $0, indent: "    ") }
      + all[repeated.upperBound...].flatMap { lines(of: $0, indent: "  ") }
  }

  private func lines(of index: Int, indent: String) -> [Line] {
    code(of: recipe.moves[index]).map { Line(code: indent + $0, place: .move(index)) }
      + missing(after: index).map { note($0, behind: index, indent: indent) }
  }

  /// The moves that are left out, and would stand behind this one.
  private func missing(after index: Int) -> [Move] {
    let slots = PipelineSlots(run).slots
    guard let place = slots.firstIndex(where: { $0.index == index }) else { return [] }
    return slots[(place + 1)...].prefix { $0.index == nil }.filter(\.isNeeded).map(\.move)
  }

  /// Behind the inner loop, unless it would be made once a micro-batch.
  private func note(_ move: Move, behind index: Int, indent: String) -> Line {
    let isInside = move.isOfMicroBatch || recipe.repeated?.last != index
    return Line(code: "\(isInside ? indent : "  ")# \(call(move)) is missing", place: .around)
  }

  private func call(_ move: Move) -> String {
    switch move {
    case .zeroGrad: "opt.zero_grad()"
    case .forward: "model(x)"
    case .backward: "loss.backward()"
    case .clip: "clip_grad_norm_()"
    case .step: "opt.step()"
    }
  }

  private func code(of move: Move) -> [String] {
    switch move {
    case .zeroGrad: ["opt.zero_grad()"]
    case .forward: forward
    case .backward:
      [
        recipe.dividesLoss && chosen.hasParts
          ? "(loss / \(chosen.parts)).backward()" : "loss.backward()"
      ]
    case .clip: ["clip_grad_norm_(params, \(chosen.maxNorm.map { "\($0)" } ?? "max_norm"))"]
    case .step: ["opt.step()"]
    }
  }

  private var forward: [String] {
    guard run.lesson != nil else { return ["loss = loss_fn(model(x), y)"] }
    return ["x, y = \(recipe.shufflesData ? "get_batch" : "get_next_batch")(\"train\")"]
      + (recipe.badBatch.map { ["if step == \($0): y = damaged(y)"] } ?? []) + guess
      + (recipe.keepsLossTensor ? ["losses.append(loss)"] : [])
  }

  /// A GPT that is given the answers brings its loss along, as nanoGPT's does.
  private var guess: [String] {
    if run.model == "GPT" { return ["logits, loss = model(x, y)"] }
    if run.guessingLoss == nil { return ["loss = mse_loss(model(x), y)"] }
    return ["logits = model(x)", "loss = cross_entropy(logits, y)"]
  }

  private var evaluation: [Line] {
    guard let interval = chosen.evalInterval else { return [] }
    return [
      Line(code: "  if step == 1 or step % \(interval) == 0:", place: .detour),
      Line(code: "    estimate_loss()" + forgotten, place: .detour),
    ]
  }

  /// What the evaluation lacks.
  private var forgotten: String {
    let names = [recipe.callsEval ? nil : "eval()", recipe.usesNoGrad ? nil : "no_grad()"]
    let lacking = names.compactMap { $0 }
    return lacking.isEmpty ? "" : "  # no \(lacking.joined(separator: ", "))"
  }
}
