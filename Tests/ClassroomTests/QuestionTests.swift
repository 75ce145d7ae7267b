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
    let isClipped = teacher.tandem.app.history.clipRange?.contains(2) ?? false
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
    #expect(teacher.tandem.app.options.remark?.contains("has seen what comes next") == true)
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
    #expect(student.tandem.app.answer == "Answers are closed.")
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
    let answer = teacher.tandem.app.broken?.findings?.comparison.answer
    #expect(teacher.tandem.app.question?.truth == answer.map { $0.rawValue - 1 })
    #expect(student.sees(teacher.tandem.app.present))
  }
}
