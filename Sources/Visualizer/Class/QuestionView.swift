internal import Canvas
internal import Moves

/// A question to the class at the foot of the screen: its answers, and how many gave each.
struct QuestionView {
  var app: App
  var question: Question

  private init(_ app: App, _ question: Question) { (self.app, self.question) = (app, question) }

  /// The question, and above it what came of the one before; nil where there is neither, or no room.
  /// - Parameter height: the most rows that it may take.
  /// - Parameter toldHeight: how many of them what came of it may take, in few words at least.
  static func frame(_ app: App, width: Int, height: Int, toldHeight: Int? = nil) -> Frame? {
    let (question, former) = app.shownQuestions
    if question == nil, former == nil { return nil }
    let room = width - 2
    let before = former.map { QuestionView(app, $0).past(room) } ?? []
    guard let question else { return framed(before, width, app) }
    let view = QuestionView(app, question)
    if question.isAwaited { return view.awaited(width, rows: height < 12 ? 1 : 2) }
    let forms = view.forms(room).lazy.flatMap { [before + $0, $0] }
    guard let toldHeight, !question.isOpen else {
      return forms.first { $0.count < height }.map { framed($0, width, app) }
    }
    return framed(forms.first { $0.count < toldHeight } ?? view.past(room), width, app)
  }

  /// What can be asked, and why the rest cannot; where there are few rows, a line each.
  static func offers(_ app: App, width: Int, height: Int) -> Frame {
    let ended = app.question?.isAwaited == true ? " (ends the one that waits)" : ""
    let forms = [nil, 1].map { most in
      [Line("Ask the class", .strong) + Line(ended, .dim)]
        + App.offered.enumerated().flatMap { offer($0 + 1, $1, app, width - 2, atMost: most) }
        + [Line("  esc  ask nothing", .dim)]
    }
    return framed(forms.first { $0.count < height } ?? forms[1], width, app)
  }

