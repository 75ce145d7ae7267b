import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

/// Which gradient, which loss and which optimizer's way a figure or a sentence is about.
@Suite struct GradientWordsTests {
  private func names() throws -> World {
    try World(lesson: "names", animates: false) { ($0.width, $0.batchSize) = (8, 4) }
  }

  private func story(_ change: (inout Hyperparameters) -> Void = { _ in }) throws -> World {
    try World(lesson: "story", animates: false) {
      ($0.layers, $0.heads, $0.width, $0.context) = (1, 2, 8, 6)
      ($0.batchSize, $0.microBatches) = (8, 4)
      change(&$0)
    }
  }

  private func go(_ world: inout World, _ key: Key) {
    world.press(key)
    world.rest(ticks: 2)
  }

  /// The rows of the life panel by their names, without the letter that formulas have for one.
  private func life(_ world: World) -> [String: String] {
    let rows = LifePanel(app: world.app).frame(width: 100, height: 30).text.split(separator: "\n")
    return Dictionary(
      rows.map { ($0.prefix(7).replacing(" g", with: "").trimmed, $0.dropFirst(7).trimmed) },
      uniquingKeysWith: { $1 })
  }

  /// Of the step alone, without the values before it.
  private func lastStep(_ world: World) -> [String: String] {
    life(world).filter { $0.key != "range" }
  }

  /// Chosen by name, so that it is not the one that the trainer tells of by itself.
  private func choose(_ world: inout World, _ name: String) {
    go(&world, .character("/"))
    for scalar in name.unicodeScalars { world.press(.character(scalar)) }
    go(&world, .enter)
  }

  @Test(arguments: [Key.character("m"), .down, .pageDown])
  func `a parameter that is chosen after a step shows that step as one that was watched`(
    key: Key
  ) throws {
    var late = try names()
    if key != .character("m") { for _ in 0..<3 { go(&late, .tab) } }
    go(&late, .character(" "))
    go(&late, .character(" "))
    go(&late, key)
    let place = late.app.watch.chosen
    var early = try names()
    early.app.watch.open(at: place)
    go(&early, .character("m"))
    go(&early, .character(" "))
    go(&early, .character(" "))
    choose(
      &early, late.app.run.facts.tensors[place.tensor].shortName + index(place, late.app.run.facts))
    #expect(early.app.watch.chosen == place)
    let rows = lastStep(late)
    #expect(rows == lastStep(early) && rows["m hat"] != nil, "\(rows)")
    go(&late, .character(" "))
    go(&early, .character(" "))
    #expect(late.trainer.snapshot().fingerprint == early.trainer.snapshot().fingerprint)
    #expect(lastStep(late) == lastStep(early))
  }

  private func index(_ place: ParameterPlace, _ run: RunFacts) -> String {
    " " + place.index(in: run.tensors[place.tensor].shape).map(String.init).joined(separator: ",")
  }

  @Test func `what is chosen in the middle of a step shows each part so far`() throws {
    var world = try story { $0.maxNorm = 0.3 }
    for _ in 0..<5 { go(&world, .right) }
    choose(&world, "ln_f 3")
    let seen = world.app.watch.soFar.gradients
    #expect(seen.map(\.microBatch) == [1, 2] && world.app.run.stage.live?.move == .backward)
    let now = try #require(world.app.watch.soFar.now?.gradient)
    #expect(seen.last?.value == now && seen[0].value != now)
  }

  @Test func `while moves are still to be lit, the panel tells of none that was not`() throws {
    var world = try World(lesson: "names") { ($0.width, $0.batchSize) = (8, 4) }
    world.press(.character(" "))
    world.settle()
    world.press(.character("/"), .character("1"), .enter)
    world.settle()
    #expect(world.app.run.stage.live?.move == .zeroGrad && world.app.watch.soFar.usedRate == nil)
    world.rest(ticks: 400)
    #expect(world.app.watch.soFar.life != nil && !(life(world)["grad"] ?? "").contains("not"))
  }

