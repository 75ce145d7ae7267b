internal import Autograd
internal import Foundation
internal import Moves
internal import Testing

@testable internal import Training

private func own(_ text: String) throws -> OwnText { try OwnText(Array(text.utf8), named: "mine") }

private func decoded(_ text: OwnText) -> String { text.vocabulary.decode(text.tokens) }

private func fault(_ bytes: [UInt8]) -> TextError.Fault? {
  do throws(TextError) {
    _ = try OwnText(bytes, named: "mine")
    return nil
  } catch {
    return error.fault
  }
}

private func story(_ text: OwnText, context: Int = 8) throws -> Trainer {
  var hyperparameters = try #require(Lessons.named("story")).defaults
  (hyperparameters.layers, hyperparameters.heads) = (1, 2)
  (hyperparameters.width, hyperparameters.context) = (16, context)
  hyperparameters.evalBatches = 2
  return try Trainer(lesson: "story", hyperparameters: hyperparameters, text: text)
}

@Suite struct OwnTextTests {
  @Test(arguments: [
    "plain words\nand lines\n", "été, naïve, Ωmega", "漢字 and 日本語", "👨‍👩‍👧 and 🇩🇪🇫🇷 and 👍🏽",
    "नमस्ते दुनिया", "e\u{301}e x\u{302}", "\u{1B}[31m\u{9B}\u{202E}\u{200B}\t", "한국어 \u{1112}\u{1161}",
    "\u{301}begins with a mark", "ends with an accent e\u{301}",
  ])
  func `a text is numbered by its characters, as Swift sees them, and comes back whole`(
    text: String
  ) throws {
    let numbered = try own(text)
    #expect(decoded(numbered) == text)
    #expect(numbered.tokens.count == text.count)
    #expect(numbered.vocabulary.symbols == Set(text).sorted().map(String.init))
    #expect(numbered.facts.rareCharacters == 0)
  }

