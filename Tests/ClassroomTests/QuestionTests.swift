import Canvas
import Foundation
import Moves
import Testing
internal import Watching

@testable internal import Classroom
@testable internal import Visualizer

@Suite struct QuestionTests {
  private static let space = Key.character(" ")

  private func counts(_ teacher: Teacher, _ number: Int) -> Bool {
    let end = Date(timeIntervalSinceNow: 5)
    while Date() < end {
      teacher.tandem.glance()
      if teacher.tandem.app.question?.tally.answered == number { return true }
      usleep(2000)
    }
    return false
  }

  @Test func `forty answers are tallied right, each once`() throws {
    let folder = try Folder()
    let teacher = try Teacher("spiral", in: folder)
    defer { teacher.server.close() }
    teacher.press([Self.space])
    let students = try (0..<40).map { _ in try Student(in: folder) }
    teacher.press([.character("a")])
    teacher.press([.character("1")])
    let asked = try #require(teacher.tandem.app.question)
    #expect(asked.kind == .clipped && asked.isOpen && asked.step == 1)
    for place in students.indices {
      #expect(students[place].sees(teacher.tandem.app.present))
      students[place].press(.character(place % 4 == 0 ? "2" : "1"))
      students[place].press(.character("2"))
    }
    #expect(counts(teacher, 40))
    #expect(teacher.tandem.app.question?.tally.counts == [30, 10])
    let screen = teacher.tandem.app.frame(width: 100, height: 30).text
    #expect(screen.contains("40 of 40 answered"))
    teacher.press([Self.space])
    let question = try #require(teacher.tandem.app.question)
    let isClipped = teacher.tandem.app.run.history.clipRange?.contains(2) ?? false
    #expect(question.truth == (isClipped ? 0 : 1) && !question.isOpen)
    let right = question.truth == 0 ? [false, true] : [true, false]
    for (place, isRight) in right.enumerated() {
      #expect(students[place].sees(teacher.tandem.app.present))
      let text = students[place].tandem.app.frame(width: 100, height: 30).text
      #expect(text.contains("your answer was \(isRight ? "right" : "wrong")"), "\(text)")
      #expect(text.contains("40 of 40 answered"))
    }
  }

  @Test func `no answer counts that is late, junk, to another question or a second one`() throws {
    let folder = try Folder()
    let teacher = try Teacher("line", in: folder)
    defer { teacher.server.close() }
    let path = "\(folder.sockets.path)/\(ClassCode.socket(of: teacher.server.code))"
    let follower = try #require(RawFollower(at: path))
    let answer = { (question: String, choice: String) in
      #"{"type":"answer","question":\#(question),"choice":\#(choice)}"# + "\n"
    }
    teacher.press([Self.space])
    teacher.press([.character("a")])
    teacher.press([.character("2")])
    for line in [
      answer("2", "0"), answer("0", "0"), answer("1", "2"), answer("1", "-1"), answer("1", "\"0\""),
      answer("1e9", "0"), "{}\n", "junk\n",
    ] { follower.send(line) }
    follower.send(answer("1", "1"))
    #expect(counts(teacher, 1))
    follower.send(answer("1", "0"))
    teacher.press([Self.space])
    let late = try #require(RawFollower(at: path))
    late.send(answer("1", "0"))
    usleep(200_000)
    teacher.tandem.glance()
    #expect(teacher.tandem.app.question?.tally.counts == [0, 1])
  }

  @Test func `nobody sees what others answer before the question is closed`() throws {
    let folder = try Folder()
    let teacher = try Teacher("line", in: folder)
    defer { teacher.server.close() }
    let first = try Student(in: folder)
    let second = try Student(in: folder)
    teacher.press([.character("a")])
    teacher.press([.character("1")])
    #expect(first.sees(teacher.tandem.app.present))
    first.press(.character("1"))
    #expect(counts(teacher, 1))
    teacher.server.show(teacher.tandem.app.present)
    #expect(second.sees(teacher.tandem.app.present))
    #expect(second.tandem.app.followed?.question?.tally.answered == 0)
    let text = second.tandem.app.frame(width: 80, height: 24).text
    #expect(text.contains("press the number of your answer") && !text.contains("answered"))
  }

  @Test(arguments: [(100, 30), (40, 20)])
  func `a teacher who asks while an answer is awaited is told that this ends it`(size: (Int, Int))
    throws
  {
    let folder = try Folder()
    let teacher = try Teacher("spiral", in: folder)
    defer { teacher.server.close() }
    let text = { teacher.tandem.app.frame(width: size.0, height: size.1).text }
    teacher.press([Self.space])
    teacher.press([.character("a")])
    #expect(text().contains("Ask the class") && !text().contains("ends the one that waits"))
    teacher.press([.character("2")])
    teacher.press([Self.space])
    teacher.press([.character("a")])
    #expect(text().contains("Ask the class (ends the one that waits)"))
  }

