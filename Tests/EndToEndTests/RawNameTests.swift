import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  /// Files whose names are bytes that are no text.
  @Suite struct RawNames {
    private let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      let names = String(repeating: "anna\nben\nclara\n", count: 20)
      try folder.write(Data(names.utf8), "own.txt")
      #expect(try shell("cp own.txt \"$(printf 'n\\377.txt')\"").status == 0)
    }

    private func shell(_ line: String) throws -> Command {
      try Command(["-c", "cd '\(folder.path("."))' && \(line)", Program.path], of: "/bin/bash")
    }

    @Test func `every option takes them, and writes just those`() throws {
      let run = #""$0" train names --batch-size 4 --steps 2 --text $'n\377.txt'"#
      let files =
        #"--save $'s\377' --checkpoint $'k\377' --log $'l\377' --save-initial $'i\377\376'"#
      let first = try shell("\(run) \(files)")
      #expect(first.status == 0, "\(first.errors)")
      let there = try shell(#"test -f $'s\377' -a -f $'k\377' -a -f $'l\377' -a -f $'i\377\376'"#)
      #expect(there.status == 0)
      #expect(try shell("ls -A | wc -l").output.contains("6"))
      let on = #""$0" train --resume $'k\377' --text $'n\377.txt' --steps 4 --checkpoint $'k\377'"#
      #expect(try shell(on).status == 0)
      #expect(try shell(#""$0" sample $'s\377' --length 1"#).status == 0)
      #expect(
        try shell(#""$0" train names --load $'s\377' --text $'n\377.txt' --steps 1"#).status == 0)
    }

    @Test func `a name that is not there is shown with a stand-in, and no other file is read`()
      throws
    {
      let refused = try shell(#""$0" train names --text $'o\377.txt'"#)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("'o·.txt' does not exist"), "\(refused.errors)")
      // The scalar that a byte is carried as is a name of its own.
      let twin = try shell(#""$0" train names --text $'n\364\217\273\277.txt'"#)
      #expect(twin.status == 1 && twin.errors.contains("does not exist"), "\(twin.errors)")
    }

    @Test func `what a stopped or killed run leaves has its name too`() throws {
      #expect(try shell(#"touch $'.k\377.fivemoves'"#).status == 0)
      #expect(try shell(#""$0" train line --steps 2 --checkpoint $'k\377'"#).status == 0)
      #expect(try shell(#"test -f $'k\377' -a ! -e $'.k\377.fivemoves'"#).status == 0)
    }

    @Test func `the words that ask for the same run again are right in a shell`() throws {
      let line = #"cd '\#(folder.path("."))' && exec "$0" names --text $'n\377.txt'"#
      let program = try Program(["-c", line, Program.path], of: "/bin/bash", width: 200)
      #expect(program.shows("step 0"))
      program.type("q")
      #expect(program.waitForExit() == 0)
      let words = try #require(program.screen.text.firstMatch(of: #/--text (\S+)/#)).1
      #expect(try shell("cmp own.txt \(words)").status == 0, "\(words)")
    }
  }
}
