import Canvas
import Foundation
import Moves
import Testing

@testable internal import Classroom
@testable internal import Visualizer

/// Questions that meet: a visit's, the lab's, and those that the teacher chooses.
@Suite struct LabQuestionTests {
  private static let space = Key.character(" ")
  private static let visit: [Key] = [.character("?"), .character("v"), .right, .right, .right]

  private func rows(_ app: App, _ width: Int, _ height: Int) -> [String] {
    app.frame(width: width, height: height).text.split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
  }

  private func words(_ app: App, _ width: Int = 100, _ height: Int = 30) -> String {
    rows(app, width, height).joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  private func pair(_ lesson: String, _ size: (Int, Int) = (100, 30), in folder: Folder) throws
    -> (Teacher, Student)
  {
    let teacher = try Teacher(lesson, in: folder, size: size)
    return (teacher, try Student(in: folder, size: size))
  }

  private func press(_ keys: [Key], _ teacher: Teacher) {
    for key in keys { teacher.press([key]) }
  }

  /// The student's answer, once the teacher's screen has counted it.
  private func answer(_ key: Unicode.Scalar, _ student: Student, _ teacher: Teacher) throws {
    let sees = student.sees(teacher.tandem.app.present)
    try #require(sees)
    student.press(.character(key))
    let end = Date(timeIntervalSinceNow: 5)
    while teacher.tandem.app.question?.tally.answered == 0, Date() < end {
      teacher.tandem.glance()
      usleep(2000)
    }
    try #require(teacher.tandem.app.question?.tally.answered == 1)
  }

  /// Until the run has come to the lab's verdict, and no further.
  private func runToVerdict(_ teacher: Teacher) {
    for _ in 0..<2000 where teacher.tandem.app.breakPage == nil {
      teacher.tandem.settle(atMost: 1)
      teacher.tandem.pass(0.3)
    }
    teacher.server.show(teacher.tandem.app.present)
  }

  @Test func `a lab begun while a visit asks keeps the class's answers, and names the lab's keys`()
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair("line", in: folder)
    defer { teacher.server.close() }
    press(Self.visit + [.character("y"), .character("b")], teacher)
    press(Array(repeating: .down, count: 5) + [.enter], teacher)
    #expect(words(teacher.tandem.app).contains("1, 2, 3 (your own guess) or enter closes"))
    try answer("2", student, teacher)
    teacher.press([.character("1")], bursts: 0)
    #expect(teacher.tandem.app.question?.kind == .guess)
    #expect(teacher.tandem.app.former == nil)
    runToVerdict(teacher)
    #expect(teacher.tandem.app.breakPage?.isVerdict == true)
    #expect(student.sees(teacher.tandem.app.present))
    let text = words(student.tandem.app)
    #expect(text.contains("1 of 1 answered; your answer was"), "\(text)")
  }

