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

    @Test func `training goes on, and its files have none of what was to be printed`() throws {
      let folder = try TemporaryFolder()
      let (log, last) = (folder.path("log"), folder.path("last"))
      let words = "train line --steps 3 --log '\(log)' --save '\(last)'"
      let line = "\"$0\" \(words) >&-"
      #expect(try Command(["-c", line, Program.path], of: "/bin/sh").status == 1)
      // Every line of the log is JSON: the first file opened took no closed descriptor's place.
      let types = try folder.records("log").compactMap { $0["type"] as? String }
      #expect(types.filter { $0 == "step" }.count == 3 && types.first == "run")
      #expect(try types.count == folder.records("log").count)
      #expect(try Command(["train", "line", "--steps", "1", "--load", last]).status == 0)
    }
  }
}
