internal import Canvas
internal import Moves

/// A question to the class at the foot of the screen: its answers, and how many gave each.
struct QuestionView {
  var app: App
  var question: Question

  private init(_ app: App, _ question: Question) { (self.app, self.question) = (app, question) }

  /// The question, and in a line above it what came of the one before; nil where there is neither.
  static func frame(_ app: App, width: Int) -> Frame? {
    let present = app.followed
    let (question, former) =
      app.following == nil ? (app.question, app.former) : (present?.question, present?.former)
    if question == nil, former == nil { return nil }
    let before = former.map { [QuestionView(app, $0).past] } ?? []
    return framed(
      before + (question.map { QuestionView(app, $0).lines(width: width) } ?? []), width, app)
  }

  static func offers(_ app: App, width: Int) -> Frame {
    let lines = app.askable.enumerated().map { place, kind in
      Line("  \(place + 1)  ", .key) + Line(QuestionWords.offer(kind))
    }
    return framed(
      [Line("Ask the class", .strong)] + lines + [Line("  esc  ask nothing", .dim)], width, app)
  }

  private var words: QuestionWords { QuestionWords(question, app.history) }

  private func lines(width: Int) -> [Line] {
    let words = words
    let lines = words.choices.indices.map { line($0, words.choices, width) }
    return [Line(words.title, .strong)] + lines + [Line(status, .dim)]
  }

  /// One that is over: what came of it comes first, the question last, which gives way.
  private var past: Line {
    let words = words
    let counts = zip(words.choices, question.tally.counts).map { "\($0) \($1)" }
    let said = question.tally.answered == 0 ? "nobody answered" : counts.joined(separator: ", ")
    let end =
      question.truth.map { "the answer is \(words.choices[$0])" }
      ?? "taken back before its answer was known"
    let held = question.truth.flatMap { truth in
      own.map { $0 == truth ? "; you were right" : "; you were wrong" }
    }
    return Line("Last question: ", .dim) + Line(end + (held ?? ""), .strong)
      + Line(" (\(said)): ") + Line(words.title, .dim)
  }

  private static func framed(_ lines: [Line], _ width: Int, _ app: App) -> Frame {
    var frame = Frame(width: width, height: lines.count + 1)
    frame.horizontalRule(x: 0, y: 0, width: width, glyphs: app.glyphs)
    frame.write(rows: lines.map { $0.cut(to: width - 1, app.glyphs) }, x: 1, y: 1)
    return frame
  }

  private var isTeacher: Bool { app.following == nil }
  private var own: Int? { app.following?.answers[question.number] }
  /// A student does not see what others answer while they can.
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

  private var count: String {
    let tally = question.tally
    if tally.answered == 0 {
      if !question.isOpen { return "nobody answered" }
      if tally.following == 0 { return "nobody follows this class yet" }
    }
    return "\(tally.answered) of \(max(tally.following, tally.answered)) answered"
  }

  /// When it will be known what was right.
  private var rest: String {
    "the answer comes with step \(Figures.grouped(max(question.due, question.step)))"
  }

  private var status: String {
    if isTeacher, question.isOpen { return "\(count); going on closes the question" }
    guard !question.isOpen else {
      return own == nil ? "press the number of your answer" : "wait until your teacher goes on"
    }
    guard let truth = question.truth else { return "\(count); \(rest)" }
    if isTeacher { return count }
    guard let own else { return "\(count); you gave no answer" }
    return "\(count); your answer was \(own == truth ? "right" : "wrong")"
  }
}
