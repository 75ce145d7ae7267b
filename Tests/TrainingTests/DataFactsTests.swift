import Moves
import Testing

@testable import Training

/// What tells the data of one run from those of another.
@Suite struct DataFactsTests {
  /// The examples that NIST gives for SHA-256, and two lengths at the border of a block, as
  /// `sha256sum` has them.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
  ])
  func `the digest is the published one`(text: String, digest: String) {
    #expect(SHA256.digits(of: Array(text.utf8)) == digest)
  }

  @Test func `a text is known by what is read of it, whatever its line ends and its name`() throws {
    let lines = (0..<20).map { "line \($0)" }
    let text = { (end: String) in lines.map { $0 + end }.joined() }
    let plain = try OwnText(Array(text("\n").utf8), named: "a").data
    #expect(plain.origin == .file && plain.bytes == text("\n").utf8.count)
    #expect(plain.digest == SHA256.digits(of: Array(text("\n").utf8)))
    for other in [text("\r\n"), text("\r"), "\u{FEFF}" + text("\n")] {
      #expect(try OwnText(Array(other.utf8), named: "b").data.isSame(as: plain))
    }
    for other in [text("\n\n"), text("\n").uppercased(), text("\n") + "\r\r"] {
      #expect(try !OwnText(Array(other.utf8), named: "a").data.isSame(as: plain))
    }
  }

  @Test func `a text of a person's own is never the built-in one`() throws {
    let bytes = Array((CensusNames.all.joined(separator: "\n") + "\n").utf8)
    let own = try OwnText(bytes, named: "names").data
    #expect(own.bytes == CensusNames.data.bytes && own.digest == CensusNames.data.digest)
    #expect(!own.isSame(as: CensusNames.data))
  }

  @Test(arguments: ["line", "spiral", "names", "story"])
  func `every lesson says which data it trains on, and only a seed makes others`(
    lesson: String
  ) throws {
    var chosen = try #require(Lessons.named(lesson)).defaults
    let first = try #require(try Trainer(lesson: lesson, hyperparameters: chosen).facts.data)
    #expect(first.origin == .builtIn && first.bytes > 0 && first.digest.count == 64)
    chosen.batchSize *= 2
    chosen.learningRate /= 2
    let again = try Trainer(lesson: lesson, hyperparameters: chosen).facts.data
    #expect(again == first)
    chosen.seed += 1
    let other = try #require(try Trainer(lesson: lesson, hyperparameters: chosen).facts.data)
    #expect(other.isSame(as: first) == ["names", "story"].contains(lesson))
  }

  @Test func `a run on a text of one's own says so`() throws {
    let text = try OwnText(
      Array(String(repeating: "the owl and the fox. ", count: 30).utf8), named: "mine")
    let defaults = try #require(Lessons.named("story")).defaults
    let trainer = try Trainer(lesson: "story", hyperparameters: defaults, text: text)
    #expect(trainer.facts.data == text.data && text.data.name == "mine")
  }
}