  @Test func `esc takes a question back, and no other is offered than the run will answer`() throws
  {
    let folder = try Folder()
    let teacher = try Teacher("spiral", in: folder, steps: 2)
    defer { teacher.server.close() }
    #expect(!teacher.tandem.app.askable.contains(.lower))
    teacher.press([.character("a")])
    teacher.press([.character("1")])
    #expect(teacher.tandem.app.question?.isOpen == true)
    teacher.press([.escape])
    #expect(teacher.tandem.app.question == nil)
    teacher.press([Self.space])
    #expect(!teacher.tandem.app.askable.isEmpty)
    teacher.press([.character(",")])
    teacher.press([.character("a")])
    #expect(!teacher.tandem.app.isAsking)
    #expect(teacher.tandem.app.options.remark?.contains("has already seen the next step") == true)
    teacher.press([.end])
    teacher.press([Self.space])
    teacher.press([.character("a")])
    #expect(!teacher.tandem.app.isAsking)
  }

  @Test func `a digit that answers nothing says so, and leaves the student in the class`() throws {
    let folder = try Folder()
    let teacher = try Teacher("spiral", in: folder)
    defer { teacher.server.close() }
    let student = try Student(in: folder)
    teacher.press([.character("a")])
    teacher.press([.character("1")])
    #expect(student.sees(teacher.tandem.app.present))
    student.press(.character("3"))
    #expect(student.tandem.app.answer == "Choose 1 or 2.")
    student.press(.tab)
    let header = student.tandem.app.frame(width: 80, height: 24).text.prefix { $0 != "\n" }
    #expect(header.contains("a question: esc"))
    student.press(.character("1"))
    #expect(student.tandem.app.explained == nil)
    student.press(.escape)
    teacher.press([Self.space])
    #expect(student.sees(teacher.tandem.app.present))
    student.press(.character("1"))
    #expect(student.tandem.app.answer == "The question is closed: it takes no more answers.")
    #expect(student.tandem.app.following?.isAlone == false)
  }

  @Test func `the guess about a broken loop is asked of the class, and the verdict answers it`()
    throws
  {
    let folder = try Folder()
    let teacher = try Teacher("spiral", in: folder)
    defer { teacher.server.close() }
    let student = try Student(in: folder)
    teacher.press([.character("b")])
    teacher.press([.enter])
    #expect(student.sees(teacher.tandem.app.present))
    #expect(student.tandem.app.followed?.question?.kind == .guess)
    student.press(.character("2"))
    #expect(counts(teacher, 1))
    #expect(teacher.tandem.app.question?.tally.counts == [0, 1, 0])
    teacher.press([.character("1")])
    for _ in 0..<200 where teacher.tandem.app.breakPage == nil { teacher.press([], bursts: 3) }
    #expect(teacher.tandem.app.breakPage?.isVerdict == true)
    let answer = teacher.tandem.app.run.broken?.findings?.comparison.answer
    #expect(teacher.tandem.app.question?.truth == answer.map { $0.rawValue - 1 })
    #expect(student.sees(teacher.tandem.app.present))
    // The verdict is of the teacher's guess, which is nobody else's.
    for app in [teacher.tandem.app, student.tandem.app] {
      let text = screen(app)
      #expect(text.contains("The teacher guessed the broken run's curve"), "\(text)")
      #expect(!text.contains("You guessed"))
    }
  }

