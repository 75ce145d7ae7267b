import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EndToEnd {
  @Suite struct Messages {
    @Test(
      arguments: [
        "--nope", "nonsense", "train --nope", "train line --steps many", "train line --steps",
        "train line extra more", "train line --optimizer adam", "train line --stepz 3", "sample",
        "sample a b", "sample a --length x", "sample /none", "bench --nope", "bench --task z",
        "bench --seconds nan", "lessons x", "breakages x", "doctor --color blue", "play --nope",
        "line --plot oil", "help nope", "help nope nope", "line --break oops", "line",
        "line --break no-division", "line --idle-exit 0", "line --idle-exit nan",
        "story --text /none", "story --text /dev/null", "train story --text /none",
        "train line --text x", "train line --log-batches", "train --resume /none",
        "train --new-data", "train line --load a --resume b", "train line --log /none/a",
        "train story --context 8000", "line --kiosk", "--generate-completion-script foo",
      ])
    func `every complaint is one line that begins one way`(words: String) throws {
      let refused = try Command(words.split(separator: " ").map(String.init))
      #expect([1, 2, 64].contains(refused.status))
      #expect(refused.output.isEmpty)
      let lines = refused.errors.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 2 && lines.last == "", "\(refused.errors)")
      #expect(refused.errors.hasPrefix("fivemoves: "))
      #expect(!refused.errors.contains("Error:") && !refused.errors.contains("Usage:"))
      #expect(refused.errors.hasSuffix(".\n"))
      let named = refused.errors.matches(of: /see (fivemoves[a-z ]*) --help/.ignoresCase())
      for command in named.map({ $0.1.split(separator: " ").dropFirst().map(String.init) }) {
        let help = try Command(command + ["--help"])
        #expect(help.status == 0 && help.output.contains("USAGE: fivemoves"), "\(refused.errors)")
      }
    }

    @Test(arguments: ["follow", "teach line"], [true, false])
    func `a folder that is not safe for a class is named with what is wrong and the way out`(
      words: String, isForeign: Bool
    ) throws {
      let place = try TemporaryFolder()
      let folder = place.path("fivemoves")
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: isForeign ? 0o700 : 0o755])
      if isForeign {
        guard getuid() == 0 else { return }
        #expect(chown(folder, 1, 1) == 0)
      }
      let refused = try Command(
        ["XDG_RUNTIME_DIR=\((folder as NSString).deletingLastPathComponent)", Program.path]
          + words.split(separator: " ").map(String.init),
        of: "/usr/bin/env")
      let why =
        isForeign
        ? "it belongs to another user, daemon; XDG_RUNTIME_DIR=FOLDER names a folder of yours in its "
          + "place"
        : "others may use it, its mode is 0755; chmod 700 \(folder) makes it yours alone"
      #expect(
        refused.errors == "fivemoves: \(folder) is not safe for a class or a script: \(why).\n")
      #expect(refused.status == 1 || refused.status == 2)
    }

    @Test func `one of something is singular`() throws {
      let run = try Command(["train", "line", "--steps", "1"])
      #expect(run.output.contains("seed 1, 1 step\n") && run.output.contains("of 1 step ("))
      for name in try Command(["breakages", "--names"]).output.split(separator: "\n") {
        let words = ["--steps", "1", "--eval-batches", "1", "--micro-batches", "1"]
        let broken = try Command(smallStory + words + ["--break", String(name)])
        let plural = broken.output.firstMatch(of: #/[ ,]1 [a-z]+[^aius ]s /#)
        #expect(plural == nil, "\(name): \(plural?.0 ?? "")")
      }
    }

    @Test(arguments: [
      ("line --learning-rate abc", "it must be a number"), ("line --seed -1", "from 0 to"),
      ("sample a --length 1e3", "a whole number in digits"), ("line --dropout x", "a number"),
      ("line --steps 99999999999999999999", "nearer to 0"),
      ("line --idle-exit -1", "--idle-exit must be above 0 minutes"),
      ("train line --learning-rate inf", "a finite number, greater than 0"),
      ("bench --threads two", "a whole number in digits"),
      ("train line --optimizer adam", "it must be adamw or sgd; see fivemoves train --help"),
      ("line --plot oil", "it must be ascii, block or braille; see fivemoves --help"),
      ("doctor --color blue", "it must be auto, always or never; see fivemoves doctor --help"),
      ("picture line --at 3 --theme x", "it must be light or dark; see fivemoves picture --help"),
      (
        "picture line --at 3 --panel xx",
        "'xx' is invalid for '--panel <panel>': it must be code, reading, move, numbers, life, "
          + "layers, words, twin, signs, ranks or output; see fivemoves picture --help"
      ),
    ])
    func `a value that cannot be is told what is expected`(words: String, wanted: String) throws {
      let refused = try Command(words.split(separator: " ").map(String.init))
      #expect(refused.status == 64 && refused.errors.contains(wanted), "\(refused.errors)")
      #expect(refused.errors.split(separator: "\n").count == 1)
    }

    @Test(arguments: [
      ("story --save x", "--save is an option of fivemoves train; see fivemoves train --help."),
      ("story --load x", "--load is an option of fivemoves train; see fivemoves train --help."),
      ("train line --big", "--big is an option of fivemoves; see fivemoves --help."),
      ("line --temperature 1", "--temperature is an option of fivemoves sample; "),
    ])
    func `an option of another command is told whose it is`(words: String, said: String) throws {
      let refused = try Command(words.split(separator: " ").map(String.init))
      #expect(refused.status == 64 && refused.errors.hasPrefix("fivemoves: \(said)"))
    }

    @Test(arguments: [
      ("train --stepz 3", "unknown option '--stepz'. Did you mean '--steps'? See fivemoves train"),
      ("--stepz 3", "unknown option '--stepz'. Did you mean '--steps'? See fivemoves --help"),
      ("line --ascii --sede 4", "unknown option '--sede'. Did you mean '--seed'?"),
      ("train line --plots a --steps 3", "unknown option '--plots'; see fivemoves train"),
      ("picture --att 3", "unknown option '--att'. Did you mean '--at'? See fivemoves picture"),
      ("trian line", "there is no lesson or command named \"trian\""),
      ("trian", "there is no lesson or command named \"trian\""),
      ("lnie", "there is no lesson or command named \"lnie\""),
      ("--kiosk train", "\"train\" is a command, and --kiosk runs none; name a lesson: story, "),
      ("--ascii train", "\"train\" is a command, and a command comes first: fivemoves train."),
      ("help trian", "there is no command \"trian\"; did you mean train? See fivemoves --help."),
      ("help nosuch", "there is no command \"nosuch\"; the commands are train, sample, picture,"),
      ("help story", "story is a lesson, and no command; fivemoves lessons tells what it teaches,"),
      ("train story --batch-size 7", "--batch-size must be a multiple of --micro-batches (4 here)"),
      ("train story --micro-batches 3", "--micro-batches must be a number that divides --batch"),
      ("train story --width 30", "--width must be a multiple of --heads (4 here), not 30."),
    ])
    func `a slip is named, and what was probably meant`(words: String, said: String) throws {
      let refused = try Command(words.split(separator: " ").map(String.init))
      #expect(refused.status == 64 && refused.output.isEmpty)
      #expect(refused.errors.hasPrefix("fivemoves: \(said)"), "\(refused.errors)")
      let meant = ["trian": "fivemoves train?", "trian line": "fivemoves train?", "lnie": "line?"]
      if let meant = meant[words] { #expect(refused.errors.contains(meant), "\(refused.errors)") }
    }

    @Test func `help of help names the commands that have some`() throws {
      let help = try Command(["help", "help"])
      #expect(help.status == 0 && help.errors.isEmpty)
      #expect(help.output.split(separator: "\n").count == 1)
      for command in ["train", "watch", "manual"] {
        #expect(help.output.contains(" \(command)"), "\(help.output)")
        #expect(try Command(["help", command]).output.contains("fivemoves \(command)"))
      }
    }

    /// What is wrong, and behind it what can be done.
    @Test(arguments: [
      (
        "watch --no-screen -- no-such-program", "cannot be run: no such file",
        "such as python train.py"
      ),
      ("replay /none", "cannot be read: no such file", "give the path of a recording"),
      (
        "train line --break no-step --checkpoint c", "keeps no checkpoint", "leave --checkpoint out"
      ),
      ("train line --break no-step --resume c", "keeps no checkpoint", "leave --resume out"),
      ("train line --save /dev/null", "is not a regular file", "name one that is"),
      ("module /proc/none", "cannot be written", "fivemoves module FOLDER writes it elsewhere"),
      ("line --kiosk --slots /proc/none", "has no places", "with touch /proc/none/1"),
    ])
    func `a refusal names the way out`(words: String, wrong: String, wayOut: String) throws {
      let refused = try Command(words.split(separator: " ").map(String.init))
      let place = try #require(refused.errors.range(of: wrong), "\(refused.errors)")
      #expect(refused.errors[place.upperBound...].contains(wayOut), "\(refused.errors)")
      #expect(refused.status != 0 && refused.errors.split(separator: "\n").count == 1)
    }

    @Test(arguments: [["follow"], ["watch", "--no-screen"], ["teach", "line"]])
    func `a place for sockets that cannot be made names another`(words: [String]) throws {
      let refused = try Command(
        ["XDG_RUNTIME_DIR=/proc/none", Program.path] + words, of: "/usr/bin/env")
      #expect(refused.errors.contains("XDG_RUNTIME_DIR=FOLDER"), "\(refused.errors)")
      #expect(refused.errors.split(separator: "\n").count == 1)
    }

    /// A line has two parameters, an MLP no heads, and only a GPT's layers drop values here.
    @Test(arguments: [
      "line --layers 3", "line --layers 2", "train line --dropout 0.5", "spiral --dropout 0.5",
      "names --layers 4", "line --heads 4", "train spiral --context 9",
    ])
    func `an option that would change nothing is refused`(words: String) throws {
      let arguments = words.split(separator: " ").map(String.init)
      let refused = try Command(arguments)
      let option = try #require(arguments.first { $0.hasPrefix("--") })
      #expect(refused.status == 64)
      #expect(refused.errors.hasPrefix("fivemoves: \(option) changes nothing in the lesson "))
    }

    @Test(arguments: ["line", "spiral", "names"])
    func `a network without dropout is not told to set its share`(lesson: String) throws {
      let refused = try Command(["train", lesson, "--break", "no-eval"])
      #expect(refused.status == 64 && refused.errors.contains("has no dropout"))
      #expect(!refused.errors.contains("--dropout"), "\(refused.errors)")
    }

    /// Plain gradient descent keeps no running means, parameters that are loaded are not drawn, the
    /// likeliest character is one of any number, and 7-bit characters have no dots of braille.
    @Test(arguments: [
      ("line --beta1 0.9", "--optimizer sgd"), ("train story --optimizer sgd --beta2 0.5", "sgd"),
      ("train story --init-std 0.1 --load a", "--load"), ("line --slots /tmp", "--kiosk"),
      ("sample a --top-k 4 --temperature 0", "--temperature 0"),
      ("line --plot braille --ascii", "--ascii"),
    ])
    func `so is one that another option leaves without effect`(words: String, other: String) throws
    {
      let refused = try Command(words.split(separator: " ").map(String.init))
      #expect(refused.status == 64 && refused.errors.contains(" changes nothing with"))
      #expect(refused.errors.contains(other) && refused.errors.split(separator: "\n").count == 1)
    }

    @Test func `a resumed run refuses them too`() throws {
      let folder = try TemporaryFolder()
      let kept = folder.path("kept")
      _ = try Command(["train", "line", "--steps", "1", "--checkpoint", kept])
      for option in [["--beta1", "0.5"], ["--heads", "4"], ["--dropout", "0.5"]] {
        let refused = try Command(["train", "--resume", kept, "--steps", "2"] + option)
        #expect(refused.status == 64)
        #expect(refused.errors.hasPrefix("fivemoves: \(option[0]) changes nothing "))
      }
    }

    @Test(arguments: [
      ("spiral", "--width", "8"), ("names", "--context", "4"), ("line", "--dropout", "0"),
      ("spiral", "--beta1", "0.8"),
    ])
    func `one that has a use, or says what is so, is not`(
      lesson: String, option: String, value: String
    )
      throws
    {
      #expect(try Command(["train", lesson, "--steps", "1", option, value]).status == 0)
    }

    @Test func `a path that is empty is called missing, on a resumed run too`() throws {
      for words in [["train", "--resume", "c", "--text", ""], ["story", "--text", ""]] {
        let refused = try Command(words)
        #expect(refused.errors.hasPrefix("fivemoves: --text needs the path of a file"))
      }
    }

    /// Standard output is no terminal here, so that nothing else sets the width.
    @Test(arguments: [
      [], ["train"], ["sample"], ["picture"], ["watch"], ["module"], ["teach"], ["follow"],
      ["replay"], ["bench"], ["doctor"], ["lessons"], ["breakages"], ["manual"],
    ])
    func `help fits eighty columns, and no option of its usage is torn in two`(
      command: [String]
    ) throws {
      let help = try Command(command + ["--help"]).output
      for line in help.split(separator: "\n") {
        #expect(line.count <= 80, "\(line)")
        #expect(line.firstMatch(of: /[\[<][^\]> ]*$/) == nil, "\(line)")
      }
    }

    @Test(arguments: [[], ["train"], ["sample"], ["bench"], ["doctor"], ["lessons"], ["breakages"]])
    func `nothing in help wraps to the first column`(command: [String]) throws {
      for line in try Command(command + ["--help"]).output.split(separator: "\n") {
        let isTitle = line.prefixMatch(of: /[A-Z]+:/) != nil
        #expect(isTitle || line.hasPrefix("  "), "\(line)")
      }
    }

    @Test func `the lines of a run have figures that are none of 0 and end`() throws {
      let run = try Command(["train", "line", "--steps", "20"])
      let took = try #require(run.output.firstMatch(of: /a step took ([0-9.]+) ms/)).1
      #expect(try #require(Double(took)) > 0)
      let large = try Command(
        ["train", "line", "--learning-rate", "1e5", "--max-norm", "inf", "--steps", "2"])
      // Of some 1e10 and more no decimals are written.
      #expect(large.output.contains(/loss \d\.\d{3}e\d+/), "\(large.output)")
      #expect(!large.output.contains(/\d{6}\.\d/), "\(large.output)")
      let story = try Command(["train", "story", "--steps", "1"])
      #expect(story.output.hasPrefix("story: GPT, 105,344 parameters, "))
    }

    @Test func `a broken run says which text it reads, and what is in it twice`() throws {
      let folder = try TemporaryFolder()
      let text = folder.path("twice.txt")
      try (0..<40).map { "n\(["a", "b"][$0 % 2])" }.joined(separator: "\n")
        .write(toFile: text, atomically: true, encoding: .utf8)
      let words = ["train", "names", "--text", text, "--steps", "1", "--break", "no-step"]
      let run = try Command(words)
      #expect(run.output.contains("\ntext: 40 lines of twice.txt, "), "\(run.output)")
      #expect(run.output.contains("4 of 4 validation lines are in the training lines too."))
      #expect(run.output.contains("sign     step never ran in 1 training step: "))
    }

    @Test(arguments: ["\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{1F1EB}\u{1F1F7}"])
    func `a character that the network never read is named as it was typed`(typed: String) throws {
      let folder = try TemporaryFolder()
      let file = folder.path("file")
      _ = try Command(["train", "names", "--steps", "1", "--save", file])
      let refused = try Command(["sample", file, "--prompt", typed])
      #expect(
        refused.status != 0 && refused.errors.hasSuffix("never read: \"\(typed)\"; leave it out.\n")
      )
      let escape = try Command(["sample", file, "--prompt", "\u{1B}[31m"])
      #expect(escape.errors.hasSuffix("never read: \"\u{241B}\"; leave it out.\n"))
    }
  }
}
