internal import Chance
internal import Moves
internal import Testing
internal import Training

@testable internal import Storage

/// Reads what chance has made of a good file, with every reader there is: whatever comes must be a
/// value that fits or an error of one line. Most use with `swift test --sanitize=address`.
private struct Fuzz {
  let trainer: Trainer
  let good: [UInt8]

  init(_ trainer: Trainer, _ file: RunFile) {
    self.trainer = trainer
    good = file.file.bytes
  }

  /// Whether the file was read, and as what it should be.
  func accepts(_ bytes: [UInt8]) throws -> Bool {
    do {
      let file = try RunFile(bytes, path: "a")
      #expect(try Safetensors(file.file.bytes) == file.file || file.file.hasNaN)
      _ = try? file.description()
      let values = try file.parameters(of: trainer.facts.tensors)
      #expect(values.count == trainer.facts.parameterCount && values.allSatisfy { $0.isFinite })
      _ = try? file.snapshot(for: trainer.facts)
      return true
    } catch let error as StorageError {
      #expect(!error.description.unicodeScalars.contains { $0.value < 0x20 })
      return false
    }
  }

  /// The good file after one to four accidents.
  func damaged(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = good
    for _ in 0..<Int.random(in: 1...4, using: &random) { hurt(&bytes, &random) }
    return bytes
  }

  /// Mostly in the length and the header, where a file can lie.
  private func hurt(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard bytes.count > 8 else { return bytes.append(0) }
    let header = min(8 + Int(good[0]) + Int(good[1]) << 8, bytes.count)
    let end = [8, header, header, bytes.count].randomElement(using: &random) ?? header
    let place = Int.random(in: 0..<end, using: &random)
    let stretch = place..<min(place + Int.random(in: 1...12, using: &random), bytes.count)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[place] = .random(in: 0...255, using: &random)
    case 2: bytes[place] = Array("{}[]\",:\\-0123456789eE.".utf8).randomElement(using: &random) ?? 0
    case 3: bytes.removeSubrange(stretch)
    case 4: bytes.insert(contentsOf: bytes[stretch], at: Int.random(in: 0..<end, using: &random))
    case 5: bytes.removeSubrange(place...)
    default: bytes.insert(.random(in: 0...255, using: &random), at: place)
    }
  }
}

extension Safetensors {
  fileprivate var hasNaN: Bool { tensors.contains { $0.values.contains { $0.isNaN } } }
}

@Test(arguments: 0..<10)
func `a hundred thousand damaged files are values or errors`(part: Int) throws {
  let trainer = try line { $0.optimizer = .adamw }
  trainer.make(steps: 1)
  // Reading a checkpoint takes longer, for its random streams are long.
  let fuzz = Fuzz(trainer, part == 0 ? trainer.checkpoint() : trainer.parameterFile())
  var random = SeededGenerator(state: UInt64(part))
  var accepted = 0
  for _ in 0..<10_000 where try fuzz.accepts(fuzz.damaged(&random)) { accepted += 1 }
  // Some accidents spoil only what is not asked for, such as a version; most must be seen.
  #expect(1..<6_000 ~= accepted)
  #expect(try fuzz.accepts(fuzz.good))
}

@Test func `a checkpoint of a network that is cut short at any byte is refused`() throws {
  let trainer = try smallStory()
  trainer.make(steps: 1)
  let fuzz = Fuzz(trainer, trainer.checkpoint())
  for length in stride(from: 0, to: fuzz.good.count, by: 397) {
    #expect(try !fuzz.accepts(Array(fuzz.good[..<length])))
  }
}

@Test func `a small file cut short at every byte is refused`() throws {
  let trainer = try line()
  let fuzz = Fuzz(trainer, trainer.parameterFile())
  for length in fuzz.good.indices { #expect(try !fuzz.accepts(Array(fuzz.good[..<length]))) }
}
