import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EndToEnd {
  /// The files that training reads and writes are different ones, and none of them makes it wait.
  @Suite struct FilePlaces {
    private let folder: TemporaryFolder
    private let names = String(repeating: "anna\nben\nclara\n", count: 20)

    init() throws {
      folder = try TemporaryFolder()
      try folder.write(Data(names.utf8), "own.txt")
    }

    private func expectRefusal(_ words: String, saying said: String...) throws {
      let before = folder.names
      let refused = try folder.train(words)
      #expect(refused.status == 64 && refused.output.isEmpty, "\(words): \(refused)")
      #expect(refused.errors.split(separator: "\n").count == 1)
      for words in said + ["name the same file"] { #expect(refused.errors.contains(words)) }
      #expect(folder.names == before)
    }

    @Test(arguments: ["--save", "--save-initial", "--checkpoint", "--log"])
    func `a text that is read is not written over, by whatever path`(option: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("soft"), withDestinationPath: "own.txt")
      #expect(link(folder.path("own.txt"), folder.path("hard")) == 0)
      for path in ["own.txt", "./own.txt", "../*/own.txt", "soft", "hard"] {
        let place = path == "../*/own.txt" ? "\"$PWD/../$(basename \"$PWD\")/own.txt\"" : path
        try expectRefusal(
          "names --steps 2 --text own.txt \(option) \(place)", saying: "--text and \(option)")
      }
      #expect(try folder.bytes("own.txt") == Data(names.utf8))
    }

    @Test func `a checkpoint goes on in its own file, and gives it to nothing else`() throws {
      #expect(try folder.train("line --steps 2 --checkpoint kept").status == 0)
      let kept = try folder.bytes("kept")
      for option in ["--save", "--log"] {
        try expectRefusal("--resume kept --steps 3 \(option) ./kept", saying: "--resume", option)
        try expectRefusal("line --load kept --steps 3 \(option) ./kept", saying: "--load", option)
      }
      #expect(try folder.bytes("kept") == kept)
      #expect(try folder.train("--resume kept --steps 3 --checkpoint ./kept").status == 0)
      #expect(try folder.bytes("kept") != kept)
    }

    @Test func `two files that do not exist yet are told to be one`() throws {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("later"), withDestinationPath: "new")
      try expectRefusal("line --steps 1 --save new --save-initial ./new", saying: "--save")
      try expectRefusal("line --steps 1 --save new --log later", saying: "--save", "--log")
      let apart = try folder.train("line --steps 1 --save new --save-initial first")
      #expect(apart.status == 0 && folder.has("new") && folder.has("first"), "\(apart.errors)")
    }

    @Test(arguments: ["--save", "--save-initial", "--checkpoint", "--log"])
    func `a write-protected file is not replaced`(option: String) throws {
      #expect(chmod(folder.path("own.txt"), 0o444) == 0)
      let refused = try folder.train("line --steps 1 \(option) own.txt")
      #expect(refused.status == 1 && refused.output.isEmpty, "\(refused)")
      #expect(refused.errors.contains("write-protected") && refused.errors.contains("chmod u+w"))
      #expect(try folder.bytes("own.txt") == Data(names.utf8))
    }

    /// A name that needs no quotes, one that does, and one that would steer the terminal.
    @Test(arguments: [
      ("c.st", "c.st"), ("my c.st", "'my c.st'"), ("c\u{1B}[31m.st", "'c␛[31m.st'"),
    ])
    func `every message names a file one way`(name: String, shown: String) throws {
      let path = folder.path(name)
      let place = path.dropLast(name.count)
      let named = shown.first == "'" ? "'\(place)\(shown.dropFirst())" : "\(place)\(shown)"
      let says = { (words: [String], complaint: String) in
        let refused = try Command(words)
        #expect(refused.status != 0 && refused.errors.hasPrefix("fivemoves: "))
        #expect(refused.errors.contains(named + complaint), "\(refused.errors)")
        #expect(!refused.errors.contains("\"\(name.prefix(1))"), "\(refused.errors)")
      }
      try says(["train", "--resume", path], " cannot be read: no such file")
      try says(["sample", path], " cannot be read: no such file")
      try says(["story", "--text", path], " does not exist")
      try Data("no network".utf8).write(to: URL(fileURLWithPath: path))
      try says(["train", "line", "--load", path], " cannot be used: ")
      _ = try Command(["train", "line", "--steps", "2", "--checkpoint", path])
      try says(["train", "story", "--resume", path], " is of the lesson line")
      try says(["train", "story", "--load", path], " is of the lesson line")
      try says(["train", "--resume", path, "--seed", "7"], "")
      try says(["train", "--resume", path, "--steps", "1"], "")
    }

    @Test func `a pipe is refused at once, whoever is or is not at its other end`() throws {
      #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
      let path = folder.path("pipe")
      let asked = [
        ["train", "--resume", path], ["train", "line", "--load", path], ["sample", path],
        ["train", "line", "--steps", "2", "--log", path],
      ]
      for words in asked {
        // Nobody opens the other end: it would wait for ever.
        let program = try Program(words)
        #expect(program.waitForExit(within: 5) == 1, "\(words)")
        #expect(String(decoding: program.bytes, as: UTF8.self).contains("is a pipe"))
      }
    }

    @Test func `names as long as a file can have are written, though they begin alike`() throws {
      let names = ["a", "b"].map { String(repeating: "long", count: 63) + "er" + $0 }
      #expect(names.map(\.utf8.count) == [255, 255])
      let run = try folder.train("line --steps 2 --save \(names[0]) --checkpoint \(names[1])")
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      #expect(folder.names.filter { $0.contains("long") } == names)
      let longer = try folder.train("line --steps 2 --save \(names[0])c")
      #expect(longer.status == 1 && longer.output.isEmpty)
      #expect(longer.errors.split(separator: "\n").count == 1)
    }

    @Test func `what a file is written beside takes the place of nobody's file`() throws {
      let names = Data("anna\nben\nclara\ndora\nemil\nfinn\ngreta\nhanna\nida\njan\n".utf8)
      for name in ["own.partial", "own.tmp"] { try folder.write(names, name) }
      let line = "names --steps 1 --batch-size 2 --save own --text"
      for name in ["own.partial", "own.tmp"] {
        #expect(try folder.train("\(line) \(name)").status == 0)
        #expect(try folder.bytes(name) == names)
      }
      try folder.write(names, ".own.fivemoves")
      let refused = try folder.train("\(line) .own.fivemoves")
      #expect(refused.status == 64 && refused.errors.contains("--text names the file that --save"))
      let saved = try folder.bytes("own")
      let other = try folder.train("line --steps 1 --save own")
      #expect(other.status == 1 && other.output.isEmpty, "\(other)")
      #expect(other.errors.contains("own cannot be written: it is first written as .own.fivemoves"))
      #expect(other.errors.split(separator: "\n").count == 1, "\(other.errors)")
      #expect(try folder.bytes(".own.fivemoves") == names && folder.bytes("own") == saved)
    }

    @Test(arguments: ["--save", "--save-initial", "--checkpoint", "--log"])
    func `no file gets a name that another is first written as`(option: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("soft"), withDestinationPath: ".own.fivemoves")
      for name in [".own.fivemoves", "soft"] {
        let refused = try folder.train("line --steps 1 \(option) \(name)")
        #expect(refused.status == 64 && refused.output.isEmpty, "\(refused)")
        #expect(refused.errors.contains("\(option) needs another name"), "\(refused.errors)")
      }
      #expect(!folder.has(".own.fivemoves"))
    }

    @Test func `a signal gives up a long evaluation, and the resumed run makes it first`() throws {
      let kept = folder.path("kept")
      let program = try Program(
        ["train", "line", "--steps", "3", "--eval-batches", "1000000000", "--checkpoint", kept])
      #expect(program.shows("step 1/3"))
      program.watch(for: 0.5)
      program.type("\u{3}")
      #expect(program.waitForExit(within: 5) == 130)
      #expect(String(decoding: program.bytes, as: UTF8.self).contains("Stopped after step 1"))
      let on = try folder.train("--resume kept --eval-batches 1")
      #expect(on.status == 0 && on.output.contains("after step 1  train loss"), "\(on.errors)")
    }

    @Test func `parameters of another lesson name theirs, and the words lead on`() throws {
      #expect(
        try folder.train("names --steps 2 --batch-size 4 --text own.txt --save saved").status == 0)
      for lesson in ["story", "spiral", "line"] {
        let refused = try folder.train("\(lesson) --steps 2 --load saved")
        #expect(refused.status == 1 && refused.output.isEmpty)
        #expect(refused.errors.contains("of the lesson names, not \(lesson)"), "\(refused.errors)")
        let words = try #require(refused.errors.firstMatch(of: #/fivemoves train (.*) FILE, /#)).1
        let on = try folder.train("\(words) own.txt --steps 1 --batch-size 4")
        #expect(on.status == 0, "\(on.errors)")
      }
    }
  }
}
