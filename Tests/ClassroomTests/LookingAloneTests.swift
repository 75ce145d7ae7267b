import Canvas
import Moves
import Testing

@testable internal import Classroom
@testable internal import Visualizer

@Suite struct LookingAloneTests {
  private static let space = Key.character(" ")

  private func pair(steps: Int, in folder: Folder) throws -> (Teacher, Student) {
    let teacher = try Teacher("spiral", in: folder)
    for _ in 0..<steps { teacher.press([Self.space]) }
    let student = try Student(in: folder)
    let sees = student.sees(teacher.tandem.app.present)
    try #require(sees)
    return (teacher, student)
  }

  private func header(_ student: Student) -> String {
    let text = student.tandem.app.frame(width: 100, height: 30).text
    return String(text.prefix { $0 != "\n" })
  }

  @Test func `a key that looks around makes the view the student's own, and esc brings it back`()
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 12, in: folder)
    defer { teacher.server.close() }
    student.press(.character(","))
    student.press(.character(","))
    for _ in 0..<4 { teacher.press([Self.space]) }
    #expect(student.sees(teacher.tandem.app.present))
    #expect(student.tandem.app.completedSteps == 10)
    #expect(header(student).contains("looking alone at step 10; class at 16: esc"))
    student.press(.escape)
    #expect(student.sees(teacher.tandem.app.present))
    #expect(student.misses(teacher).isEmpty, "\(student.misses(teacher))")
    #expect(header(student).contains("class \(teacher.server.code)"))
  }

  @Test func `within the class's own step the header counts moves`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 2, in: folder)
    defer { teacher.server.close() }
    for _ in 0..<3 { teacher.press([.right]) }
    #expect(student.sees(teacher.tandem.app.present))
    student.press(.character("2"))
    #expect(header(student).contains("looking alone where the class is: esc"))
    student.press(.left)
    #expect(header(student).contains("looking alone, 1 move behind the class: esc"))
    student.press(.left)
    #expect(header(student).contains("looking alone, 2 moves behind the class: esc"))
  }

  @Test(arguments: [Key.tab, .character("2"), .character("y"), .character("s"), .home, .left])
  func `each of these keys looks around`(key: Key) throws {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 3, in: folder)
    defer { teacher.server.close() }
    student.press(key)
    #expect(student.tandem.app.following?.isAlone == true)
    teacher.press([Self.space])
    #expect(student.sees(teacher.tandem.app.present))
    #expect(student.tandem.app.completedSteps <= 3)
  }

  @Test(arguments: " \rbegcrR/m+-a".unicodeScalars)
  func `a key that would train answers in a line, and changes nothing`(scalar: Unicode.Scalar)
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 2, in: folder)
    defer { teacher.server.close() }
    student.press(scalar == "\r" ? .enter : .character(scalar))
    #expect(student.tandem.app.following?.isAlone == false)
    let said = student.tandem.app.answer ?? student.tandem.app.options.remark ?? ""
    #expect(said.contains("teacher"), "\(said)")
    #expect(student.misses(teacher).isEmpty)
  }

  @Test func `help is the student's own, and closing it shows the class again`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 2, in: folder)
    defer { teacher.server.close() }
    student.press(.character("?"))
    teacher.press([Self.space])
    #expect(student.sees(teacher.tandem.app.present))
    #expect(student.tandem.app.isHelpOpen)
    student.press(.escape)
    #expect(!student.tandem.app.isHelpOpen)
    #expect(student.misses(teacher).isEmpty, "\(student.misses(teacher))")
  }

  @Test(arguments: [Key.character("?"), .character("b"), .character("/")])
  func `esc leaves a page that the teacher has opened, and the page says so`(page: Key) throws {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 2, in: folder)
    defer { teacher.server.close() }
    teacher.press([page])
    #expect(student.sees(teacher.tandem.app.present))
    let text = student.tandem.app.frame(width: 100, height: 30).text
    #expect(!text.contains("closes this page") && !text.contains("leave the search"), "\(text)")
    student.press(.escape)
    let app = student.tandem.app
    #expect(app.following?.isAlone == true && !app.isHelpOpen && app.breakPage == nil)
    student.press(.escape)
    #expect(student.sees(teacher.tandem.app.present))
    #expect(student.tandem.app.following?.isAlone == false)
  }

  @Test(arguments: [40, 100])
  func `a help page that the teacher has opened says whose keys it lists`(width: Int) throws {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 2, in: folder)
    defer { teacher.server.close() }
    teacher.press([.character("?")])
    #expect(student.sees(teacher.tandem.app.present))
    let title = { (app: App) in
      String(app.frame(width: width, height: 30).text.prefix { $0 != "\n" })
    }
    #expect(title(student.tandem.app).contains("our teacher's keys"))
    #expect(title(teacher.tandem.app).contains("fivemoves: "))
    student.press(.character("?"))
    #expect(title(student.tandem.app).contains("fivemoves: "))
    let text = student.tandem.app.frame(width: 100, height: 40).text
    #expect(!text.contains("break the loop") && text.contains("answer your teacher's question"))
  }

  @Test func `going on from the newest moment stays in the class, and says so`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 2, in: folder)
    defer { teacher.server.close() }
    student.press(.right)
    #expect(student.tandem.app.following?.isAlone == false)
    #expect(
      student.tandem.app.answer == "This is the newest moment: the class has come no further.")
  }

  @Test func `a restart and another road leave the student no other history than the teacher's`()
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 8, in: folder)
    defer { teacher.server.close() }
    for keys: [Key] in [
      [.character(",")], [.character(",")], [.character("b")], [.enter], [.character("2")],
      [.escape], [.character("r")], [Self.space], [Self.space],
    ] {
      teacher.press(keys)
      #expect(student.sees(teacher.tandem.app.present))
      #expect(student.misses(teacher).isEmpty, "\(keys): \(student.misses(teacher))")
    }
    let apps = [teacher.tandem.app, student.tandem.app]
    #expect(apps.map(\.completedSteps) == [2, 2])
    #expect(apps[0].run.history.lastLoss == apps[1].run.history.lastLoss)
  }

  @Test(arguments: [Key.home, .character(","), .left])
  func `after a restart a student's keys lead nowhere into the run that was dropped`(key: Key)
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 6, in: folder)
    defer { teacher.server.close() }
    teacher.press([.character("R")])
    teacher.press([Self.space])
    #expect(student.sees(teacher.tandem.app.present))
    for _ in 0..<3 {
      student.press(key)
      student.press(key)
      let app = student.tandem.app
      #expect(app.completedSteps == 0 && app.run.newest.completedSteps <= 1)
      #expect(app.seed == teacher.tandem.app.seed)
    }
    student.press(.end)
    #expect(student.tandem.app.completedSteps == 1)
    #expect(student.tandem.app.lastLoss == teacher.tandem.app.lastLoss)
  }

  @Test func `who looks around alone when the teacher begins again is with the class again`() throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 6, in: folder)
    defer { teacher.server.close() }
    student.press(.character(","))
    teacher.press([.character("r")])
    #expect(student.wait { $0.following?.isAlone == false })
    #expect(student.sees(teacher.tandem.app.present))
    #expect(student.misses(teacher).isEmpty, "\(student.misses(teacher))")
    #expect(student.tandem.app.options.remark?.contains("you are with the class again") == true)
  }

  @Test func `where a mistake was mended from before, all see the good run behind it`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 5, in: folder)
    defer { teacher.server.close() }
    for keys: [Key] in [
      [.character("b")], [.enter], [.enter], [Self.space], [Self.space], [.character("b")],
      [.character("2")], [.character(",")], [.character(",")], [.left], [.end], [Self.space],
    ] {
      teacher.press(keys)
      #expect(student.sees(teacher.tandem.app.present), "\(keys)")
      let late = try Student(teacher.server.code, in: folder)
      #expect(late.sees(teacher.tandem.app.present), "\(keys)")
      for student in [student, late] {
        #expect(student.misses(teacher).isEmpty, "\(keys): \(student.misses(teacher))")
      }
      late.link.leave()
    }
    for key: Key in [.home, .character("."), .end] { student.press(key) }
    #expect(student.tandem.app.completedSteps == teacher.tandem.app.completedSteps)
    #expect(student.tandem.app.lastLoss == teacher.tandem.app.lastLoss)
  }

  @Test(arguments: [true, false])
  func `a digit pressed just before the question has come does not keep the student away from it`(
    isSoon: Bool
  ) throws {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 2, in: folder)
    defer { teacher.server.close() }
    student.press(.character("2"))
    #expect(header(student).contains("looking alone where the class is: esc"))
    student.tandem.pass(isSoon ? 1 : 4)
    teacher.press([.character("a"), .character("1")])
    #expect(student.sees(teacher.tandem.app.present))
    let text = student.tandem.app.frame(width: 100, height: 30).text
    guard isSoon else { return #expect(header(student).contains("a question: esc"), "\(text)") }
    #expect(header(student).contains("class \(teacher.server.code)"), "\(text)")
    #expect(text.contains("Your key came just before the question: press 1 or 2 to answer it."))
    #expect(student.misses(teacher).isEmpty, "\(student.misses(teacher))")
    #expect(student.tandem.app.following?.answers == [:])
    student.press(.character("2"))
    #expect(student.tandem.app.following?.answers == [1: 1])
  }

  @Test
  func
    `a digit meant for the guess before a broken loop, pressed a page too early, is asked for again`()
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 2, in: folder)
    defer { teacher.server.close() }
    teacher.press([.character("b")])
    #expect(student.sees(teacher.tandem.app.present))
    student.press(.character("2"))
    teacher.press([.enter])
    #expect(student.sees(teacher.tandem.app.present))
    let text = { student.tandem.app.frame(width: 100, height: 30).text }
    #expect(
      text().contains("Your key came just before the question: press 1, 2 or 3 to answer it."),
      "\(text())")
    student.press(.character("2"))
    #expect(student.tandem.app.following?.answers == [1: 1])
    #expect(text().contains("its twin's curve (your answer)") && !text().contains("1 2 3 answer"))
  }

  @Test func `who looks around with other keys too stays alone when a question comes`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 2, in: folder)
    defer { teacher.server.close() }
    student.press(.character("2"))
    student.press(.character(","))
    teacher.press([.character("a"), .character("1")])
    #expect(student.sees(teacher.tandem.app.present))
    #expect(header(student).contains("looking alone at step 1; a question: esc"))
  }

  @Test func `a student's help names the keys that answer`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 1, in: folder)
    defer { teacher.server.close() }
    student.press(.character("?"))
    let text = student.tandem.app.frame(width: 100, height: 40).text
    #expect(text.contains("1 2 3  answer your teacher's question"), "\(text)")
  }

  @Test func `after the class is over the help speaks of no class to come back to`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 1, in: folder)
    teacher.server.close()
    #expect(student.wait { $0.following?.isOver == true })
    student.press(.character("?"))
    let text = student.tandem.app.frame(width: 100, height: 40).text
    #expect(text.contains("the next move (arrow key, or l)"), "\(text)")
    #expect(!text.contains("class") && !text.contains("teacher"), "\(text)")
  }
}