  @Test func `what the teacher asks while a visit's page shows is not taken back by that page`()
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair("line", in: folder)
    defer { teacher.server.close() }
    press(Self.visit + [.character("y"), .character("a"), .character("1")], teacher)
    #expect(teacher.tandem.app.question?.kind == .clipped)
    #expect(words(teacher.tandem.app).contains("space or → closes the question"))
    try answer("1", student, teacher)
    teacher.press([])
    #expect(teacher.tandem.app.question?.isOpen == true)
    #expect(teacher.tandem.app.question?.tally.answered == 1)
  }

  /// Asked by the key again, and by a page that was left for a moment.
  @Test(arguments: [
    ([space, .character("a"), .character("2")], [Key.character("a"), .character("2")]),
    (visit, [.character("b"), .escape]), (visit, [.character("a"), .character("1")]),
    ([.character("b"), .enter], [.escape, .enter]),
  ])
  func `the same question asked again keeps the answers given so far`(asked: [Key], again: [Key])
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair("line", in: folder)
    defer { teacher.server.close() }
    press(asked, teacher)
    try answer("1", student, teacher)
    let number = teacher.tandem.app.question?.number
    press(again, teacher)
    #expect(teacher.tandem.app.question?.number == number)
    #expect(teacher.tandem.app.question?.isOpen == true)
    #expect(words(teacher.tandem.app).contains("1 of 1 answered"), "\(words(teacher.tandem.app))")
    #expect(student.sees(teacher.tandem.app.present))
    let text = words(student.tandem.app)
    #expect(text.contains("(your answer)") && !text.contains("Taken back"), "\(text)")
  }

  @Test func `a guess about another mistake is another question`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair("line", in: folder)
    defer { teacher.server.close() }
    press([.character("b"), .enter], teacher)
    try answer("1", student, teacher)
    press([.escape, .down, .enter], teacher)
    #expect(teacher.tandem.app.question?.number == 2)
    #expect(teacher.tandem.app.question?.tally.answered == 0)
    #expect(words(teacher.tandem.app).contains("Taken back: Which curve will be lower?"))
  }

  @Test func `a pause leaves what has just come of a question, and the next step puts it away`()
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair("spiral", in: folder)
    defer { teacher.server.close() }
    press([Self.space, .character("a"), .character("2")], teacher)
    try answer("1", student, teacher)
    teacher.tandem.tell(.keys([.enter]))
    for _ in 0..<500 where teacher.tandem.app.question?.truth == nil {
      teacher.tandem.settle(atMost: 1)
      teacher.tandem.pass(0.3)
    }
    try #require(teacher.tandem.app.drive.isRunning)
    teacher.press([.enter])
    #expect(!teacher.tandem.app.drive.isRunning)
    #expect(words(teacher.tandem.app).contains("1 of 1 answered; esc puts this away"))
    #expect(student.sees(teacher.tandem.app.present))
    #expect(words(student.tandem.app).contains("1 of 1 answered; your answer was"))
    teacher.press([Self.space])
    #expect(!words(teacher.tandem.app).contains("answered"))
  }

  @Test func `a pause that meets the lab's verdict leaves it open, and says so`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair("spiral", in: folder)
    defer { teacher.server.close() }
    press([.character("b"), .enter], teacher)
    try answer("1", student, teacher)
    teacher.press([.character("1")], bursts: 0)
    runToVerdict(teacher)
    teacher.tandem.tell(.keys([.enter]))
    #expect(teacher.tandem.app.breakPage?.isVerdict == true)
    #expect(words(teacher.tandem.app).contains("press enter again to go on"))
    teacher.press([.enter])
    #expect(teacher.tandem.app.breakPage == nil)
  }

  @Test func `once a question is over nothing is told of the one before it`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair("spiral", in: folder)
    defer { teacher.server.close() }
    press([Self.space, .character("a"), .character("2")], teacher)
    try answer("1", student, teacher)
    press([.character("b"), .enter], teacher)
    #expect(words(teacher.tandem.app).contains("Taken back: Will the loss of step 21"))
    teacher.press([.character("1")], bursts: 0)
    let strips = { words(teacher.tandem.app).contains("lr") }
    for _ in 0..<2000 where teacher.tandem.app.breakPage == nil {
      teacher.tandem.settle(atMost: 1)
      teacher.tandem.pass(0.3)
      guard teacher.tandem.app.breakPage == nil else { break }
      let text = words(teacher.tandem.app)
      #expect(!text.contains("Taken back") && strips(), "\(text)")
    }
    #expect(!words(teacher.tandem.app).contains("Taken back"))
    teacher.press([])
    teacher.press([.enter])
    #expect(teacher.tandem.app.breakPage == nil)
    let text = words(teacher.tandem.app)
    #expect(!text.contains("Taken back") && !text.contains("Last question"), "\(text)")
  }

  @Test(arguments: [(80, 24), (60, 20), (40, 20)])
  func `while the answer is awaited a student reads what was asked and what was answered`(
    size: (Int, Int)
  ) throws {
    let folder = try Folder()
    for (keys, title, said) in [
      ([Key.character("b"), .enter], "Which curve will be lower?", "you said the broken run's"),
      ([Self.space, .character("a"), .character("2")], "oss of step 21", "you said yes"),
    ] {
      let (teacher, student) = try pair("spiral", size, in: folder)
      press(keys, teacher)
      try answer("1", student, teacher)
      teacher.press([keys.count == 2 ? .character("1") : Self.space], bursts: 0)
      #expect(student.sees(teacher.tandem.app.present))
      let text = words(student.tandem.app, size.0, size.1)
      #expect(text.contains(title) && text.lowercased().contains(said), "\(text)")
      let whens = ["the answer comes with step", "known at step", "known by step"]
      #expect(whens.contains { text.lowercased().contains($0) }, "\(text)")
      teacher.server.close()
      #expect(student.wait { $0.following?.isOver == true })
    }
  }

  @Test(arguments: [(80, 24), (100, 30), (40, 20)])
  func `a question whose answers are closed covers nothing of the list of mistakes`(
    size: (Int, Int)
  ) throws {
    let folder = try Folder()
    let (teacher, student) = try pair("spiral", size, in: folder)
    defer { teacher.server.close() }
    press([Self.space, .character("a"), .character("2"), Self.space], teacher)
    press([.character("b")], teacher)
    #expect(student.sees(teacher.tandem.app.present))
    var bare = teacher.tandem.app
    bare.question = nil
    #expect(
      rows(teacher.tandem.app, size.0, size.1) == rows(bare, size.0, size.1))
    #expect(!words(student.tandem.app, size.0, size.1).contains("known at"))
    teacher.press([.escape])
    #expect(words(teacher.tandem.app, size.0, size.1).lowercased().contains("answer"))
  }

  @Test func `on a large screen too what was asked covers nothing while its answer is awaited`()
    throws
  {
    let folder = try Folder()
    let (teacher, _) = try pair("spiral", in: folder)
    defer { teacher.server.close() }
    teacher.tandem.app.options.isBig = true
    press([Self.space, .character("a"), .character("2"), Self.space], teacher)
    var bare = teacher.tandem.app
    bare.question = nil
    let (shown, alone) = (rows(teacher.tandem.app, 100, 30), rows(bare, 100, 29))
    #expect(shown[28].contains("Will the loss of step 21 be lower") && shown[29] == alone[28])
    #expect(shown[1..<28] == alone[1..<28])
  }

  @Test func `an open question is closed where the teacher opens the list of mistakes`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair("spiral", (80, 24), in: folder)
    defer { teacher.server.close() }
    press([Self.space, .character("a"), .character("1")], teacher)
    try answer("1", student, teacher)
    press([.character("b")], teacher)
    #expect(teacher.tandem.app.question?.isOpen == false)
    press([.escape, Self.space], teacher)
    #expect(student.sees(teacher.tandem.app.present))
    #expect(words(student.tandem.app, 80, 24).contains("1 of 1 answered; your answer was"))
  }

  @Test
  func `a verdict calls the parameter by its name, counts answers in words, and says how it goes`()
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair("line", in: folder)
    defer { teacher.server.close() }
    press(Self.visit + [.character("y")], teacher)
    let name = VisitText(app: teacher.tandem.app, page: .clip).name
    try answer("1", student, teacher)
    press([.right], teacher)
    #expect(teacher.tandem.app.question?.truth != nil)
    #expect(student.sees(teacher.tandem.app.present))
    for app in [teacher.tandem.app, student.tandem.app] {
      let text = words(app)
      #expect(text.contains("Will \(name) become larger?"), "\(text)")
      #expect(text.contains("1 answer ") && text.contains("0 answers "), "\(text)")
      #expect(!text.contains("this parameter"), "\(text)")
    }
    #expect(words(teacher.tandem.app).contains("→ puts this away"))
    let truth = teacher.tandem.app.question?.truth
    #expect(
      words(student.tandem.app).contains(
        truth == 0 ? "1 yes (right, your answer)" : "2 no (right)"))
  }

  @Test func `whether a parameter grew is judged of the one that was asked about`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair("line", in: folder)
    defer { teacher.server.close() }
    press(Self.visit + [.character("y")], teacher)
    try answer("1", student, teacher)
    teacher.tandem.app.watch.choose(ParameterPlace(tensor: 1, element: 0), [])
    press([.right], teacher)
    #expect(teacher.tandem.app.question?.truth == nil)
  }

  @Test func `at forty columns the tally of a past question is told to its end`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair("spiral", (40, 20), in: folder)
    defer { teacher.server.close() }
    press([.character("b"), .enter], teacher)
    try answer("1", student, teacher)
    press([.escape], teacher)
    #expect(student.sees(teacher.tandem.app.present))
    for app in [teacher.tandem.app, student.tandem.app] {
      let text = words(app, 40, 20)
      #expect(text.contains("(the broken run's 1, its twin's 0, neither 0)"), "\(text)")
    }
  }

  @Test func `at forty columns the menu names each question and why it cannot be asked`() throws {
    let folder = try Folder()
    let teacher = try Teacher("spiral", in: folder, size: (40, 20))
    defer { teacher.server.close() }
    teacher.press([.character("a")])
    let text = words(teacher.tandem.app, 40, 20)
    #expect(text.contains("1 will the next step be clipped?"), "\(text)")
    #expect(
      text.contains("2 will the loss be lower after 20 steps? (no loss yet: make a step first)"),
      "\(text)")
    #expect(
      text.contains("3 which curve belongs to the broken run? (no broken run to compare)"),
      "\(text)")
  }

  @Test func `no student reads a key that only the teacher has`() throws {
    let folder = try Folder()
    let teacher = try Teacher("spiral", in: folder, steps: 4)
    defer { teacher.server.close() }
    let student = try Student(in: folder)
    press([.character("/")], teacher)
    #expect(student.sees(teacher.tandem.app.present))
    #expect(words(student.tandem.app).contains("A name and an index"))
    #expect(!words(student.tandem.app).contains("enter chooses"))
    press([.escape, .character("b"), .enter, .enter], teacher)
    runToVerdict(teacher)
    #expect(student.sees(teacher.tandem.app.present))
    #expect(!words(student.tandem.app).contains("g goes there"))
    teacher.press([.enter])
    #expect(student.sees(teacher.tandem.app.present))
    #expect(words(student.tandem.app).contains("the last"))
    #expect(!words(student.tandem.app).contains("with b"))
    #expect(student.misses(teacher).isEmpty)
  }

  @Test func `what a key was answered goes by itself while the class stands still`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair("line", in: folder)
    defer { teacher.server.close() }
    #expect(student.sees(teacher.tandem.app.present))
    student.press(.character("7"))
    #expect(rows(student.tandem.app, 100, 30)[29].contains("7 changes nothing here"))
    student.tandem.pass(15)
    #expect(!rows(student.tandem.app, 100, 30)[29].contains("7 changes nothing here"))
    #expect(rows(student.tandem.app, 100, 30)[29].contains("? help"))
  }

  /// The first forgets something that no training loss shows; the other does.
  @Test(arguments: [("no-no-grad", true), ("no-step", false)])
  func `who is asked about two curves that lie on each other reads that it is a guess`(
    name: String, isGuess: Bool
  ) throws {
    let folder = try Folder()
    let (teacher, student) = try pair("spiral", in: folder)
    defer { teacher.server.close() }
    let row = try #require(Breakage.all.firstIndex { $0.name == name })
    press([.character("b")] + Array(repeating: .down, count: row) + [.enter, .enter], teacher)
    for _ in 0..<12 where teacher.tandem.app.completedSteps < 8 { press([Self.space], teacher) }
    press([.character("a")], teacher)
    let offers = words(teacher.tandem.app)
    #expect(offers.contains("so far the lines lie on each other") == isGuess, "\(offers)")
    press([.character("3")], teacher)
    #expect(student.sees(teacher.tandem.app.present))
    for app in [teacher.tandem.app, student.tandem.app] {
      #expect(words(app).contains("A is the solid line, B the dashed one"))
      #expect(
        words(app).contains("So far the lines lie on each other, so you can only guess.")
          == isGuess,
        "\(words(app))")
    }
  }
}
