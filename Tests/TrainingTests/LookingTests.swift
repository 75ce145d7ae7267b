internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

@Test(arguments: Lessons.all.map(\.name))
func `looking at any lesson between any two moves changes nothing in training`(
  lesson: String
) throws {
  let (alone, watched) = (try small(lesson), try small(lesson))
  alone.makesReadings = false
  while alone.completedSteps < 4 {
    _ = watched.firstReading()
    #expect(watched.evaluate().unchanged == true)
    _ = watched.sample(length: 5)
    _ = (alone.advance(), watched.advance())
    #expect(ModelState(of: alone.parameters).values == ModelState(of: watched.parameters).values)
    #expect(
      ModelState(of: alone.parameters).gradients == ModelState(of: watched.parameters).gradients)
  }
  #expect(alone.optimizer.state == watched.optimizer.state)
  #expect(alone.batches == watched.batches && alone.bits == watched.bits)
  #expect(alone.task.dropoutStream?.state == watched.task.dropoutStream?.state)
}

@Test(arguments: Lessons.all.map(\.name))
func `looking leaves the tape and its memory alone, and its own does not grow`(
  lesson: String
) throws {
  let trainer = try small(lesson)
  while trainer.nextMove.move != .backward { _ = trainer.advance() }
  let (nodes, memory) = (trainer.tape.nodeCount, trainer.tape.numbersInUse)
  #expect(nodes > 0 && memory > 0)
  var looking: [Int] = []
  for _ in 0..<3 {
    _ = trainer.evaluate()
    #expect(trainer.lookingTape.nodeCount == 0)
    _ = trainer.firstReading()
    looking.append(trainer.lookingTape.numbersInUse)
  }
  #expect(Set(looking).count == 1)
  #expect(trainer.tape.nodeCount == nodes && trainer.tape.numbersInUse == memory)
}

@Test func `a parameter of another network is not watched`() throws {
  let trainer = try small("line")
  let weight = ParameterPlace(tensor: 0, element: 0)
  let others = [(0, 1), (0, 45), (2, 0), (7, 3), (-1, 0), (0, -1)].map(ParameterPlace.init)
  #expect(trainer.watch(others + [weight]).map(\.place) == [weight])
  #expect(trainer.advance().watched.map(\.place) == [weight])
}
