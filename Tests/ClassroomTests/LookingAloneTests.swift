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

  @Test func `going on from the newest moment stays in the class, and says so`() throws {
    let folder = try Folder()
    let (teacher, student) = try pair(steps: 2, in: folder)
    defer { teacher.server.close() }
    student.press(.right)
    #expect(student.tandem.app.following?.isAlone == false)
    #expect(student.tandem.app.answer == "The class is here, at its newest moment.")
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
    #expect(apps[0].history.lastLoss == apps[1].history.lastLoss)
  }
}
