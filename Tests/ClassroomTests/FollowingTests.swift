import Canvas
import Chance
import Moves
import Testing

@testable internal import Classroom
@testable internal import Visualizer

@Suite struct FollowingTests {
  private static let keys: [Key] =
    Array(repeating: .character(" "), count: 6)
    + [
      .right, .right, .right, .left, .left, .left, .home, .end, .end, .end, .enter, .tab, .backTab,
      .up, .down, .pageUp, .pageDown, .escape, .backspace,
    ]
    + ",,,..eeeee12345bbbgcys/mxhjkl?rR+-yn<>a".unicodeScalars.map(Key.character)

  /// Somebody new comes so often, and stays until the next.
  private static let turnout = 20

  @Test(arguments: [
    ("line", (80, 24)), ("line", (120, 34)), ("spiral", (100, 30)), ("names", (120, 40)),
    ("story", (100, 30)),
  ])
  func `after any keys of the teacher's all students see what the teacher sees`(
    lesson: String, size: (Int, Int)
  ) throws {
    let folder = try Folder()
    let teacher = try Teacher(lesson, in: folder, size: size)
    defer { teacher.server.close() }
    let student = try Student(in: folder, size: size)
    var late = try Student(in: folder, size: size)
    var chance = SeededGenerator(state: 7)
    var pressed: [Key] = []
    for number in 0..<(lesson == "line" ? 500 : 100) {
      let key = try #require(Self.keys.randomElement(using: &chance))
      pressed.append(key)
      teacher.press([key])
      if number % Self.turnout == 0 {
        late.link.leave()
        late = try Student(in: folder, size: size)
      }
      for (student, name) in [(student, "there"), (late, "late")] {
        let misses = try seen(by: student, teacher, size)
        let last = pressed.suffix(Self.turnout + 5).map(\.name).joined(separator: " ")
        try #require(misses.isEmpty, "\(name), \(number): \(last)\(misses.prefix(4).joined())")
      }
    }
  }

  /// The parameter is chosen within a step of four parts, and the teacher goes on, and back.
  @Test(arguments: [" >>>m>>>>>> ", " m>>>>>", "  >>>>>m<<>> m", " >>>>>m,.>>>m  "])
  func `what each part of the batch did to a parameter shows on all screens`(keys: String) throws {
    let folder = try Folder()
    let teacher = try Teacher("story", in: folder)
    defer { teacher.server.close() }
    let student = try Student(in: folder)
    var sums = 0
    for key in Self.typed(keys) {
      teacher.press([key])
      let late = try Student(in: folder)
      for student in [student, late] {
        let misses = try seen(by: student, teacher, (100, 30))
        #expect(misses.isEmpty, "\(keys), \(key.name): \(misses.joined())")
        if student.tandem.app.frame(width: 100, height: 30).text.contains("running sums") {
          sums += 1
        }
      }
      late.link.leave()
    }
    #expect(sums > 2)
  }

  /// What is evaluated at the keys' wish is known until one goes back behind it.
  @Test(arguments: [
    "...e,End ", "..  ,eEnd ", "...e,,.. ", "...ee,.e ", " e ", "..e<.e<e.  ", "...e,b1 ",
    "..e,rr  ",
  ])
  func `an evaluation that the teacher has asked for shows on all screens as long as on his`(
    keys: String
  ) throws {
    for (lesson, size) in [("names", (100, 30)), ("line", (120, 34))] {
      let folder = try Folder()
      let teacher = try Teacher(lesson, in: folder, size: size)
      defer { teacher.server.close() }
      let student = try Student(in: folder, size: size)
      for key in Self.typed(keys) {
        teacher.press([key])
        let late = try Student(in: folder, size: size)
        for student in [student, late] {
          let misses = try seen(by: student, teacher, size)
          #expect(misses.isEmpty, "\(lesson) \(keys), \(key.name): \(misses.joined())")
        }
        late.link.leave()
      }
    }
  }

  /// Letters, and End by its name.
  private static func typed(_ keys: String) -> [Key] {
    keys.replacing("End", with: "$").unicodeScalars.map {
      $0 == "$" ? .end : $0 == "<" ? .left : $0 == ">" ? .right : .character($0)
    }
  }

  /// The rows in which the student's screen differs from the teacher's.
  private func seen(by student: Student, _ teacher: Teacher, _ size: (Int, Int)) throws -> [String]
  {
    let sees = student.sees(teacher.tandem.app.present)
    try #require(sees, "the present did not come")
    // What was told again may come behind a present that is as it was.
    _ = student.wait(within: 0.5) { _ in student.misses(teacher, size).isEmpty }
    return student.misses(teacher, size)
  }
}
