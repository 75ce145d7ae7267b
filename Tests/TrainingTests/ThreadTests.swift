import Moves
import Testing

@testable import Training

@Test(arguments: ["line", "spiral", "names", "story", "c"])
func `any number of threads makes the same bits as one`(lesson: String) throws {
  let prints = try [1, 2, 3, 4, 8].map { threads in
    let trainer = try Trainer(measuring: lesson) { $0.evalBatches = 1 }
    trainer.threads = threads
    trainer.makesReadings = false
    for _ in 0..<(lesson == "c" ? 1 : 2) { while trainer.advance().summary == nil {} }
    let evaluation = trainer.evaluate()
    return [trainer.snapshot().fingerprint, Int(evaluation.validationLoss.told.bitPattern)]
  }
  #expect(Set(prints).count == 1, "\(prints)")
}

@Test func `shapes that threads cannot share evenly make the same bits`() throws {
  for (width, context, batch) in [(20, 7, 39), (60, 33, 11), (100, 49, 5)] {
    let prints = try [1, 2, 3, 4, 8].map { threads in
      let trainer = try Trainer(measuring: "story") {
        ($0.heads, $0.width, $0.context) = (5, width, context)
        ($0.batchSize, $0.microBatches) = (batch, 1)
      }
      trainer.threads = threads
      trainer.makesReadings = false
      for _ in 0..<2 { while trainer.advance().summary == nil {} }
      return trainer.snapshot().fingerprint
    }
    #expect(Set(prints).count == 1, "width \(width), context \(context), batch \(batch)")
  }
}

@Test func `the number of threads may change between two steps`() throws {
  let prints = try [[1, 1, 1, 1], [2, 1, 3, 8]].map { threads in
    let trainer = try Trainer(measuring: "story")
    trainer.makesReadings = false
    for count in threads {
      trainer.threads = count
      while trainer.advance().summary == nil {}
    }
    return trainer.snapshot().fingerprint
  }
  #expect(prints[0] == prints[1])
}
