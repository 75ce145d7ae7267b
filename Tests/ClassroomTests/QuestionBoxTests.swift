import Canvas
import Foundation
import Moves
import Testing

@testable internal import Classroom
@testable internal import Visualizer

/// What the box of a question tells, and what it leaves to be seen.
@Suite struct QuestionBoxTests {
  private static let space = Key.character(" ")

  private func rows(_ app: App, _ width: Int, _ height: Int) -> [String] {
    app.frame(width: width, height: height).text.split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
  }

  /// All words in one line.
  private func words(_ app: App, _ width: Int, _ height: Int) -> String {
    rows(app, width, height).joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  private func pair(_ lesson: String, _ size: (Int, Int), in folder: Folder) throws
    -> (Teacher, Student)
  {
    let teacher = try Teacher(lesson, in: folder, size: size)
    return (teacher, try Student(in: folder, size: size))
  }

  private func answer(_ key: Character, _ student: Student, _ teacher: Teacher) throws {
    let sees = student.sees(teacher.tandem.app.present)
    try #require(sees)
    student.press(.character(key.unicodeScalars.first ?? "1"))
    let end = Date(timeIntervalSinceNow: 5)
    while teacher.tandem.app.question?.tally.answered == 0, Date() < end {
      teacher.tandem.glance()
      usleep(2000)
    }
    #expect(teacher.tandem.app.question?.tally.answered == 1)
  }

  @Test(arguments: [(80, 24), (40, 20), (100, 30)])
  func `the first visit's questions can be answered from their box alone`(size: (Int, Int)) throws {
    let folder = try Folder()
    let (teacher, student) = try pair("line", size, in: folder)
    defer { teacher.server.close() }
    for key: Key in [.character("?"), .character("v"), .right, .right, .right] {
      teacher.press([key])
    }
    #expect(student.sees(teacher.tandem.app.present))
    guard case .backward(let report) = teacher.tandem.app.run.stage.latest[.backward]?.outcome
    else {
      Issue.record("no backward was made")
      return
    }
    let ceiling = Figures.plain(teacher.tandem.app.run.facts.settings.maxNorm)
    for app in [teacher.tandem.app, student.tandem.app] {
      let text = words(app, size.0, size.1)
      #expect(
        text.contains(
          "Will step 1 be clipped? The norm of its gradients is \(Figures.plain(report.norm)), the "
            + "ceiling \(ceiling). 1 yes"), "\(text)")
    }
    #expect(
      words(teacher.tandem.app, size.0, size.1).contains("y or n (your own guess) or → closes"))
    teacher.press([.character("y")])
    #expect(student.wait { $0.followed?.question?.kind == .grows })
    #expect(student.sees(teacher.tandem.app.present))
    let figures = VisitText(app: teacher.tandem.app, page: .clip)
    #expect(figures.verdict?.hasPrefix("The teacher guessed yes") == true)
    #expect(VisitText(app: student.tandem.app, page: .clip).verdict == figures.verdict)
    for app in [teacher.tandem.app, student.tandem.app] {
      let text = words(app, size.0, size.1)
      #expect(
        text.contains(
          "Will step 1 make \(figures.name) larger? Its gradient is \(figures.gradient). 1 yes"),
        "\(text)")
    }
  }

  @Test
  func `it is told when answers close and when what was right comes, and then it covers nothing`()
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair("spiral", (80, 24), in: folder)
    defer { teacher.server.close() }
    for _ in 0..<4 { teacher.press([Self.space]) }
    teacher.press([.character("a"), .character("2")])
    try answer("1", student, teacher)
    let open = words(teacher.tandem.app, 80, 24)
    #expect(
      open.contains(
        "1 of 1 answered; space or → closes the question; the answer comes with step 24"),
      "\(open)")
    #expect(
      words(student.tandem.app, 80, 24).contains(
        "wait for your teacher; the answer comes with step 24"))
    teacher.press([Self.space])
    #expect(student.sees(teacher.tandem.app.present))
    for app in [teacher.tandem.app, student.tandem.app] {
      let rows = rows(app, 80, 24)
      #expect(rows[22].contains("the answer comes with step 24"), "\(rows)")
      // Above it stands what stands without it, on a screen that is a row less high.
      var bare = app
      bare.question = nil
      bare.following?.present?.question = nil
      #expect(Array(rows[1..<22]) == Array(self.rows(bare, 80, 23)[1..<22]))
      #expect(rows.contains { $0.contains("norm") && $0.contains("lr") }, "\(rows)")
    }
    #expect(rows(student.tandem.app, 80, 24)[22].contains("you said yes"))
    teacher.press(Array(repeating: Self.space, count: 19))
    #expect(student.sees(teacher.tandem.app.present))
    #expect(words(student.tandem.app, 80, 24).contains("your answer was"))
  }

  @Test(arguments: [(80, 24), (40, 20), (100, 30)])
  func `beside a verdict the tally hides none of its words, and goes with it`(size: (Int, Int))
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair("spiral", size, in: folder)
    defer { teacher.server.close() }
    teacher.press([.character("b")])
    teacher.press([.enter])
    try answer("2", student, teacher)
    let page = words(student.tandem.app, size.0, size.1)
    #expect(page.contains("2 its twin's curve (your answer)"), "\(page)")
    #expect(page.contains("3 neither: they end less than 10 % apart"), "\(page)")
    teacher.press([.character("1")], bursts: 0)
    for _ in 0..<200 where teacher.tandem.app.breakPage == nil { teacher.press([], bursts: 3) }
    try #require(teacher.tandem.app.breakPage?.isVerdict == true)
    let broken = try #require(teacher.tandem.app.run.broken)
    let lines = VerdictView(
      app: teacher.tandem.app, broken: broken,
      place: teacher.tandem.app.wordsOnPlace(of: broken.breakage)
    ).lines(columns: size.0 - 2).map(\.text)
    var seen: Set<String> = []
    for _ in 0...teacher.tandem.app.lastScroll {
      seen.formUnion(
        rows(teacher.tandem.app, size.0, size.1).map { String($0.dropFirst()).trimmingEnd })
      teacher.press([.down])
    }
    for line in lines { #expect(seen.contains(line.trimmingEnd), "\(line)") }
    #expect(student.sees(teacher.tandem.app.present))
    let text = words(student.tandem.app, size.0, size.1)
    #expect(text.contains("1 of 1 answered; your answer was"), "\(text)")
    teacher.press([.enter])
    #expect(student.sees(teacher.tandem.app.present))
    for app in [teacher.tandem.app, student.tandem.app] {
      #expect(!words(app, size.0, size.1).contains("your answer"))
    }
  }

  @Test func `where columns are few a question is wrapped and not cut`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair("spiral", (40, 20), in: folder)
    defer { teacher.server.close() }
    for _ in 0..<4 { teacher.press([Self.space]) }
    teacher.press([.character("a"), .character("2")])
    try answer("2", student, teacher)
    for app in [teacher.tandem.app, student.tandem.app] {
      let text = words(app, 40, 20)
      #expect(
        text.contains("Will the loss of step 24 be lower than that of step 4? 1 yes"), "\(text)")
    }
    #expect(words(student.tandem.app, 40, 20).contains("2 no (your answer)"))
  }

  @Test func `a question to ask keeps its number, and one that cannot be asked says why`() throws {
    let folder = try Folder()
    let teacher = try Teacher("spiral", in: folder, size: (80, 24))
    defer { teacher.server.close() }
    teacher.press([.character("a")])
    let text = rows(teacher.tandem.app, 80, 24).joined(separator: "\n")
    #expect(text.contains("1  will the next step be clipped?"), "\(text)")
    #expect(
      text.contains("2  will the loss be lower after 20 steps? (no loss yet: make a step first)"),
      "\(text)")
    #expect(
      text.contains("3  which curve belongs to the broken run? (no broken run to compare)"),
      "\(text)")
    teacher.press([.character("2")])
    #expect(teacher.tandem.app.question == nil && teacher.tandem.app.isAsking)
    #expect(rows(teacher.tandem.app, 80, 24)[23].contains("No loss yet: make a step first."))
    teacher.press([.character("1")])
    #expect(teacher.tandem.app.question?.kind == .clipped)
    teacher.press([Self.space])
    teacher.press([.character("a"), .character("2")])
    #expect(teacher.tandem.app.question?.kind == .lower)
  }

  @Test func `one that was taken back is told in whole sentences, also at 80 columns`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair("spiral", (80, 24), in: folder)
    defer { teacher.server.close() }
    teacher.press([Self.space])
    teacher.press([.character("a"), .character("2")])
    try answer("1", student, teacher)
    teacher.press([.character("a"), .character("1")])
    #expect(student.sees(teacher.tandem.app.present))
    for app in [teacher.tandem.app, student.tandem.app] {
      let text = words(app, 80, 24)
      #expect(
        text.contains(
          "Taken back: Will the loss of step 21 be lower than that of step 1? (yes 1, no 0) Will step 2 "
            + "be clipped? The ceiling is"), "\(text)")
    }
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
