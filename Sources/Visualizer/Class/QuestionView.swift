internal import Canvas
internal import Moves

/// A question to the class at the foot of the screen: its answers, and how many gave each.
struct QuestionView {
  var app: App
  var question: Question

  init?(_ app: App) {
    guard let question = app.following == nil ? app.question : app.followed?.question else {
      return nil
    }
    (self.app, self.question) = (app, question)
  }

  static func offers(_ app: App, width: Int) -> Frame {
    let lines = app.askable.enumerated().map { place, kind in
      Line("  \(place + 1)  ", .key) + Line(QuestionWords.offer(kind))
    }
    return framed(
      [Line("Ask the class", .strong)] + lines + [Line("  esc  nothing", .dim)], width, app)
  }

  func frame(width: Int) -> Frame {
    let words = QuestionWords(question, app.run)
    let lines = words.choices.indices.map { line($0, words.choices, width) }
    return Self.framed([Line(words.title, .strong)] + lines + [Line(status, .dim)], width, app)
  }

  private static func framed(_ lines: [Line], _ width: Int, _ app: App) -> Frame {
    var frame = Frame(width: width, height: lines.count + 1)
    frame.horizontalRule(x: 0, y: 0, width: width, glyphs: app.glyphs)
    for (row, line) in lines.enumerated() {
      frame.write(line.cut(to: width - 1, app.glyphs), x: 1, y: row + 1)
    }
    return frame
  }

  private var isTeacher: Bool { app.following == nil }
  private var own: Int? { app.following?.answers[question.number] }
  /// A student does not see what others answer before all have.
  private var showsTally: Bool { isTeacher || !question.isOpen }

  private func line(_ choice: Int, _ all: [String], _ width: Int) -> Line {
    let longest = all.map(\.count).max() ?? 0
    let words = all[choice] + String(repeating: " ", count: longest - all[choice].count)
    var line =
      Line("  \(choice + 1)  ", .key) + Line(words, choice == question.truth ? .strong : .text)
    guard showsTally else {
      return choice == own ? line + Line("  your answer", .strong) : line
    }
    let count = question.tally.counts.indices.contains(choice) ? question.tally.counts[choice] : 0
    // Beside it: its number, the count, "right" and "your answer".
    let bar = min(max(width - longest - 33, 4), 20)
    let share = Float(count) / Float(max(question.tally.answered, 1))
    line = line + Line("  \(app.glyphs.bar(share: share, width: bar))  \(count)")
    if choice == question.truth { line = line + Line("  right", .strong) }
    if choice == own { line = line + Line("  your answer", .strong) }
    return line
  }

  private var status: String {
    let tally = question.tally
    let count =
      tally.answered == 0 && tally.following == 0
      ? "nobody follows" : "\(tally.answered) of \(max(tally.following, tally.answered)) answered"
    if isTeacher { return question.isOpen ? "\(count); going on reveals it" : count }
    guard !question.isOpen else {
      return own == nil ? "press the number of your answer" : "wait for the others"
    }
    guard let truth = question.truth else { return "\(count); what is right shows soon" }
    guard let own else { return "\(count); you gave no answer" }
    return "\(count); your answer was \(own == truth ? "right" : "wrong")"
  }
}