  /// A product as it is printed, and what it is said to be.
  private func expectProduct(_ text: String, _ product: Substring) throws {
    let factors = try #require(text.firstMatch(of: #/(\S+) × (\S+)/#))
    let byHand = try #require(Double(factors.1)) * (try #require(Double(factors.2)))
    #expect(Figures.digits(byHand) == product, "\(text)")
  }

  @Test func `gradient times factor is the clipped gradient, in the figures that are shown`() throws
  {
    var world = try names()
    go(&world, .character("m"))
    var clipped = 0
    for _ in 0..<12 {
      go(&world, .character(" "))
      let clip = try #require(life(world)["clip"])
      guard let product = clip.firstMatch(of: #/^(\S+) = /#)?.1, product != "0" else { continue }
      try expectProduct(clip, product)
      clipped += 1
    }
    #expect(clipped > 3)
  }

  @Test func `between two screens of the visit no gradient changes without the step in between`()
    throws
  {
    var world = try story { $0.maxNorm = 0.3 }
    world.app.options.begins = true
    world.app.beginVisit()
    world.rest(ticks: 2)
    var pages: [VisitPage: String] = [:]
    while let page = world.app.visitPage, pages.count < 8 {
      let text = VisitText(app: world.app, page: page)
      pages[page] = text.text + " " + (text.question ?? "")
      go(&world, .right)
    }
    let part = try #require(
      pages[.backward]?.firstMatch(of: #/gradient from this part is (\S+):/#)?.1)
    let all = try #require(pages[.parts]?.firstMatch(of: #/\] is (\S+), and/#)?.1)
    let clip = try #require(pages[.clip])
    let after = try #require(clip.firstMatch(of: #/Gradient (\S+): will the step/#)?.1)
    let line = try #require(clip.firstMatch(of: #/\]: (\S+ × \S+) = (\S+)\. /#))
    #expect(line.2 == after && part != all)
    try expectProduct(String(line.1), after)
    let before = try #require(line.1.split(separator: " ").first.flatMap { Double($0) })
    #expect(Figures.digits(before) == all)
  }

  @Test func `a wiped norm is said to be after clipping, where it was clipped`() throws {
    var world = try names()
    go(&world, .character(" "))
    go(&world, .right)
    #expect(world.app.sentence.parts.text.contains("(norm 1.00 after clipping)"))
    go(&world, .character("1"))
    #expect(world.app.frame(width: 80, height: 24).text.contains("1.00, after clipping"))
    var kept = try World(lesson: "names", animates: false) { $0.maxNorm = 1e9 }
    go(&kept, .character(" "))
    go(&kept, .right)
    #expect(!kept.app.sentence.parts.text.contains("clipping"))
  }

  @Test func `each of the first step's losses says which it is`() throws {
    var world = try story()
    var losses: [Float] = []
    for _ in 0..<8 {
      go(&world, .right)
      guard case .forward(let report) = world.app.run.stage.live?.outcome else { continue }
      losses.append(report.loss.told)
    }
    #expect(losses.count == 4)
    let mean = Figures.loss(losses.reduce(0, +) / 4)
    let text = world.app.frame(width: 80, height: 24).text
    #expect(text.contains("\(Figures.loss(losses[3])) part 4"))
    #expect(
      world.app.sentence.parts.text.contains("The mean of all 4, \(mean), goes on the curve"))
    go(&world, .character("2"))
    let panel = world.app.frame(width: 80, height: 24).text
    #expect(panel.firstMatch(of: #/mean of all +(\S+), on the curve/#)?.1 ?? "" == mean)
    go(&world, .character(" "))
    let done = world.app.frame(width: 80, height: 24).text
    #expect(done.contains("mean loss before update \(mean)"))
    #expect(done.contains("After the update of step 1: loss"))
    go(&world, .character("c"))
    let check = world.app.frame(width: 80, height: 24).text
    #expect(check.contains("the next micro-batch's gradient checked"))
    #expect(world.app.sentence.parts.text.contains("not clipped"))
  }

  @Test func `going back in a visit names the part whose gradient and norm are shown`() throws {
    var world = try story()
    world.app.options.begins = true
    world.app.beginVisit()
    world.rest(ticks: 2)
    let twin = try Trainer(lesson: "story", hyperparameters: world.app.run.facts.chosen)
    var norms: [String: String] = [:]
    while twin.completedSteps == 0 {
      let report = twin.advance()
      guard case .backward(let backward) = report.outcome else { continue }
      norms["\(report.planned.microBatch)"] = Figures.plain(backward.norm)
    }
    for _ in 0..<4 { go(&world, .right) }
    var parts: [String] = []
    while world.app.visitPage == .parts {
      let text = VisitText(app: world.app, page: .parts).text
      let pattern = #/After part (\d) .* all gradients, is (\S+)\.$/#
      let shown = try #require(text.firstMatch(of: pattern))
      #expect(norms[String(shown.1)] == String(shown.2), "\(text)")
      parts.append(String(shown.1))
      go(&world, .left)
    }
    #expect(parts == ["4", "3", "3", "2", "2", "1"])
  }

  @Test func `where weight decay makes the change the gradients are not said to`() throws {
    var world = try story { ($0.learningRate, $0.warmup, $0.microBatches) = (1e5, 0, 1) }
    for _ in 0..<5 { go(&world, .right) }
    #expect(world.app.sentence.parts.text.contains("against their gradients' running mean"))
    go(&world, .character(" "))
    guard case .step(let update) = world.app.run.stage.latest[.step]?.outcome else {
      Issue.record("no update")
      return
    }
    let words = Sentence(run: world.app.run.facts, stage: world.app.run.stage).parts.text
    let life = try #require(update.largestMover)
    let decay = -update.learningRate * life.weightDecay * Double(life.old)
    #expect(abs(decay / Double(life.change) - 1) < 0.01)
    #expect(!words.contains("against") && words.contains("; weight decay alone, by"), "\(words)")
  }

  @Test(arguments: [Hyperparameters.Optimizer.adamw, .sgd])
  func `the words explain the optimizer in use first`(optimizer: Hyperparameters.Optimizer) throws {
    var world = try story { ($0.optimizer, $0.weightDecay) = (optimizer, 0) }
    go(&world, .character(" "))
    let terms = world.app.glossary.words(world.app.run.facts.settings.optimizer?.kind).map(\.term)
    let places = ["AdamW", "SGD"].map { terms.firstIndex(of: $0) ?? -1 }
    #expect((places[0] < places[1]) == (optimizer == .adamw))
    #expect(Set(terms) == Set(Word.all.map(\.term)) && terms.count == Word.all.count)
  }

  /// Everything that the screens say of `step`, after a step of AdamW in which some parameter went
  /// the same way as its gradient.
  private func words(_ optimizer: Hyperparameters.Optimizer) throws -> String {
    var world = try story {
      ($0.optimizer, $0.microBatches, $0.weightDecay) = (optimizer, 1, 0)
    }
    world.app.options.begins = true
    world.app.beginVisit()
    world.rest(ticks: 2)
    var words = ""
    for _ in 0..<5 {
      go(&world, .right)
      words += world.app.visitPage.map { VisitText(app: world.app, page: $0).text } ?? ""
    }
    go(&world, .character("5"))
    for _ in 0..<3 { go(&world, .character(" ")) }
    words += world.app.sentence.parts.text + BigSentence(stage: world.app.run.stage).text
    words += world.app.frame(width: 80, height: 24).text
    go(&world, .character("?"))
    return words + world.app.frame(width: 80, height: 24).text
  }

  @Test func `what is said of step follows the optimizer in use`() throws {
    let (adamW, plain) = (try words(.adamw), try words(.sgd))
    #expect(!adamW.contains("against its gradient ") && !adamW.contains("against its gradient."))
    #expect(adamW.contains("keeps a running mean of each gradient"))
    #expect(adamW.contains("against their gradients' running mean."))
    #expect(adamW.contains("AdamW moves parameters against their gradients' running means"))
    #expect(plain.contains("against its gradient") && plain.contains("against their gradients"))
    #expect(!plain.contains("AdamW") && !plain.contains("running mean"))
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
