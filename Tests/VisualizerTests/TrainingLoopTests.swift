import Moves
import Testing

@testable import Visualizer

private func loop(_ breakage: String? = nil, change: (inout Recipe) -> Void = { _ in }) -> [String]
{
  lines(breakage, change: change).map(\.code)
}

private func lines(
  _ breakage: String? = nil, change: (inout Recipe) -> Void = { _ in }
) -> [TrainingLoop.Line] {
  var run = Fixture.run
  if let breakage = breakage.flatMap({ Breakage.named($0) }) {
    let broken = breakage.loops(of: Loop(hyperparameters: run.chosen)).broken
    (run.recipe, run.chosen) = (broken.recipe, broken.hyperparameters)
  }
  change(&run.recipe)
  return TrainingLoop(run).lines
}

@Test func `the code is the loop as it should be`() {
  #expect(
    loop() == [
      "for step in range(1, 2001):",
      "  lr = schedule(step - 1)",
      "  for group in opt.param_groups:",
      "    group[\"lr\"] = lr",
      "  opt.zero_grad()",
      "  for k in range(4):",
      "    x, y = get_batch(\"train\")",
      "    logits, loss = model(x, y)",
      "    (loss / 4).backward()",
      "  clip_grad_norm_(params, 1.0)",
      "  opt.step()",
      "  if step == 1 or step % 100 == 0:",
      "    estimate_loss()",
    ])
}

@Test(
  arguments: [
    ("forget-zero-grad", [], ["opt.zero_grad()"]),
    ("no-clip", ["    if step == 40: y = damaged(y)"], ["clip_grad_norm_(params, 1.0)"]),
    ("no-division", ["    loss.backward()"], ["(loss / 4).backward()"]),
    ("keep-loss-tensor", ["    losses.append(loss)"], []),
    ("no-shuffle", ["    x, y = get_next_batch(\"train\")"], ["get_batch(\"train\")"]),
    ("no-eval", ["    estimate_loss()  # no eval()"], []),
    ("no-no-grad", ["    estimate_loss()  # no no_grad()"], []),
  ] as [(String, [String], [String])])
func `the code is broken as the loop is`(name: String, there: [String], gone: [String]) {
  let code = loop(name)
  for line in there { #expect(code.contains(line)) }
  for line in gone { #expect(!code.contains { $0.hasSuffix(" \(line)") }) }
}

@Test(arguments: Breakage.all.map(\.name))
func `every move stands in the code where it is made`(name: String) throws {
  var run = Fixture.run
  let breakage = try #require(Breakage.named(name))
  run.recipe = breakage.loops(of: Loop(hyperparameters: run.chosen)).broken.recipe
  let places = TrainingLoop(run).lines.compactMap { line -> Int? in
    if case .move(let index) = line.place { index } else { nil }
  }
  #expect(places == places.sorted())
  #expect(Set(places) == Set(run.recipe.moves.indices))
}

@Test func `what is made once a micro-batch stands in the inner loop`() {
  let code = loop { $0.moves = [.forward, .zeroGrad, .backward, .step, .step] }
  #expect(
    code.dropFirst(4).dropLast(2) == [
      "  for k in range(4):",
      "    x, y = get_batch(\"train\")",
      "    logits, loss = model(x, y)",
      "    opt.zero_grad()",
      "    (loss / 4).backward()",
      "  # clip_grad_norm_() is missing",
      "  opt.step()",
      "  opt.step()",
    ])
  #expect(!loop { $0.moves = [.zeroGrad, .step] }.contains("  for k in range(4):"))
}

@Test func `of a repeated move only the line that runs is lit`() {
  let recipe = Recipe(moves: [.zeroGrad, .forward, .backward, .clip, .step, .step])
  let places = lines { $0 = recipe }.map(\.place)
  let last = recipe.planned(microBatches: 4).last
  #expect(places.filter { $0 == .move(last?.index ?? -1) }.count == 1)
}
