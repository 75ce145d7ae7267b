import Foundation
import TerminalSupport
import Testing

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
  }
}