  @Test func `who leaves takes the answer along while the question is open, and leaves it later`()
    throws
  {
    let folder = try Folder()
    let (teacher, students) = try asked([Self.space, .character("a"), .character("1")], in: folder)
    defer { teacher.server.close() }
    let path = "\(folder.sockets.path)/\(ClassCode.socket(of: teacher.server.code))"
    let number = try #require(teacher.tandem.app.question).number
    let join = { (choice: Int) in
      let guest = try #require(RawFollower(at: path))
      guest.send(#"{"type":"answer","question":\#(number),"choice":\#(choice)}"# + "\n")
      return guest
    }
    var guest: RawFollower? = try join(0)
    #expect(guest != nil && counts(teacher, 3))
    guest = nil
    #expect(counts(teacher, 2))
    #expect(teacher.tandem.app.question?.tally.counts == [1, 1])
    #expect(screen(teacher.tandem.app).contains("2 of 2 answered"))
    // Whoever comes back has one answer, not two.
    guest = try join(1)
    #expect(counts(teacher, 3))
    #expect(teacher.tandem.app.question?.tally.counts == [1, 2])
    teacher.press([Self.space])
    guest = nil
    let end = Date(timeIntervalSinceNow: 5)
    while teacher.server.attendance.following != 2, Date() < end { usleep(2000) }
    teacher.tandem.glance()
    #expect(screen(teacher.tandem.app).contains("3 of 3 answered"))
    _ = students
  }

  private func screen(_ app: App, width: Int = 100) -> String {
    app.frame(width: width, height: 30).text
  }

  /// The teacher and two who follow; the first has answered 1 to what was asked, the second 2.
  private func asked(_ keys: [Key], in folder: Folder) throws -> (Teacher, [Student]) {
    let teacher = try Teacher("spiral", in: folder)
    let students = try [Student(in: folder), Student(in: folder)]
    for key in keys { teacher.press([key]) }
    for (place, student) in students.enumerated() {
      let sees = student.sees(teacher.tandem.app.present)
      try #require(sees)
      student.press(.character(place == 0 ? "1" : "2"))
    }
    let all = counts(teacher, 2)
    try #require(all)
    return (teacher, students)
  }

  @Test
  func `a new question ends the one before, and each student sees what came of the own answer`()
    throws
  {
    let folder = try Folder()
    let (teacher, students) = try asked(
      [Self.space, .character("a"), .character("2")], in: folder)
    defer { teacher.server.close() }
    // Twenty steps are not made yet.
    teacher.press([.character("a")])
    teacher.press([.character("1")])
    for student in students {
      #expect(student.sees(teacher.tandem.app.present))
      let text = screen(student.tandem.app)
      #expect(
        text.contains(
          "Taken back: Will the loss of step 21 be lower than that of step 1? (yes 1, no 1)"),
        "\(text)")
      #expect(text.contains("Will step 2 be clipped?"))
    }
    #expect(screen(teacher.tandem.app).contains("Taken back: "))
  }

  @Test func `one that can be judged when the next is asked is judged`() throws {
    let folder = try Folder()
    let (teacher, students) = try asked(
      [Self.space, .character("a"), .character("1")], in: folder)
    defer { teacher.server.close() }
    // Lights and all: the step is made, and before anybody looks the next question comes.
    teacher.tandem.tell(.keys([Self.space]))
    teacher.tandem.app.question?.truth = nil
    teacher.tandem.settle(atMost: 1)
    teacher.tandem.app.question?.truth = nil
    teacher.tandem.tell(.keys([.character("a"), .character("2")]))
    teacher.press([])
    let isClipped = teacher.tandem.app.run.history.kept(2)?.clipped == true
    for (place, student) in students.enumerated() {
      #expect(student.sees(teacher.tandem.app.present))
      let text = screen(student.tandem.app)
      let isRight = isClipped == (place == 0)
      #expect(text.contains("you were \(isRight ? "right" : "wrong") (yes 1, no 1)"), "\(text)")
    }
  }

