internal import Canvas
internal import Moves

/// A question to the class at the foot of the screen: its answers, and how many gave each.
struct QuestionView {
  var app: App
  var question: Question

  private init(_ app: App, _ question: Question) { (self.app, self.question) = (app, question) }

  /// The question, and above it what came of the one before; nil where there is neither, or no room.
  /// - Parameter height: the most rows that it may take.
  static func frame(_ app: App, width: Int, height: Int) -> Frame? {
    let (question, former) = app.shownQuestions
    if question == nil, former == nil { return nil }
    let room = width - 2
    let before = former.map { QuestionView(app, $0).past(room) } ?? []
    guard let question else { return framed(before, width, app) }
    let view = QuestionView(app, question)
    if before.isEmpty, question.isAwaited {
      var frame = Frame(width: width, height: 1)
      frame.write(view.awaited.fitting(room, app.glyphs), x: 1, y: 0)
      return frame
    }
    let lines = view.forms(room).lazy.flatMap { [before + $0, $0] }
    return lines.first { $0.count < height }.map { framed($0, width, app) }
  }

  static func offers(_ app: App, width: Int) -> Frame {
    let lines = App.offered.enumerated().map { place, kind in
      let words = QuestionWords.offer(kind)
      guard let why = app.objection(toAsking: kind) else {
        return Line("  \(place + 1)  ", .key) + Line(words)
      }
      let forms = ["\(words) (\(why))", words, why].map { Line("  \(place + 1)  \($0)", .dim) }
      return forms.fitting(width - 2, app.glyphs)
    }
    return framed(
      [Line("Ask the class", .strong)] + lines + [Line("  esc  ask nothing", .dim)], width, app)
  }

  private var words: QuestionWords { QuestionWords(question, app) }

  /// From the fullest to the shortest: where rows are few, first how it stands gives way, then words.
  private func forms(_ room: Int) -> [[Line]] {
    let words = words
    let asked = question.isOpen ? words.titleWithFigures : words.title
    let title = Paragraph(asked, .strong).lines(columns: room)
    let choices = choices(room)
    let status = Paragraph(status, .dim).lines(columns: room)
    return [
      title + choices + status, title + choices,
      ([Line(words.brief, .strong)]
        + words.briefChoices.indices.map { number($0, words.briefChoices[$0]) })
        .map { $0.cut(to: room, app.glyphs) },
    ]
  }

  /// One that nobody answers any more, before its answer is known: a line that covers nothing.
  private var awaited: [Line] {
    let words = words
    let said = own.map { "you said \(words.briefChoices[$0])" }
    let tails = [
      [said, count, words.rest], [said, words.rest],
    ].map { $0.compactMap(\.self).joined(separator: "; ") }
    let forms = tails.map { (words.title, $0) } + tails.map { (words.brief, $0) }
    return forms.map { Line($0, .strong) + Line("  \($1)", .dim) } + [Line(words.rest, .dim)]
  }

  /// One that is over: what came of it.
  private func past(_ room: Int) -> [Line] {
    let words = words
    let counts = zip(words.briefChoices, question.tally.counts).map { "\($0) \($1)" }
    let said = question.tally.answered == 0 ? "nobody answered" : counts.joined(separator: ", ")
    guard let truth = question.truth else {
      return Paragraph(
        Line("Taken back: ", .dim) + Line(words.title, .strong) + Line(" (\(said))")
      ).lines(columns: room, atMost: 2, app.glyphs)
    }
    let held = own.map { $0 == truth ? "; you were right" : "; you were wrong" } ?? ""
    return Paragraph(
      Line("Last question: ", .dim) + Line("\(words.title) ")
        + Line("The answer is \(words.briefChoices[truth])\(held)", .strong) + Line(" (\(said))")
    ).lines(columns: room, atMost: 2, app.glyphs)
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

  /// Each in a line; where one of them has no room so, what is told of it stands below.
  private func choices(_ room: Int) -> [Line] {
    let all = words.choices
    let longest = all.map(\.count).max() ?? 0
    let beside = all.indices.map { choice in
      let told = told(of: choice, room - 5 - longest)
      let gap = told.width == 0 ? 0 : longest - all[choice].count
      return number(choice, all[choice] + String(repeating: " ", count: gap)) + told
    }
    if beside.allSatisfy({ $0.width <= room }) { return beside }
    return all.indices.flatMap { choice in
      let lines = Paragraph(all[choice]).lines(columns: room - 5)
      let told = told(of: choice, room - 5)
      return lines.enumerated().map { row, line in
        row == 0 ? number(choice, line.text) : Line("     ") + line
      } + (told.width == 0 ? [] : [Line("   ") + told])
    }
  }

  private func number(_ choice: Int, _ words: String) -> Line {
    Line("  \(choice + 1)  ", .key) + Line(words, choice == question.truth ? .strong : .text)
  }

  /// How many gave this answer, whether it is right, and whether it is the person's own.
  private func told(of choice: Int, _ room: Int) -> Line {
    var line = Line()
    if showsTally {
      let count = question.tally.counts.indices.contains(choice) ? question.tally.counts[choice] : 0
      // Beside it: the count, "right" and "your answer".
      let bar = min(max(room - 27, 4), 20)
      let share = Float(count) / Float(max(question.tally.answered, 1))
      line = Line("  \(app.glyphs.bar(share: share, width: bar))  \(count)")
    }
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

  private var status: String {
    let rest = words.rest
    if isTeacher, question.isOpen {
      return question.kind == .broken
        ? "\(count); \(closing) closes the question and shows the answer"
        : "\(count); \(closing) closes the question; \(rest)"
    }
    guard !question.isOpen else {
      let wait = question.kind == .broken ? "" : "; \(rest)"
      return own == nil ? "press the number of your answer" : "wait for your teacher\(wait)"
    }
    guard let truth = question.truth else { return "\(count); \(rest)" }
    if isTeacher { return count }
    guard let own else { return "\(count); you gave no answer" }
    return "\(count); your answer was \(own == truth ? "right" : "wrong")"
  }

  /// What takes the teacher on: where a page asks it, the keys of the own guess, which the box may
  /// hide.
  private var closing: String {
    let arrow = app.glyphs.isASCII ? "->" : "→"
    if app.visitAsks != nil { return "y or n (your own guess) or \(arrow)" }
    if case .guess = app.breakPage { return "1, 2, 3 (your own guess) or enter" }
    return "going on"
  }
}

extension App {
  /// What the class is asked, and what came of the question before, where the screen shows it.
  var shownQuestions: (now: Question?, former: Question?) {
    guard following != nil else { return (question, former) }
    return (followed?.question, followed?.former)
  }

  /// Rows that what shows above the footer keeps free for it.
  func rowsOfQuestion(width: Int, height: Int) -> Int {
    let (question, former) = shownQuestions
    guard !isAsking, !isHelpOpen else { return 0 }
    if breakPage?.isVerdict == true {
      return QuestionView.frame(self, width: width, height: height / 2)?.height ?? 0
    }
    return breakPage == nil && former == nil && question?.isAwaited == true ? 1 : 0
  }
}

extension Question {
  /// Whether answers are closed, and what is right is not known yet.
  var isAwaited: Bool { !isOpen && truth == nil }
}
