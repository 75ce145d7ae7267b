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
  }
}
