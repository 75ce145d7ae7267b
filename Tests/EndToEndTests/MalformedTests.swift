import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SideBySide {
  @Suite struct Malformed {
    @Test(
      arguments: [
        ["--seed", "-1"], ["--seed", "18446744073709551616"], ["--steps", "0"], ["--steps", "1.5"],
        ["--batch-size", "9223372036854775807"], ["--micro-batches", "0"],
        ["--learning-rate", "nan"], ["--learning-rate", "0"], ["--min-learning-rate", "-1"],
        ["--warmup", "-1"], ["--max-norm", "0"], ["--weight-decay", "inf"], ["--beta1", "1"],
        ["--beta2", "-0.1"], ["--dropout", "1"], ["--init-std", "0"], ["--optimizer", "adam"],
        ["--layers", "1000000000"], ["--heads", "5"], ["--width", "1000000000"],
        ["--context", "100000"], ["--eval-interval", "0"], ["--eval-batches", "0"],
        ["--threads", "0"], ["--threads", "100000"], ["--threads", "two"],
        ["--checkpoint-interval", "5"],
        ["--log-batches"], ["--log", ""], ["--no-such-option"],
      ])
    func `a malformed option is named, with code 64`(words: [String]) throws {
      let refused = try Command(["train", "story", "--steps", "1"] + words)
      #expect(refused.status == 64)
      let first = refused.errors.split(separator: "\n").first ?? ""
      #expect(first.contains(words[0]), "\(refused.errors)")
      #expect(refused.output.isEmpty)
    }

    @Test func `options that contradict each other are named`() throws {
      for (words, name) in [
        (["--load", "a", "--resume", "b"], "--load"),
        (["--save-initial", "a", "--resume", "b"], "--save-initial"),
        (["--save", "a", "--checkpoint", "a"], "--checkpoint"),
        (["--checkpoint", "a", "--checkpoint-interval", "0"], "--checkpoint-interval"),
      ] {
        let refused = try Command(["train", "line"] + words)
        #expect(refused.status == 64 && refused.errors.contains(name), "\(refused.errors)")
      }
      for words in [
        ["--length", "0"], ["--temperature", "-0.1"], ["--top-k", "0"], ["--seed", "x"],
      ] {
        let refused = try Command(["sample", "a"] + words)
        #expect(refused.status == 64 && refused.errors.contains(words[0]), "\(refused.errors)")
      }
    }

    /// Whether the program left with `code`, one line of complaint with these words, and no more.
    private func refuses(_ words: [String], _ code: CInt, _ complaint: String) throws {
      let refused = try Command(words)
      #expect(refused.status == code, "\(words)")
      #expect(refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
      #expect(refused.errors.contains(complaint), "\(refused.errors)")
      #expect(refused.output.isEmpty)
    }

    @Test func `a file that cannot be is one line, with code 1`() throws {
      let folder = try TemporaryFolder()
      let (bad, none) = (folder.path("bad"), folder.path("none"))
      let cases: [(Data, String)] = [
        (Data(), "0 bytes"), (Data("hello".utf8), "5 bytes"),
        (Data([0, 0, 0, 0, 0, 0, 0, 0x80]), "header of"),
        (Data([2, 0, 0, 0, 0, 0, 0, 0]) + Data("[]".utf8), "JSON object"),
        (Data([2, 0, 0, 0, 0, 0, 0, 0]) + Data("{}".utf8), "lacks"),
        (Data([2, 0, 0, 0, 0, 0, 0, 0]) + Data("{}x".utf8), "after its last tensor"),
      ]
      for (bytes, complaint) in cases {
        try folder.write(bytes, "bad")
        try refuses(["train", "line", "--load", bad], 1, complaint)
        try refuses(["train", "--resume", bad], 1, complaint)
        try refuses(["sample", bad], 1, complaint)
      }
      for option in ["--load", "--resume"] {
        try refuses(["train", option, none], 1, "no such file")
        try refuses(["train", option, folder.path("")], 1, "is a directory")
      }
      for option in ["--log", "--save", "--save-initial", "--checkpoint"] {
        try refuses(
          ["train", "line", option, folder.path("none/a")], 1, "no such file or directory")
      }
      for option in ["--save", "--save-initial", "--checkpoint"] {
        try refuses(["train", "line", option, "/dev/null"], 1, "not a regular file")
      }
      #expect(folder.names == ["bad"])
    }

    /// Both claim or have gigabytes; nothing but the first few bytes is read.
    @Test func `a file that claims gigabytes is refused at once and read in no more memory`() throws
    {
      let folder = try TemporaryFolder()
      let tensor = #"{"dtype":"F32","shape":[1000000000],"data_offsets":[0,4000000000]}"#
      let header = Data("{\"a\":\(tensor)}".utf8)
      try folder.write(Data([UInt8(header.count), 0, 0, 0, 0, 0, 0, 0]) + header, "claims")
      try folder.write(Data(), "sparse")
      #expect(truncate(folder.path("sparse"), 2_000_000_000) == 0)
      for name in ["claims", "sparse"] {
        for words in [["sample"], ["train", "--resume"], ["train", "line", "--load"]] {
          let start = now()
          let refused = try Command(
            ["-c", "ulimit -v 80000; exec \"$0\" \"$@\"", Program.path] + words
              + [folder.path(name)], of: "/bin/sh")
          #expect(refused.status == 1 && now() - start < 5)
          #expect(refused.errors.contains("\(name) cannot be used: "), "\(refused.errors)")
        }
      }
    }

    /// Of each the worst of its kind, with so many bytes.
    private static let texts: [(name: String, text: String)] = [
      ("short lines", "a\n"), ("blank lines", "a\n\n\n\n\n\n\n\n"), ("windows lines", "ab c\r\n"),
      ("one line", "the owl and the fox "), ("accents", "e\u{301}"), ("pile", "\u{301}"),
      ("thai", "ภาษาไทย"),
      (
        "all different",
        String(String.UnicodeScalarView((0x4E00...0x9FFF).compactMap(Unicode.Scalar.init)))
      ),
    ]

    @Test(arguments: ["story", "names"], texts.indices)
    func `a text takes about twice its size of memory`(lesson: String, text: Int) throws {
      let folder = try TemporaryFolder()
      let (size, (name, part)) = (12_000_000, Self.texts[text])
      try folder.write(
        Data(("ab" + String(repeating: part, count: size / part.utf8.count)).utf8), name)
      let small =
        ["--steps", "1", "--width", "16", "--batch-size", "4"]
        + (lesson == "story" ? smallStory.dropFirst(2) : [])
      let peak = { (words: [String]) in
        let process = try spawn(
          Program.path, ["train", lesson] + small + words,
          environment: Program.environment([:]), files: ["/dev/null", "/dev/null", "/dev/null"])
        var most = 0.0
        _ = end(of: process) {
          most = max(most, (try? Facts(of: process).memory) ?? 0)
          usleep(2000)
        }
        return most * 1_048_576
      }
      let plain = try peak([])
      let read = try peak(["--text", folder.path(name)])
      #expect(read - plain <= 2.5 * Double(size), "\(name) \((read - plain) / Double(size))")
    }

    @Test func `a good file in the wrong place is one line`() throws {
      let folder = try TemporaryFolder()
      let (line, kept) = (folder.path("line"), folder.path("kept"))
      _ = try Command(["train", "line", "--steps", "1", "--save", line, "--checkpoint", kept])
      try refuses(["train", "story", "--load", line], 1, "is of the lesson line, not story")
      try refuses(["train", "spiral", "--load", line], 1, "is of the lesson line, not spiral")
      try refuses(["train", "--resume", line], 1, "--load")
      try refuses(["train", "story", "--resume", kept], 1, "lesson line")
      try refuses(["train", "--resume", kept, "--width", "32"], 64, "--width")
      try refuses(["train", "--resume", kept, "--seed", "2"], 64, "--seed")
      try refuses(["sample", line], 64, "writes no text")
      _ = try Command(smallStory + ["--steps", "1", "--checkpoint", kept])
      try refuses(["sample", kept, "--prompt", "\u{4E16}"], 64, "\u{4E16}")
      try refuses(["train", "story", "--load", kept], 1, "lacks tensor")
    }
  }
}
