import Canvas
import Moves
import Testing

@testable internal import Classroom
@testable internal import Visualizer

/// Lines that speak to one student: they come when they are needed, and go.
@Suite struct StudentNoteTests {
  private static let space = Key.character(" ")

  private func lastRow(_ student: Student, width: Int = 100) -> Substring {
    student.tandem.app.frame(width: width, height: 30).text.split(separator: "\n").last ?? ""
  }

  private func pair(in folder: Folder) throws -> (Teacher, Student) {
    let teacher = try Teacher("line", in: folder)
    teacher.press([Self.space])
    let student = try Student(in: folder)
    let sees = student.sees(teacher.tandem.app.present)
    try #require(sees)
    return (teacher, student)
  }

  @Test func `what a key was answered goes when the class goes on, once there was time to read it`()
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair(in: folder)
    defer { teacher.server.close() }
    student.press(.character("7"))
    teacher.press([Self.space])
    #expect(student.sees(teacher.tandem.app.present))
    #expect(lastRow(student).contains("7 changes nothing here"))
    student.tandem.pass(3)
    #expect(lastRow(student).contains("7 changes nothing here"))
    teacher.press([Self.space])
    #expect(student.sees(teacher.tandem.app.present))
    #expect(!lastRow(student).contains("7 changes nothing"), "\(lastRow(student))")
    #expect(lastRow(student).contains("? help"), "\(lastRow(student))")
  }

  @Test func `a page of the teacher's opens without the answer to a key pressed before it`() throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair(in: folder)
    defer { teacher.server.close() }
    student.press(.escape)
    #expect(lastRow(student).contains("You are with the class"), "\(lastRow(student))")
    teacher.press([.character("b")])
    #expect(student.sees(teacher.tandem.app.present))
    #expect(lastRow(student).contains("esc look around alone"), "\(lastRow(student))")
    #expect(!lastRow(student).contains("nothing"), "\(lastRow(student))")
  }

  @Test(arguments: [false, true])
  func `a student's own help page says that the teacher asks, and how to answer`(isAlone: Bool)
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try pair(in: folder)
    defer { teacher.server.close() }
    if isAlone { student.press(.character(",")) }
    student.press(.character("?"))
    #expect(!lastRow(student).contains("Your teacher asks"))
    teacher.press([.character("a"), .character("1")])
    #expect(student.sees(teacher.tandem.app.present))
    let way = isAlone ? "esc twice, then 1 or 2" : "esc, then 1 or 2"
    #expect(
      lastRow(student, width: 80).contains("Your teacher asks: \(way)"), "\(lastRow(student))")
    for _ in 0..<(isAlone ? 2 : 1) { student.press(.escape) }
    #expect(student.sees(teacher.tandem.app.present))
    student.press(.character("1"))
    #expect(student.tandem.app.following?.answers == [1: 0])
    student.press(.character("?"))
    #expect(!lastRow(student).contains("Your teacher asks"))
  }

  @Test func `at step 0 a class reads no key that only its teacher has`() throws {
    let folder = try Folder()
    let teacher = try Teacher("line", in: folder)
    defer { teacher.server.close() }
    let student = try Student(in: folder)
    teacher.press([.character("?"), .character("v")])
    #expect(student.sees(teacher.tandem.app.present))
    let visit = student.tandem.app.frame(width: 80, height: 24).text
    #expect(visit.contains("look around alone") && !visit.contains("go on"), "\(visit)")
    teacher.press([.escape])
    #expect(student.sees(teacher.tandem.app.present))
    let text = student.tandem.app.frame(width: 80, height: 24).text
    #expect(text.contains("first training step comes next."), "\(text)")
    #expect(!text.contains("Press space"), "\(text)")
    #expect(student.misses(teacher).isEmpty)
  }
}
