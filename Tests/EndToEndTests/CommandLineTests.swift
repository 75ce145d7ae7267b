import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  @Suite struct CommandLine {
    @Test func `help shows the lessons, the keys and the options`() throws {
      let help = try Command(["--help"])
      #expect(help.status == 0)
      for words in [
        "story", "line", "space", "enter", "--seed", "--steps", "--batch-size", "--micro-batches",
        "--learning-rate", "--max-norm", "--no-animation", "--plot", "--ascii", "--color",
        "fivemoves train", "fivemoves lessons",
      ] {
        #expect(help.output.contains(words), "help lacks \(words)")
      }
    }

    @Test func `the version is one line: number, commit, Swift, and the instructions in use`()
      throws
    {
      let version = try Command(["--version"])
      #expect(version.status == 0)
      let parts = try #require(
        version.output.wholeMatch(
          of:
            #/fivemoves 0\.\d+\.\d+ \((?:commit [0-9a-f]{12}|built from source).*, Swift 6\..*, (.+)\)\n/#
        ))
      #if arch(x86_64)
        let facts = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
        #expect((parts.1 == "AVX-512") == facts.contains(" avx512f"))
      #endif
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `what a shell completes has every lesson, mistake and optimizer`(shell: String) throws {
      let script = try Command(["--generate-completion-script", shell])
      #expect(script.status == 0 && script.errors.isEmpty)
      let mistakes = try Command(["breakages", "--names"]).output.split(separator: "\n")
      for word in ["story", "spiral", "adamw", "sgd", "braille", "replay"]
        + mistakes.map(String.init)
      {
        #expect(script.output.contains(word), "\(word)")
      }
      // It is what fivemoves does without a command, and told nowhere.
      #expect(!script.output.contains("'play:") && !script.output.contains("-fa 'play'"))
    }

    @Test(arguments: [
      (["watch", "--", "tru"], "true"), (["watch", "--no-screen", "--", "tru"], "true"),
      (["watch", "--", "cat", "/etc/passw"], "/etc/passwd"),
      (["picture", "/etc/passw"], "/etc/passwd"), (["picture", "spi"], "spiral"),
      (["watch", "--no-s"], "--no-screen"), (["stor"], "story"), (["--st"], "--steps"),
      (["line", "--optimizer", "=", "ad"], "adamw"), (["--optimizer", "=", "s"], "sgd"),
      (["train", "--plot", "bl"], nil), (["pla"], nil),
      (["--optimizer", "=", "sgd", "li"], "line"),
      // Where = ends no word.
      (["--optimizer=s"], "--optimizer=sgd"),
      (["picture", "line", "--panel=wor"], "--panel=words"),
    ])
    func `bash completes commands and files without bash-completion`(
      typed: [String], wanted: String?
    ) throws {
      let line = #"""
        . <("$0" --generate-completion-script bash)
        COMP_WORDS=(fivemoves "$@") COMP_CWORD=$# COMP_LINE="fivemoves $*"
        COMP_POINT=${#COMP_LINE}
        _fivemoves_or_lesson fivemoves "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\n' "${COMPREPLY[@]}"
        """#
      let run = try Command(["-c", line, Program.path] + typed, of: "/bin/bash")
      let found = run.output.split(separator: "\n").map(String.init)
      #expect(wanted.map(found.contains) ?? found.isEmpty, "\(run)")
    }

    @Test func `lessons are listed with their parameters`() throws {
      let list = try Command(["lessons"])
      #expect(list.status == 0)
      for model in ["GPT, 105,344 parameters", "MLP, 6,097 parameters", "Linear, 2 parameters"] {
        #expect(list.output.contains(model))
      }
      #expect(list.output.contains("3,000, each of 8 examples in 4 micro-batches"))
    }

    @Test func `breakages are listed, and each name stands alone on request`() throws {
      let list = try Command(["breakages"])
      let names = try Command(["breakages", "--names"]).output.split(separator: "\n")
      #expect(list.status == 0 && names.count == 16)
      for name in names { #expect("\n\(list.output)".contains("\n\(name)\n")) }
    }

    @Test func `a broken loop tells its sign beside its twin`() throws {
      let run = try Command(["train", "line", "--break", "no-step", "--steps", "20"])
      #expect(run.status == 0)
      #expect(run.output.contains("|  twin loss"))
      let last = run.output.split(separator: "\n").last ?? ""
      #expect(last.hasPrefix("sign     step never ran in 20 training steps"), "\(run.output)")
    }

    @Test(arguments: [
      ("forget-zero-grad", "gradients_pile_up"), ("no-backward", "no_backward"),
      ("clip-after-step", "clipped_too_late"), ("keep-loss-tensor", "graphs_kept"),
      ("high-learning-rate", "rate_too_high"), ("zero_grad,forward,clip", "no_backward"),
    ])
    func `the log of a broken loop has the sign of its mistake`(
      mistake: String, sign: String
    ) throws {
      let folder = try TemporaryFolder()
      let log = folder.path("log")
      let run = try Command(["train", "line", "--break", mistake, "--steps", "20", "--log", log])
      let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
      #expect(run.status == 0)
      #expect(lines.contains { $0.contains("\"type\":\"sign\"") && $0.contains("\"\(sign)\"") })
      #expect(lines.contains { $0.contains("\"type\":\"verdict\"") })
      #expect(lines.contains { $0.contains("\"type\":\"step\"") && $0.contains("twin") })
    }

    @Test(arguments: [
      (["nonsense"], "nonsense"),
      (["line", "--break", "oops"], "forget-zero-grad"),
      (["line", "--break", "no-division"], "--micro-batches"),
      (["train", "line", "--break", "no-eval", "--dropout", "0.1"], "dropout"),
      (["--batch-size", "0"], "--batch-size"),
      (["--learning-rate", "-1"], "--learning-rate"),
      (["--batch-size", "16", "--micro-batches", "3"], "--micro-batches"),
      (["--steps", "many"], "--steps"),
      (["--plot", "oil"], "--plot"),
    ])
    func `bad input is named in one clear line`(_ arguments: [String], named name: String) throws {
      let refused = try Command(arguments)
      #expect(refused.status != 0)
      let first = refused.errors.split(separator: "\n").first ?? ""
      #expect(first.contains(name), "\(refused.errors)")
      #expect(refused.output.isEmpty)
    }

    @Test(arguments: [["li\u{1B}[31mne"], ["--\u{9B}31m"], ["train", "a\u{7}b"]])
    func `what was typed steers no terminal when it is repeated`(_ arguments: [String]) throws {
      let refused = try Command(arguments)
      #expect(refused.status != 0)
      let isHarmless = refused.errors.unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value))
      }
      #expect(isHarmless)
    }

    @Test func `without a terminal train trains`() throws {
      let run = try Command(["train", "line", "--steps", "20"])
      #expect(run.status == 0)
      #expect(run.output.contains("step 20"))
    }

    @Test func `without a terminal one line names the way out`() throws {
      let refused = try Command(["line"])
      #expect(refused.status == 2)
      #expect(refused.errors.split(separator: "\n").count == 1)
      #expect(refused.errors.contains("fivemoves train"))
    }

    @Test func `what has no screen names its own way out, and not training`() throws {
      let folder = try TemporaryFolder()
      let run = folder.path("run")
      _ = try Command(["train", "line", "--steps", "2", "--record", run])
      let replay = try Command(["replay", run])
      #expect(replay.status == 2 && replay.errors.contains("fivemoves picture FILE --at STEP"))
      #expect(!replay.errors.contains("fivemoves train"), "\(replay.errors)")
    }

    @Test(arguments: ["dumb", "", nil, "no-such-terminal", "x\u{1B}[31m\u{7}y"])
    func `on a terminal that cannot draw one line names the way out`(type: String?) throws {
      let program = try Program(["line"], environment: ["TERM": type])
      #expect(program.waitForExit() == 2)
      let text = String(decoding: program.bytes, as: UTF8.self)
      #expect(text.split(whereSeparator: \.isNewline).count == 1)
      #expect(text.contains("fivemoves train") && text.contains("TERM=xterm-256color fivemoves"))
      let isHarmless = text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 || $0.properties.isWhitespace
      }
      #expect(isHarmless)
      #expect(program.pty.modes == program.before)
    }
  }
}
