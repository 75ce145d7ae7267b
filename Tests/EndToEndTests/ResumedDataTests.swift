import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  /// A run that goes on, and the data it was trained on.
  @Suite struct ResumedData {
    /// Names with all the letters of the built-in ones, so that the characters tell nothing.
    private static let names = (0..<60).map { i in
      ["abcdefghi", "jklmnopqr", "stuvwxyz"].map { $0.dropFirst(i % 7) }.joined() + "\n"
    }.joined()

    private let folder: TemporaryFolder
    private let (text, kept): (String, String)

    init() throws {
      folder = try TemporaryFolder()
      (text, kept) = (folder.path("mine.txt"), folder.path("kept"))
      try folder.write(Data(Self.names.utf8), "mine.txt")
    }

    private func train(_ words: String...) throws -> Command {
      try Command(["train"] + words)
    }

    /// The run on the text, three steps far.
    private func begin() throws {
      let begun = try train(
        "names", "--text", text, "--batch-size", "4", "--steps", "3", "--checkpoint", kept)
      #expect(begun.status == 0, "\(begun.errors)")
    }

    /// One line of complaint that says all of this, and no step.
    private func expectRefusal(_ refused: Command, saying words: String...) {
      #expect(refused.status == 1 && refused.output.isEmpty)
      #expect(refused.errors.hasPrefix("fivemoves: "))
      #expect(refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
      for word in words { #expect(refused.errors.contains(word), "\(refused.errors)") }
    }

    @Test func `without its text a resumed run is refused, and names the option`() throws {
      try begin()
      expectRefusal(
        try train("--resume", kept, "--steps", "4"),
        saying: "trained on mine.txt (1,098 bytes)", "--text FILE", "--new-data")
      #expect(Self.names.utf8.count == 1098)
      #expect(try train("--resume", kept, "--steps", "4", "--text", text).status == 0)
    }

    @Test func `an edited text is other data, a renamed one is not`() throws {
      try begin()
      let edited = Self.names.replacingOccurrences(of: "mnop", with: "mnpo")
      try folder.write(Data(edited.utf8), "other.txt")
      try folder.write(Data(Self.names.utf8), "renamed.txt")
      let resume = { (name: String) in
        try train("--resume", kept, "--steps", "4", "--text", folder.path(name))
      }
      expectRefusal(try resume("other.txt"), saying: "not on other.txt", "--text FILE")
      try folder.write(Data(edited.utf8), "mine.txt")
      // Of the same name and length.
      expectRefusal(try resume("mine.txt"), saying: "SHA-256")
      let renamed = try resume("renamed.txt")
      #expect(renamed.status == 0 && !renamed.output.contains("data:"))
    }

    @Test func `other data that are asked for are named in a line`() throws {
      try begin()
      let run = try train("--resume", kept, "--steps", "4", "--new-data", "--checkpoint", kept)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("trained on mine.txt"))
      #expect(run.output.contains("from here on the run trains on the built-in names."))
      // From here on it is a run on the built-in names.
      expectRefusal(
        try train("--resume", kept, "--steps", "5", "--text", text),
        saying: "trained on the built-in names, not on mine.txt")
      #expect(try train("--resume", kept, "--steps", "5").status == 0)
    }

    @Test func `a load onto other data says so`() throws {
      try begin()
      let line = "was trained on mine.txt"
      let other = try train("names", "--steps", "1", "--load", kept)
      #expect(other.status == 0 && other.output.contains(line))
      #expect(other.output.contains("this run trains on the built-in names."))
      let broken = try train("names", "--steps", "1", "--load", kept, "--break", "no-step")
      #expect(broken.status == 0 && broken.output.contains(line))
      let same = try train("names", "--steps", "1", "--load", kept, "--text", text)
      #expect(same.status == 0 && !same.output.contains("data:"))
    }

    @Test func `of other characters it is said whose they are, and of no text that nobody gave`()
      throws
    {
      try begin()
      let short = folder.path("short")
      try folder.write(Data(String(repeating: "kit\nkat\n", count: 8).utf8), "short")
      expectRefusal(
        try train("names", "--load", kept, "--text", short),
        saying: "other characters than short has", "give mine.txt, which it was trained on")
      _ = try train("names", "--text", short, "--steps", "1", "--checkpoint", kept)
      for words in [["--resume", kept, "--new-data"], ["names", "--load", kept]] {
        expectRefusal(
          try Command(["train"] + words), saying: "than the built-in names have", "--text FILE")
      }
      try makeOld("kept")
      expectRefusal(
        try train("--resume", kept), saying: "than the built-in names have", "--text FILE")
    }

    /// As a version wrote it that kept nothing of its data.
    private func makeOld(_ name: String) throws {
      var bytes = try folder.bytes(name)
      let place = try #require(bytes.range(of: Data("data_sha256".utf8)))
      bytes.replaceSubrange(place, with: Data("else_sha256".utf8))
      try folder.write(bytes, name)
    }

    @Test func `an older file is gone on with, with a line where there is doubt`() throws {
      let doubt = "data: \(kept) does not say what it was trained on; the run goes on with "
      try begin()
      try makeOld("kept")
      let names = try train("--resume", kept, "--steps", "4")
      #expect(names.status == 0 && names.output.contains(doubt + "the built-in names."))
      let own = try train("--resume", kept, "--steps", "4", "--text", text)
      #expect(own.status == 0 && own.output.contains(doubt + "mine.txt (1,098 bytes)."))
      // Points come from the seed, which the file has.
      _ = try train("line", "--steps", "2", "--checkpoint", kept)
      try makeOld("kept")
      let line = try train("--resume", kept, "--steps", "4")
      #expect(line.status == 0 && !line.output.contains("data:"))
    }

    @Test func `points of another seed are other data`() throws {
      _ = try train("line", "--steps", "2", "--save", kept)
      let other = try train("line", "--steps", "2", "--seed", "2", "--load", kept)
      #expect(
        other.output.contains(
          "trained on the built-in points of seed 1; this run trains on the built-in points of "
            + "seed 2."))
      #expect(try !train("line", "--steps", "3", "--load", kept).output.contains("data:"))
    }

    @Test func `other data are offered only where the network can read them`() throws {
      try folder.write(Data(String(repeating: "1-2\n3.4\n5:6\n", count: 20).utf8), "figures")
      _ = try train(
        "names", "--text", folder.path("figures"), "--steps", "2", "--batch-size", "4",
        "--checkpoint", kept)
      for words in [[], ["--text", folder.path("mine.txt")]] {
        let refused = try Command(["train", "--resume", kept, "--steps", "3"] + words)
        expectRefusal(refused, saying: "trained on figures", "--text FILE")
        #expect(!refused.errors.contains("--new-data"), "\(refused.errors)")
      }
    }
  }
}
