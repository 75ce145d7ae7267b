import Canvas
import Foundation
import Moves
import Testing

@testable internal import Classroom
@testable internal import Visualizer

/// The first visit, as a class goes through it with its teacher.
@Suite struct ClassVisitTests {
  /// All that stands in these columns, in one line.
  private func words(_ app: App, _ width: Int, _ height: Int, columns: Int = .max) -> String {
    app.frame(width: width, height: height).text.split(separator: "\n")
      .flatMap { $0.prefix(columns).split(separator: " ") }.joined(separator: " ")
  }

  private func begin(
    _ lesson: String, _ size: (Int, Int), in folder: Folder, teacher wide: (Int, Int)? = nil
  ) throws -> (Teacher, Student) {
    let teacher = try Teacher(lesson, in: folder, size: wide ?? size)
    for key: Key in [.character("?"), .character("v")] { teacher.press([key]) }
    return (teacher, try Student(in: folder, size: size))
  }

  /// Through all pages; what is asked is answered by both.
  private func walk(
    _ teacher: Teacher, _ student: Student, see: (VisitPage) throws -> Void
  ) throws -> Int {
    var pages = 0
    while let page = teacher.tandem.app.visitPage, pages < 20 {
      #expect(student.sees(teacher.tandem.app.present))
      try see(page)
      pages += 1
      if teacher.tandem.app.visitAsks == nil {
        teacher.press([.right])
      } else {
        student.press(.character("1"))
        teacher.press([.character("y")])
      }
    }
    return pages
  }

  @Test(arguments: ["line", "spiral", "names", "story"])
  func `at eighty columns a class reads every page of the visit to its end`(lesson: String) throws {
    let folder = try Folder()
    let (teacher, student) = try begin(lesson, (80, 24), in: folder)
    defer { teacher.server.close() }
    let pages = try walk(teacher, student) { page in
      for app in [teacher.tandem.app, student.tandem.app] {
        let text = VisitText(app: app, page: page)
        let shown = words(app, 80, 24, columns: 40)
        #expect(shown.contains(text.text), "\(page)\n\(app.frame(width: 80, height: 24).text)")
        if let verdict = text.verdict { #expect(shown.contains(verdict)) }
      }
    }
    #expect(pages == 8)
  }

  @Test(arguments: ["line", "story"], [(60, 20), (40, 20)])
  func `in a small window a student reads every page at least in whole sentences`(
    lesson: String, size: (Int, Int)
  ) throws {
    let folder = try Folder()
    let (teacher, student) = try begin(lesson, size, in: folder, teacher: (100, 30))
    defer { teacher.server.close() }
    let pages = try walk(teacher, student) { page in
      let text = VisitText(app: student.tandem.app, page: page)
      let shown = words(student.tandem.app, size.0, size.1)
      #expect(
        shown.contains(text.sentences[0]),
        "\(page)\n\(student.tandem.app.frame(width: size.0, height: size.1).text)")
    }
    #expect(pages == 8)
  }

  @Test func `a panel that the teacher calls up in a small window shows to students there too`()
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try begin("line", (40, 20), in: folder)
    defer { teacher.server.close() }
    #expect(student.sees(teacher.tandem.app.present))
    #expect(words(student.tandem.app, 40, 20).contains("a network that knows nothing"))
    teacher.press([.tab])
    #expect(student.sees(teacher.tandem.app.present))
    #expect(!words(student.tandem.app, 40, 20).contains("a network that knows nothing"))
    #expect(student.misses(teacher, (40, 20)).isEmpty)
  }

  @Test func `esc in the visit takes the class's question back first, and then ends the visit`()
    throws
  {
    let folder = try Folder()
    let (teacher, student) = try begin("line", (80, 24), in: folder)
    defer { teacher.server.close() }
    for _ in 0..<3 { teacher.press([.right]) }
    #expect(teacher.tandem.app.question?.isOpen == true)
    #expect(words(teacher.tandem.app, 80, 24).contains("esc take"))
    teacher.press([.escape])
    #expect(teacher.tandem.app.question == nil && teacher.tandem.app.visitPage == .backward)
    #expect(
      words(teacher.tandem.app, 80, 24).contains(
        "The question was taken back; esc again ends the walk."))
    #expect(student.sees(teacher.tandem.app.present))
    #expect(words(student.tandem.app, 80, 24).contains("Taken back: Will step 1 be clipped?"))
    teacher.press([.right])
    #expect(student.sees(teacher.tandem.app.present))
    #expect(teacher.tandem.app.question?.kind == .grows)
    #expect(!words(student.tandem.app, 80, 24).contains("Taken back"))
    teacher.press([.escape])
    teacher.press([.escape])
    #expect(teacher.tandem.app.visit == nil)
  }

  @Test func `a class is told with which move of the step the answer comes`() throws {
    let folder = try Folder()
    let (teacher, student) = try begin("line", (100, 30), in: folder)
    defer { teacher.server.close() }
    for _ in 0..<3 { teacher.press([.right]) }
    #expect(
      words(teacher.tandem.app, 100, 30).contains("answer comes with move 4, clip, of step 1"))
    teacher.press([.right])
    #expect(teacher.tandem.app.run.stage.live?.move == .clip)
    #expect(teacher.tandem.app.question?.kind == .grows)
    #expect(
      words(teacher.tandem.app, 100, 30).contains("answer comes with move 5, step, of step 1"))
    _ = student
  }
}
