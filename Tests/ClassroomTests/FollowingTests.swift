import Canvas
import Chance
import Moves
import Testing

@testable internal import Classroom
@testable internal import Visualizer

@Suite struct FollowingTests {
  private static let keys: [Key] =
    Array(repeating: .character(" "), count: 4)
    + [
      .right, .right, .left, .left, .character(","), .character("."), .home, .end, .enter, .tab,
      .backTab, .up, .down, .pageUp, .pageDown, .escape, .backspace,
    ]
    + "12345bbegcys/mxhjkl?rR+-yn<>".unicodeScalars.map(Key.character)

  @Test(arguments: [
    ("line", (80, 24)), ("spiral", (100, 30)), ("names", (120, 40)), ("story", (100, 30)),
  ])
  func `after any keys of the teacher's a student sees what the teacher sees`(
    lesson: String, size: (Int, Int)
  ) throws {
    let folder = try Folder()
    let teacher = try Teacher(lesson, in: folder, size: size)
    defer { teacher.server.close() }
    let student = try Student(in: folder, size: size)
    var chance = SeededGenerator(state: 7)
    var pressed: [Key] = []
    var wrong = 0
    for number in 0..<200 {
      let key = try #require(Self.keys.randomElement(using: &chance))
      pressed.append(key)
      teacher.press([key])
      guard student.sees(teacher.tandem.app.present) else {
        Issue.record("\(number): the present did not come after \(pressed.suffix(6))")
        return
      }
      // What was told again may come behind a present that is as it was.
      _ = student.wait(within: 0.5) { _ in student.misses(teacher, size).isEmpty }
      let misses = student.misses(teacher, size)
      if !misses.isEmpty { wrong += 1 }
      if wrong > 6 { break }
      if wrong <= 6 {
        #expect(misses.isEmpty, "\(number) \(pressed.suffix(6)): \(misses.prefix(3).joined())")
      }
    }
    #expect(wrong == 0)
  }
}
