internal import Moves

/// What is kept of a run that ends before its last step, and how to go on from there.
struct WayOn {
  private let options: RunOptions
  private let files: FileOptions
  /// Steps that were made before this sitting.
  private let before: Int

  init(_ start: RunStart, before: Int) {
    options = start.options
    files = start.files
    self.before = before
  }

  /// After a move that one cannot go on from.
  func advice(after stop: Stop) -> String {
    switch stop.runner {
    case .broken: return ""
    case .twin: return "There is nothing left to compare with; try a lower --learning-rate."
    case .training: break
    }
    let kept = keptPath(after: stop.report.step - 1)
    let isLastFinite = stop.report.nonFinite != nil ? ", the last one that is finite" : ""
    let keeping =
      kept.map { "\($0.asFile) keeps the state before that step\(isLastFinite)." }
      ?? "\(nothing); --checkpoint FILE would keep the state before that step."
    return ([keeping] + cure(of: stop, kept)).joined(separator: " ")
  }

  /// After a signal, between two steps.
  func advice(after step: Int) -> String {
    keptPath(after: step).map { "the checkpoint is in \($0.asFile); go on with \(resume($0))" }
      ?? (options.breakageName == nil
        ? "nothing is kept; --checkpoint FILE would have" : "nothing is kept")
  }

  /// Where the state after so many steps is, now that the checkpoint is written.
  private func keptPath(after step: Int) -> String? {
    files.checkpoint ?? (step == before ? files.resume : nil)
  }

  private var nothing: String {
    before > 0 ? "Nothing is kept since step \(before)" : "Nothing is kept"
  }

  /// Only a step uses the rate: every other figure follows from the parameters as they are.
  private func cure(of stop: Stop, _ kept: String?) -> [String] {
    guard stop.report.nonFinite != nil else { return [] }
    if stop.isOfTheRate {
      let there = kept.map { ", from there with \(resume($0)) or from the start" } ?? ""
      return ["Try a lower --learning-rate\(there)."]
    }
    guard stop.report.step > 1 else { return [otherParameters] }
    guard kept != nil else { return ["Start again with a lower --learning-rate."] }
    return ["Its parameters give that figure at any --learning-rate: start again with a lower one."]
  }

  private var otherParameters: String {
    "The first parameters give that figure at any --learning-rate: begin with others, such as "
      + (files.load == nil ? "with a lower --init-std." : "without --load.")
  }

  /// "--resume kept.st --text poems.txt"
  private func resume(_ path: String) -> String {
    let text = options.text.map { " --text \(ShellWord($0).quoted)" } ?? ""
    let data = files.newData && path != files.checkpoint ? " --new-data" : ""
    return "--resume \(ShellWord(path).quoted)\(text)\(data)"
  }
}
