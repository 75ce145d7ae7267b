import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  /// What is printed to where nothing can be written.
  @Suite struct LostOutput {
    @Test(
      arguments: [
        "lessons", "breakages", "breakages --names", "doctor", "bench --task line --seconds 0.1",
        "--help", "help", "lessons --help", "--version", "train line --steps 2",
        "train line --steps 2 --break no-step",
      ])
    func `it is said in one line, and the end is no success`(words: String) throws {
      for place in ["> /dev/full", ">&-"] {
        let run = try Command(["-c", "\"$0\" \(words) \(place)", Program.path], of: "/bin/sh")
        #expect(run.status == 1, "\(words) \(place)")
        #expect(run.errors.hasPrefix("fivemoves: standard output cannot be written: "))
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
      }
    }

    /// Of a million steps that would take minutes.
    @Test(arguments: ["> /dev/full", ">&-"])
    func `training does not begin where its first line is lost`(place: String) throws {
      let folder = try TemporaryFolder()
      let (log, last) = (folder.path("log"), folder.path("last"))
      let words = "train line --steps 1000000 --log '\(log)' --save '\(last)' \(place)"
      let start = now()
      let run = try Command(["-c", "\"$0\" \(words)", Program.path], of: "/bin/sh")
      #expect(run.status == 1 && now() - start < 2)
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(!FileManager.default.fileExists(atPath: last))
      // No step, and never a line of the report.
      let types = try? folder.records("log").compactMap { $0["type"] as? String }
      #expect(types == (place == ">&-" ? nil : ["run"]))
    }

    @Test func `training goes on where output is lost later, and its end is no success`() throws {
      let folder = try TemporaryFolder()
      let (report, last) = (folder.path("report"), folder.path("last"))
      let line = """
        head -c 200000 /dev/zero > '\(report)'; ulimit -f 391
        "$0" train line --steps 300 --save '\(last)' >> '\(report)'
        """
      let run = try Command(["-c", line, Program.path], of: "/bin/sh")
      #expect(run.status == 1)
      #expect(run.errors == "fivemoves: standard output cannot be written: file too large.\n")
      #expect(try Command(["train", "line", "--steps", "1", "--load", last]).status == 0)
    }

    /// As it is piped into `head`: from the next line on that nobody reads.
    @Test func `training whose reader has ended keeps its checkpoint, and goes on from there`()
      throws
    {
      let folder = try TemporaryFolder()
      let (kept, whole, resumed) = (folder.path("kept"), folder.path("whole"), folder.path("rest"))
      let steps = 200_000
      let words = "train line --steps \(steps) --eval-interval \(steps)"
      let line = """
        { "$0" \(words) --checkpoint '\(kept)' --checkpoint-interval \(steps); echo "code $?" >&2; } \
          | head -1
        """
      let run = try Command(["-c", line, Program.path], of: "/bin/sh")
      #expect(run.output.split(separator: "\n").count == 1)
      let stop = #/^fivemoves: nobody reads standard output any more\. Stopped after step (\d+): /#
      let said = try #require(run.errors.firstMatch(of: stop), "\(run.errors)")
      #expect(Int(said.1).map { (1..<steps).contains($0) } == true)
      #expect(run.errors.split(separator: "\n").dropFirst() == ["code 141"], "\(run.errors)")
      #expect(run.errors.contains("--resume"))
      let rest = try Command(["train", "--resume", kept, "--save", resumed])
      #expect(rest.status == 0, "\(rest.errors)")
      _ = try Command(words.split(separator: " ").map(String.init) + ["--save", whole])
      let bytes = try [resumed, whole].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      #expect(bytes[0] == bytes[1])
    }

    /// As Python starts other programs: then a reader that ends is no wish that the run end.
    @Test func `where the signal of a lost reader is ignored, training goes on`() throws {
      let folder = try TemporaryFolder()
      let last = folder.path("last")
      let words = "train line --steps 100000 --save '\(last)'"
      let line = """
        trap '' PIPE; { "$0" \(words); echo "code $?" >&2; } | head -1
        """
      let run = try Command(["-c", line, Program.path], of: "/bin/sh")
      #expect(
        run.errors == "fivemoves: standard output cannot be written: broken pipe.\ncode 1\n")
      #expect(try Command(["train", "line", "--steps", "1", "--load", last]).status == 0)
    }
  }
}