  @Test func `random strings of awkward scalars are split as Swift splits them`() throws {
    let scalars: [Unicode.Scalar] = [
      "a", " ", "\n", "é", "\u{301}", "\u{200D}", "👩", "👍", "\u{1F3FD}", "\u{1F1E9}", "\u{FE0F}",
      "漢",
      "한", "\u{1112}", "\u{1161}", "\u{11AB}", "न", "\u{94D}", "\u{600}", "❤", "\u{3099}", "か",
      "\u{E0061}",
    ]
    var random = RandomStream.data.generator(seed: 7)
    for _ in 0..<2000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<12 { view.append(scalars[random.integer(below: scalars.count)]) }
      let text = "ab" + String(view)
      let numbered = try own(text)
      let seen = numbered.tokens.map { numbered.vocabulary.symbols[Int($0)] }
      #expect(seen == text.map(String.init))
    }
  }

  @Test func `a long line of awkward scalars is split as Swift splits it, however it comes`() throws
  {
    let scalars: [Unicode.Scalar] = [
      "न", "\u{94D}", "क", "\u{200D}", "👩", "\u{1F3FD}", "\u{1F1E9}", "\u{1F1EA}", "\u{301}", "é",
      "ภ", "า", "\u{E31}", "\u{1112}", "\u{1161}", "\u{11AB}", "\u{600}",
    ]
    var random = RandomStream.data.generator(seed: 9)
    var view = String.UnicodeScalarView("ab".unicodeScalars)
    for _ in 0..<20_000 { view.append(scalars[random.integer(below: scalars.count)]) }
    let (text, whole) = (String(view), try own(String(view)))
    #expect(text.contains { $0.unicodeScalars.count > 5 })
    #expect(whole.tokens.map { whole.vocabulary.symbols[Int($0)] } == text.map(String.init))
    for length in [1, 2, 1000] {
      let bytes = Array(("\u{FEFF}" + text + "\r\n").utf8)
      var reader = TextReader(named: "mine", expecting: bytes.count)
      for start in stride(from: 0, to: bytes.count, by: length) {
        try reader.take(Array(bytes[start..<min(start + length, bytes.count)]))
      }
      let pieces = try reader.finish()
      #expect(try pieces.data.isSame(as: own(text + "\n").data))
      #expect(pieces.vocabulary.decode(pieces.tokens) == text + "\n")
    }
  }

  @Test func `a letter under a pile of marks is refused by its line, wherever it stands`() {
    let pile = { (count: Int) in "e" + String(repeating: "\u{301}", count: count) }
    for before in [0, 1, 100, 200, 255, 256, 300] {
      let start = "a\nb" + String(repeating: "\u{928}", count: before)
      #expect(fault(Array((start + pile(127) + "x").utf8)) == nil)
      let most: TextError.Fault = .endlessCharacter(line: 2)
      #expect(fault(Array((start + pile(128) + "x").utf8)) == most)
      #expect(fault(Array((start + pile(128)).utf8)) == most)
      #expect(fault(Array((start + pile(9000) + "\nx").utf8)) == most)
    }
  }

  @Test(arguments: [1, 9, 10, 11, 29, 30, 400])
  func `every tenth line goes behind the others, in the order of the text`(count: Int) throws {
    var random = RandomStream.data.generator(seed: 5)
    for longest in [2, 9, 400] {
      let lines = (0..<count).map { _ in
        let letters = (0...random.integer(below: longest)).map { _ in random.integer(below: 3) }
        return letters.map { ["a", "b", "c"][$0] }.joined()
      }
      for (blank, end) in [("", ""), (" \n\n ", "\n\t ")] {
        var text = try own(lines.joined(separator: "\n" + blank) + end + (count == 1 ? "\n" : ""))
        try text.arrangeLines(atLeast: 1)
        let parted = try #require(text.lines)
        let part = { (isKept: Bool) in lines.indices.filter { ($0 % 10 == 9) == isKept } }
        let (read, kept) = (part(false).map { lines[$0] }, part(true).map { lines[$0] })
        #expect(
          parted.vocabulary.decode(parted.letters) == (read + kept).map { $0 + "\n" }.joined())
        #expect(parted.border == read.map { $0.count + 1 }.reduce(0, +))
        #expect(parted.count == count)
        let known = Set(read)
        #expect(parted.repeated == kept.count { known.contains($0) })
      }
    }
  }

  @Test func `a letter in one piece and one with its mark apart are one symbol`() throws {
    let text = try own("caf\u{E9} cafe\u{301} \u{212B}\u{C5}A\u{30A}")
    #expect(text.vocabulary.count == 6)
    #expect(text.tokens[3] == text.tokens[8])
    #expect(Set(text.tokens.suffix(3)).count == 1)
  }

  @Test func `every kind of line end is one, and a byte order mark is none of the text`() throws {
    let text = try own("\u{FEFF}a\r\nb\rc\nd\r\r\n\n\u{FEFF}")
    #expect(decoded(text) == "a\nb\nc\nd\n\n\n\u{FEFF}")
  }

  @Test func `what cannot be read is told by its place`() {
    #expect(fault([]) == .empty)
    #expect(fault([0xEF, 0xBB, 0xBF]) == .empty)
    #expect(fault([0x61, 0x0A, 0x00]) == .zeroByte(offset: 2))
    #expect(fault([0xFF, 0xFE, 0x61, 0x00]) == .utf16)
    #expect(fault(Array("aaaa".utf8)) == .monotonous)
    #expect(fault([0x61, 0x0A, 0x62, 0xE9, 0x62]) == .notUTF8(byte: 0xE9, offset: 3, line: 2))
    let mixed: [UInt8] = [0x61, 0x0D, 0x0A, 0x62, 0x0D, 0x0D, 0xFF]
    #expect(fault(mixed) == .notUTF8(byte: 0xFF, offset: 6, line: 4))
  }

  @Test func `the most frequent characters get symbols, one stands for the others`() throws {
    let letters = (0..<3000).compactMap { Unicode.Scalar(0x4E00 + UInt32($0)) }
    let text = letters.enumerated().map { place, letter in
      String(repeating: Character(letter), count: place < 1500 ? 3 : 1)
    }.joined()
    let numbered = try own(text)
    #expect(numbered.vocabulary.count == OwnText.mostSymbols)
    #expect(numbered.facts.rareCharacters == 3000 - (OwnText.mostSymbols - 1))
    #expect(numbered.tokens.count == text.count)
    let frequent = Set(text.prefix(4500)).map(String.init)
    #expect(Set(frequent).isSubset(of: numbered.vocabulary.symbols))
    #expect(decoded(numbered).count { $0 == "\u{FFFD}" } == numbered.facts.rareCharacters)
  }

  @Test func `no character is rare where there are as many as symbols`() throws {
    let letters = (0..<OwnText.mostSymbols).compactMap { Unicode.Scalar(0x4E00 + UInt32($0)) }
    let text = String(String.UnicodeScalarView(letters))
    #expect(try own(text).facts.rareCharacters == 0)
    #expect(try own(text + "a").facts.rareCharacters == 2)
  }

  @Test func `more different characters than can be told apart are rare`() throws {
    let scalars = (0x2_0000...0x3_1000).compactMap { Unicode.Scalar(UInt32($0)) }
    let numbered = try own(String(String.UnicodeScalarView(scalars)))
    #expect(numbered.tokens.count == scalars.count)
    #expect(Set(scalars.map { Character($0) }).count > CharacterNumbering.mostCharacters)
    #expect(numbered.vocabulary.count == OwnText.mostSymbols)
    let replaced = decoded(numbered).count { $0 == "\u{FFFD}" }
    #expect(replaced == numbered.facts.rareCharacters && replaced > 60_000)
  }

  @Test func `the last tenth is kept back, and nothing is in both parts`() throws {
    let text = try own((0..<1005).map { "\($0 % 7)" }.joined())
    let corpus = try TextCorpus(text, context: 8)
    #expect(corpus.training.count == 905 && corpus.validation.count == 100)
    #expect(Array(corpus.training) + Array(corpus.validation) == text.tokens)
  }

  @Test func `batches come from their part, each answer the character after`() throws {
    let text = try own(String(repeating: "a", count: 900) + String(repeating: "bc", count: 50))
    let corpus = try TextCorpus(text, context: 8)
    var sampler = BatchSampler(random: RandomStream.batches.generator(seed: 3))
    var (last, first) = (Examples(), Examples())
    corpus.draw(20, context: 8, from: .validation, by: &sampler, into: &last)
    let (tokens, answers) = (last.symbols, last.classes)
    #expect(tokens.count == 160 && answers.count == 160)
    #expect(!tokens.contains(0) && zip(tokens, answers).allSatisfy { $0 != $1 })
    corpus.draw(20, context: 8, from: .training, by: &sampler, into: &first)
    #expect(Set(first.symbols + first.classes) == [0])
  }

  @Test func `a text of just enough characters can be trained on, one less cannot`() throws {
    let letters = { (count: Int) in String((0..<count).map { $0 % 3 == 0 ? "a" : "b" }) }
    #expect(try story(own(letters(90))).make(steps: 2).compactMap(\.summary).count == 2)
    let short = try own(letters(89))
    let error = #expect(throws: TrainingError.self) { _ = try story(short) }
    #expect(
      error == .text(TextError(name: "mine", fault: .tooShort(characters: 89, context: 8))))
    let words = error?.description ?? ""
    #expect(words.contains("89 characters") && words.contains("at least 90"))
    #expect(words.contains("--context of at most 7"))
    #expect(!words.contains("\n"))
  }

  @Test func `story learns the licence, whose facts its run carries`() throws {
    let path = "/usr/share/common-licenses/GPL-3"
    guard let bytes = FileManager.default.contents(atPath: path) else { return }
    let text = try OwnText(Array(bytes), named: "GPL-3")
    let trainer = try story(text)
    #expect(trainer.facts.text == text.facts)
    #expect(trainer.facts.text?.characters == 35_149 && trainer.facts.text?.symbols == 76)
    #expect(trainer.facts.lesson?.data.contains("GPL-3") == true)
    let losses = trainer.make(steps: 100).compactMap(\.summary).compactMap(\.loss)
    #expect(losses[99] < losses[0] - 1)
    let sample = try #require(trainer.sample(length: 40))
    #expect(sample.prompt == "\n")
    #expect(sample.text.allSatisfy { trainer.facts.vocabulary.contains(String($0)) })
  }

  @Test func `a text of one line is written on from its first character`() throws {
    let trainer = try story(own(String(repeating: "xyz", count: 40)))
    #expect(trainer.sample(length: 5)?.prompt == "x")
  }

  @Test func `the same text and seed make the same run, and another text another`() throws {
    let text = String(repeating: "the owl and the fox. ", count: 20)
    let runs = try [text, text, String(text.reversed())].map { try story(own($0)) }
    for run in runs { run.make(steps: 3) }
    #expect(runs[0].bits == runs[1].bits)
    #expect(runs[0].bits != runs[2].bits)
  }

  @Test func `a lesson that reads no text says so`() throws {
    let text = try own(String(repeating: "ab", count: 400))
    let defaults = try #require(Lessons.named("line")).defaults
    let error = #expect(throws: TrainingError.self) {
      _ = try Trainer(lesson: "line", hyperparameters: defaults, text: text)
    }
    #expect(error == .readsNoText("line"))
    #expect(error?.description.contains("story") == true)
  }

  @Test func `lines are examples, blank ones none`() throws {
    var text = try own("Ada\r\n\r\n  \nGrace\nZoë")
    let few = text
    let error = #expect(throws: TextError.self) {
      var few = few
      try few.arrangeLines(atLeast: 4)
    }
    try text.arrangeLines(atLeast: 3)
    let lines = try #require(text.lines)
    #expect(lines.vocabulary.decode(lines.letters) == "Ada\nGrace\nZoë\n")
    #expect(Set(lines.vocabulary.symbols) == Set("AdaGraceZoë\n".map(String.init)))
    #expect(error?.fault == .tooFewLines(3, needed: 4))
  }

  @Test func `every fault is told in one line that names the text and the way out`() {
    let faults: [TextError.Fault] = [
      .empty, .utf16, .zeroByte(offset: 9), .endlessCharacter(line: 3),
      .notUTF8(byte: 0x8, offset: 7, line: 2), .monotonous,
      .tooShort(characters: 3, context: 48), .tooFewLines(2, needed: 20),
    ]
    for fault in faults {
      let words = TextError(name: "mine", fault: fault).description
      #expect(words.hasPrefix("mine ") && words.hasSuffix(".") && !words.contains("\n"))
    }
    #expect(!TextError(name: "mine", fault: faults[6]).description.contains("--context of"))
  }
}
