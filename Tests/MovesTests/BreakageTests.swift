import Moves
import Testing

private let chosen: Hyperparameters = {
  var chosen = Hyperparameters()
  (chosen.microBatches, chosen.dropout, chosen.warmup) = (4, 0.1, 20)
  return chosen
}()

@Test func `every breakage has a name of its own, in small letters with hyphens`() {
  let names = Breakage.all.map(\.name)
  #expect(names.count == 16)
  #expect(Set(names).count == names.count)
  for name in names {
    #expect(name.allSatisfy { $0 == "-" || ("a"..."z").contains($0) })
    #expect(Breakage.named(name)?.name == name)
  }
  #expect(Breakage.named("nonsense") == nil)
}

@Test func `no two breakages have one sign`() {
  #expect(Set(Breakage.all.map(\.sign)).count == Breakage.all.count)
}

@Test func `every breakage says what it changes and where to look, in sentences`() {
  for breakage in Breakage.all {
    for words in [breakage.change, breakage.look, breakage.hidden, breakage.sign?.warning] {
      #expect(words?.last == "." && words?.contains("!") == false, "\(breakage.name)")
    }
  }
}

@Test(arguments: Breakage.all.map(\.name))
func `a breakage changes the loop, and its twin is the loop as it was`(name: String) throws {
  let breakage = try #require(Breakage.named(name))
  let loop = Loop(hyperparameters: chosen)
  let (broken, twin) = breakage.loops(of: loop, from: 10)
  #expect(broken != twin)
  var mended = twin
  mended.recipe.badBatch = nil
  #expect(mended == loop)
  #expect(twin.recipe.badBatch == (name == "no-clip" ? 50 : nil))
  #expect(broken.recipe.badBatch == twin.recipe.badBatch)
}

@Test func `a loop as it should be lets nothing go wrong`() {
  for microBatches in [1, 2, 4] {
    var chosen = chosen
    chosen.microBatches = microBatches
    #expect(Recipe.correct.expectedSigns(chosen).isEmpty)
  }
}

@Test(arguments: Breakage.all.map(\.name))
func `what is wrong with a recipe is known before it runs`(name: String) throws {
  let breakage = try #require(Breakage.named(name))
  let broken = breakage.loops(of: Loop(hyperparameters: chosen)).broken
  let expected = broken.recipe.expectedSigns(chosen)
  #expect(expected == (broken.recipe == .correct ? [] : [breakage.sign]))
}

@Test(
  arguments: [
    ([.step, .forward, .backward, .clip], [.stepTooEarly, .gradientsPileUp]),
    ([.zeroGrad, .forward, .backward, .clip, .step, .step], [.gradientsReused]),
    ([.forward, .zeroGrad, .backward, .clip, .step], [.gradientsPartlyWiped]),
    ([.zeroGrad, .forward, .clip, .backward, .step], [.clippedNothing]),
    ([.zeroGrad, .forward, .forward, .backward, .clip, .step], [.forwardUnused]),
    ([.zeroGrad, .forward, .backward, .backward, .clip, .step], [.raised]),
    ([.zeroGrad, .backward, .clip, .step], [.noForward, .raised]),
  ] as [([Move], [Sign.Kind])])
func `a combination built by hand is seen through`(moves: [Move], kinds: [Sign.Kind]) {
  #expect(Recipe(moves: moves).expectedSigns(chosen) == kinds)
}

@Test func `a mistake that needs something says what is missing`() throws {
  let plain = Hyperparameters()
  for (name, word) in [
    ("no-division", "--micro-batches"), ("no-eval", "--dropout"), ("no-warmup", "--warmup"),
  ] {
    let breakage = try #require(Breakage.named(name))
    #expect(breakage.objection(plain, hasDropout: true)?.contains(word) == true)
    #expect(breakage.objection(chosen, hasDropout: true) == nil)
  }
  #expect(Breakage.named("no-eval")?.objection(chosen, hasDropout: false) != nil)
}

@Test func `an unknown breakage is answered with those there are`() {
  let words = BreakageError.unknown("oops").description
  #expect(words.contains("\"oops\""))
  for breakage in Breakage.all { #expect(words.contains(breakage.name)) }
  #expect(!words.contains("\n"))
}
