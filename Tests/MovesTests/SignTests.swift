import Moves
import Testing

@Test func `a sentence is left out whose figures a script did not tell`() {
  let sign = Sign(
    .gradientsPileUp,
    [Sign.Figure("count", .count(4)), Sign.Figure("backwards", .count(5))])
  #expect(
    sign.words == "4 of 5 backward passes added to gradients that an earlier step had left; with "
      + "zero_grad, none would.")
}

@Test func `what nobody knows of a sign changes none of its words`() {
  let figures = [Sign.Figure("count", .count(1)), Sign.Figure("steps", .count(1))]
  let words = "step used gradients that a step had already used, 1 time in 1 step."
  #expect(Sign(.gradientsReused, figures).words == words)
  #expect(Sign(.gradientsReused, figures + [Sign.Figure("new", .number(2))]).words == words)
}

@Test func `one parameter tensor is told of in the singular`() {
  let sign = { (count: Int) in
    Sign(
      .parametersUnowned,
      [Sign.Figure("count", .count(count)), Sign.Figure("names", .words("head"))])
  }
  #expect(
    sign(1).words == "1 parameter tensor gets gradients, but no optimizer has it, so it never "
      + "changes: head. Is that meant?")
  #expect(
    sign(2).words == "2 parameter tensors get gradients, but no optimizer has them, so they never "
      + "change: head. Is that meant?")
}