  @Test
  func `a question that is taken back is told to the students, and then leaves their screens`()
    throws
  {
    let folder = try Folder()
    let (teacher, students) = try asked([.character("a"), .character("1")], in: folder)
    defer { teacher.server.close() }
    teacher.press([.escape])
    #expect(teacher.tandem.app.options.remark == "The question was taken back.")
    #expect(students[0].sees(teacher.tandem.app.present))
    #expect(
      screen(students[0].tandem.app).contains(
        "Taken back: Will step 1 be clipped? (yes 1, no 1)"))
    students[0].press(.character("1"))
    #expect(students[0].tandem.app.followed == nil || students[0].tandem.app.answer != nil)
    teacher.press([Self.space])
    #expect(students[1].sees(teacher.tandem.app.present))
    #expect(!screen(students[1].tandem.app).contains("Taken back"))
  }

  @Test(arguments: [[Key.escape], [.enter, .character("b"), .character("1")]])
  func `the guess about a broken loop ends where the page is left or the mistake is mended`(
    keys: [Key]
  ) throws {
    let folder = try Folder()
    let (teacher, students) = try asked([.character("b"), .enter], in: folder)
    defer { teacher.server.close() }
    for key in keys { teacher.press([key]) }
    #expect(teacher.tandem.app.question == nil)
    #expect(students[0].sees(teacher.tandem.app.present))
    let text = screen(students[0].tandem.app, width: 120)
    #expect(text.contains("Taken back: Which curve will be lower?"), "\(text)")
  }

  @Test func `a restart takes back what was asked of the run before`() throws {
    let folder = try Folder()
    let (teacher, students) = try asked([.character("a"), .character("1")], in: folder)
    defer { teacher.server.close() }
    teacher.press([.character("r")])
    #expect(teacher.tandem.app.question == nil)
    #expect(students[1].sees(teacher.tandem.app.present))
    #expect(
      screen(students[1].tandem.app).contains(
        "Taken back: Will step 1 be clipped? (yes 1, no 1)"))
  }

  @Test func `the loss twenty steps later is judged though a quick run passes it`() throws {
    let folder = try Folder()
    let teacher = try Teacher("spiral", in: folder)
    defer { teacher.server.close() }
    for key: Key in [Self.space, .character("a"), .character("2")] { teacher.press([key]) }
    teacher.tandem.burst = 7
    teacher.tandem.tell(.keys(Array(repeating: Self.space, count: 28)))
    teacher.tandem.settle()
    let app = teacher.tandem.app
    #expect(app.completedSteps == 29)
    let losses = [1, 21].map { app.run.history.kept($0)?.loss ?? .nan }
    #expect(app.question?.truth == (losses[1] < losses[0] ? 0 : 1))
  }

  @Test(arguments: 0..<4)
  func `which curve is the broken one stays hidden on all screens until the answers are closed`(
    restarts: Int
  ) throws {
    let folder = try Folder()
    let teacher = try Teacher("spiral", in: folder)
    defer { teacher.server.close() }
    let students = try [Student(in: folder), Student(in: folder)]
    for _ in 0..<restarts { teacher.press([.character("R")]) }
    for key: Key in [Self.space, .character("b"), .enter, .enter] { teacher.press([key]) }
    while teacher.tandem.app.completedSteps < 8 { teacher.press([Self.space]) }
    teacher.press([.character("a")])
    let offers = screen(teacher.tandem.app)
    #expect(offers.contains("3  which curve belongs to the broken run?"), "\(offers)")
    teacher.press([.character("3")])
    let asked = try #require(teacher.tandem.app.question)
    #expect(students.allSatisfy { $0.sees(teacher.tandem.app.present) })
    students[1].press(.tab)
    for app in [teacher.tandem.app] + students.map(\.tandem.app) {
      let text = screen(app)
      #expect(text.contains("A is the solid line, B the dashed one"), "\(text)")
      let picture = text.split(separator: "\n", omittingEmptySubsequences: false)[3..<22].joined()
      for word in ["twin", "train", "clipped", "loss"] {
        #expect(!picture.contains(word), "\(text)")
      }
      let roles = Set(app.frame(width: 100, height: 30).cells[300..<2200].map(\.role))
      #expect(roles.isDisjoint(with: [.curve, .faint, .clipped, .validation]))
    }
    let letters = ["A", "B"].map { letter in
      screen(students[0].tandem.app).split(separator: "\n")[3...22].contains {
        $0.contains(letter)
      }
    }
    #expect(letters == [true, true])
    students[0].press(.character("1"))
    #expect(counts(teacher, 1))
    teacher.press([Self.space])
    #expect(students[0].sees(teacher.tandem.app.present))
    let truth = try #require(teacher.tandem.app.question?.truth)
    #expect(truth == teacher.tandem.app.run.facts.placeOfBroken(in: asked))
    let text = screen(students[0].tandem.app)
    let step = teacher.tandem.app.run.history.kept(asked.step)
    let loss = try #require(step?.loss)
    #expect(
      text.contains("\(["A", "B"][truth]) was the broken run's curve (loss \(Figures.loss(loss)))"))
    #expect(text.contains("your answer was \(truth == 0 ? "right" : "wrong")"), "\(text)")
    #expect(text.contains("twin"))
  }

  @Test func `the broken curve is not always called the same`() throws {
    let folder = try Folder()
    let teacher = try Teacher("line", in: folder)
    defer { teacher.server.close() }
    var run = teacher.tandem.app.run.facts
    let places = (0..<40).map { seed in
      run.hyperparameters?.seed = UInt64(seed)
      return run.placeOfBroken(in: Question(number: 1, .broken, step: 20, due: 20))
    }
    let again = (1...40).map { number in
      run.placeOfBroken(in: Question(number: number, .broken, step: 20, due: 20))
    }
    #expect((10...30).contains(places.reduce(0, +)) && (10...30).contains(again.reduce(0, +)))
  }

  @Test func `the teacher reads in plain words whether anybody follows and has answered`() throws {
    let folder = try Folder()
    let teacher = try Teacher("line", in: folder)
    defer { teacher.server.close() }
    teacher.press([.character("a")])
    teacher.press([.character("1")])
    #expect(
      screen(teacher.tandem.app).contains(
        "nobody follows this class yet; space or → closes the question"))
    let student = try Student(in: folder)
    #expect(student.sees(teacher.tandem.app.present))
    let end = Date(timeIntervalSinceNow: 5)
    while teacher.tandem.app.question?.tally.following != 1, Date() < end {
      teacher.tandem.glance()
      usleep(2000)
    }
    #expect(screen(teacher.tandem.app).contains("0 of 1 answered; space or → closes the question"))
    teacher.press([Self.space])
    #expect(screen(teacher.tandem.app).contains("nobody answered"))
  }
}