  private static func offer(
    _ number: Int, _ kind: Question.Kind, _ app: App, _ room: Int, atMost most: Int?
  ) -> [Line] {
    let why = app.objection(toAsking: kind)
    let words = Line(
      QuestionWords.offer(kind) + ((why ?? app.doubt(aboutAsking: kind)).map { " (\($0))" } ?? ""),
      why == nil ? .text : .dim)
    let lines =
      most == nil
      ? Paragraph(words).lines(columns: room - 5) : [words.cut(to: room - 5, app.glyphs)]
    return lines.enumerated().map { row, line in
      Line(row == 0 ? "  \(number)  " : "     ", why == nil ? .key : .dim) + line
    }
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

  /// One that nobody answers any more, before its answer is known: what was asked and answered, in a
  /// line that covers nothing, or where columns are few in two.
  private func awaited(_ width: Int, rows most: Int) -> Frame {
    let words = words
    let said = own.map { "you said \(words.briefChoices[$0])" }
    let titles = [words.title, words.brief]
    let tails = [[said, count, words.rest], [said, words.rest]].map {
      $0.compactMap(\.self).joined(separator: "; ")
    }
    let shortest = [said, words.briefRest].compactMap(\.self).joined(separator: "; ")
    let forms =
      titles.flatMap { title in tails.map { (title, $0) } } + titles.map { ($0, shortest) }
    let room = width - 2
    let line = forms.map { Line($0, .strong) + Line("  \($1)", .dim) }.first { $0.width <= room }
    let shown = line.map { [$0] } ?? wrapped(forms, room, rows: most)
    var frame = Frame(width: width, height: shown.count)
    frame.write(rows: shown, x: 1, y: 0)
    return frame
  }

  private func wrapped(_ forms: [(String, String)], _ room: Int, rows: Int) -> [Line] {
    let paragraphs = forms.map {
      Paragraph(Line($0, .strong) + Line(" \($1.capitalizedFirst).", .dim))
    }
    return paragraphs.map { $0.lines(columns: room) }.first { $0.count <= rows }
      ?? paragraphs[paragraphs.count - 1].lines(columns: room, atMost: rows, app.glyphs)
  }

  /// One that is over: what came of it.
  private func past(_ room: Int) -> [Line] {
    let words = words
    let counts = zip(words.briefChoices, question.tally.counts).map { "\($0) \($1)" }
    let said = question.tally.answered == 0 ? "nobody answered" : counts.joined(separator: ", ")
    let forms = [words.title, words.brief].map { title in
      guard let truth = question.truth else {
        return Line("Taken back: ", .dim) + Line(title, .strong) + Line(" (\(said))")
      }
      let held = own.map { $0 == truth ? "; you were right" : "; you were wrong" } ?? ""
      return Line("Last question: ", .dim) + Line("\(title) ")
        + Line("The answer is \(words.briefChoices[truth])\(held)", .strong) + Line(" (\(said))")
    }.map { Paragraph($0).lines(columns: room) }
    return forms.first { $0.count <= 2 } ?? forms[1]
  }

  private static func framed(_ lines: [Line], _ width: Int, _ app: App) -> Frame {
    var frame = Frame(width: width, height: lines.count + 1)
    frame.horizontalRule(x: 0, y: 0, width: width, glyphs: app.glyphs)
    frame.write(rows: lines.map { $0.cut(to: width - 1, app.glyphs) }, x: 1, y: 1)
    return frame
  }

  private var isTeacher: Bool { app.abilities.contains(.asking) }
  /// Whether a recording tells of it.
  private var isOfRecording: Bool { app.following == nil && !isTeacher }
  private var own: Int? { app.following?.answers[question.number] }
  /// A student does not see what others answer while they can.
  private var showsTally: Bool { isTeacher || !question.isOpen }

  /// Each in a line, once answers are closed in short where that must be; where one of them has no
  /// room so, its bar stands below.
  private func choices(_ room: Int) -> [Line] {
    let all = labels(words.choices)
    for labels in question.isOpen ? [all] : [all, labels(words.briefChoices)] {
      let longest = labels.map(\.count).max() ?? 0
      let beside = labels.indices.map { choice in
        let told = told(of: choice, room - 5 - longest)
        let gap = told.width == 0 ? 0 : longest - labels[choice].count
        return number(choice, labels[choice] + String(repeating: " ", count: gap)) + told
      }
      if beside.allSatisfy({ $0.width <= room }) { return beside }
    }
    let short = question.isOpen ? all : labels(words.briefChoices)
    return short.indices.flatMap { choice in
      let lines = Paragraph(short[choice]).lines(columns: room - 5)
      let told = told(of: choice, room - 5)
      return lines.enumerated().map { row, line in
        row == 0 ? number(choice, line.text) : Line("     ") + line
      } + (told.width == 0 ? [] : [Line("   ") + told])
    }
  }

  /// With each whether it is right, and whether it is the person's own.
  private func labels(_ choices: [String]) -> [String] {
    choices.enumerated().map { choice, words in
      let marks = [
        choice == question.truth ? "right" : nil, choice == own ? "your answer" : nil,
      ].compactMap(\.self)
      return marks.isEmpty ? words : "\(words) (\(marks.joined(separator: ", ")))"
    }
  }

  private func number(_ choice: Int, _ words: String) -> Line {
    let isMarked = choice == question.truth || choice == own
    return Line("  \(choice + 1)  ", .key) + Line(words, isMarked ? .strong : .text)
  }

  /// How many gave this answer.
  private func told(of choice: Int, _ room: Int) -> Line {
    guard showsTally else { return Line() }
    let count = question.tally.counts.indices.contains(choice) ? question.tally.counts[choice] : 0
    let words = count.counted("answer")
    let bar = min(max(room - 4 - words.count, 4), 20)
    let share = Float(count) / Float(max(question.tally.answered, 1))
    return Line("  \(app.glyphs.bar(share: share, width: bar))  \(words)")
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
    if isOfRecording {
      return question.isOpen ? "the class was asked this: go on, and see what it answered" : count
    }
    guard !question.isOpen else {
      let wait = question.kind == .broken ? "" : "; \(rest)"
      return own == nil ? "press the number of your answer" : "wait for your teacher\(wait)"
    }
    guard let truth = question.truth else { return "\(count); \(rest)" }
    if isTeacher { return putAway.map { "\(count); \($0)" } ?? count }
    guard let own else { return "\(count); you gave no answer" }
    return "\(count); your answer was \(own == truth ? "right" : "wrong")"
  }

  /// What takes the teacher on: where a page asks it, the keys of the own guess, which the box may
  /// hide.
  private var closing: String {
    guard app.isOfPage(question) else { return "space or \(arrow)" }
    return question.kind == .guess
      ? "1, 2, 3 (your own guess) or enter" : "y or n (your own guess) or \(arrow)"
  }

  private var arrow: String { app.glyphs.isASCII ? "->" : "→" }

  /// What the teacher presses once all have read it; a page's own keys stand below it.
  private var putAway: String? {
    if app.breakPage != nil { return nil }
    return app.visit == nil ? "esc puts this away" : "\(arrow) puts this away"
  }
}

extension App {
  /// What the class is asked, and what came of the question before, where the screen shows it.
  var shownQuestions: (now: Question?, former: Question?) {
    let (question, former) =
      following == nil ? (question, former) : (followed?.question, followed?.former)
    return (question.flatMap { hides($0) ? nil : $0 }, former)
  }

  /// What is not asked any more has no room on a page about something else.
  private func hides(_ question: Question) -> Bool {
    guard let breakPage, !question.isOpen else { return false }
    return !breakPage.isVerdict
  }

  /// Rows that what shows above the footer keeps free for it.
  func rowsOfQuestion(width: Int, height: Int) -> Int {
    guard !isAsking, !isHelpOpen else { return 0 }
    let question = shownQuestions.now
    guard breakPage != nil || question?.isAwaited == true else { return 0 }
    let rows = questionFrame(width: width, height: height)?.height ?? 0
    // A page of which nothing would be left lies under it.
    return breakPage != nil && height - rows < Self.leastPage ? 0 : rows
  }

  /// Heading, three lines and keys.
  private static var leastPage: Int { 5 }

  func questionFrame(width: Int, height: Int) -> Frame? {
    QuestionView.frame(
      self, width: width, height: breakPage?.isVerdict == true ? height / 2 : height - 2,
      toldHeight: rowsBelowVisit(width: width, height: height))
  }
}
