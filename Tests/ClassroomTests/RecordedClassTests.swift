import Canvas
import Foundation
import Moves
internal import Recordings
import Testing

@testable internal import Classroom
@testable internal import Visualizer

/// What a class's recording, handed out afterwards, holds of the questions.
@Suite struct RecordedClassTests {
  private static let space = Key.character(" ")

  private func words(_ app: App) -> String {
    app.frame(width: 100, height: 30).text.split(separator: "\n").flatMap {
      $0.split(separator: " ")
    }
    .joined(separator: " ")
  }

  /// A lesson in which one student has answered 1 to what these keys ask.
  private func lesson(
    _ keys: [Key], then more: [Key], in folder: Folder, _ kept: Kept
  ) throws -> Teacher {
    let teacher = try Teacher("spiral", in: folder, kept: kept)
    let student = try Student(in: folder)
    for key in keys { teacher.press([key]) }
    let sees = student.sees(teacher.tandem.app.present)
    try #require(sees)
    student.press(.character("1"))
    let end = Date(timeIntervalSinceNow: 5)
    while teacher.tandem.app.question?.tally.answered == 0, Date() < end {
      teacher.tandem.glance()
      usleep(2000)
    }
    try #require(teacher.tandem.app.question?.tally.answered == 1)
    for key in more { teacher.press([key]) }
    return teacher
  }

  private func replay(_ kept: Kept) throws -> Tandem {
    let path = FileManager.default.temporaryDirectory.appending(path: "class-\(UUID())")
    try Data(kept.text.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let source = try RecordingSource(
      open(path.path, O_RDONLY | O_CLOEXEC), name: "class.jsonl", maxNorm: nil
    ) { false }
    let app = App(
      run: source.facts, reading: source.reading, options: App.Options(animates: false),
      abilities: source.abilities)
    var tandem = Tandem(app, source)
    tandem.tell(.resized(width: 100, height: 30))
    return tandem
  }

  private func press(_ key: Key, _ tandem: inout Tandem) {
    tandem.tell(.keys([key]))
    tandem.rest(ticks: 2)
  }

  @Test func `a replay shows the question, then how many gave each answer, and which was right`()
    throws
  {
    let (folder, kept) = (try Folder(), Kept())
    let teacher = try lesson(
      [Self.space, .character("a"), .character("1")], then: [Self.space, Self.space], in: folder,
      kept)
    teacher.server.close()
    let isClipped = teacher.tandem.app.run.history.kept(2)?.clipped == true
    var replay = try replay(kept)
    press(Self.space, &replay)
    #expect(replay.app.completedSteps == 1)
    let asked = words(replay.app)
    #expect(asked.contains("Will step 2 be clipped?"), "\(asked)")
    #expect(asked.contains("the class was asked this: go on, and see what it answered"))
    #expect(!asked.contains(" answered;") && !asked.contains("1 answer"), "\(asked)")
    press(Self.space, &replay)
    #expect(replay.app.completedSteps == 2)
    let told = words(replay.app)
    #expect(told.contains("1 of 1 answered") && told.contains("1 answer "), "\(told)")
    #expect(told.contains(isClipped ? "yes (right)" : "no (right)"), "\(told)")
    #expect(!told.contains("our answer") && !told.contains("ou guessed"), "\(told)")
    press(Self.space, &replay)
    #expect(replay.app.completedSteps == 3 && !words(replay.app).contains("answered"))
    press(.home, &replay)
    #expect(replay.app.question == nil)
  }

  @Test func `a replay that goes by itself waits at a question and at its answer`() throws {
    let (folder, kept) = (try Folder(), Kept())
    let teacher = try lesson(
      [Self.space, .character("a"), .character("1")], then: [Self.space, Self.space], in: folder,
      kept)
    teacher.server.close()
    var replay = try replay(kept)
    for steps in [1, 2, 3] {
      press(.enter, &replay)
      replay.rest()
      #expect(replay.app.completedSteps == steps)
      #expect(words(replay.app).contains("Will step 2 be clipped?") == (steps < 3))
    }
  }

  @Test func `a replay tells whose guess a verdict judges, and what the class had guessed`() throws
  {
    let (folder, kept) = (try Folder(), Kept())
    let teacher = try lesson(
      [.character("b"), .enter], then: [.character("2")], in: folder, kept)
    for _ in 0..<200 where teacher.tandem.app.breakPage == nil { teacher.press([], bursts: 3) }
    try #require(teacher.tandem.app.breakPage?.isVerdict == true)
    teacher.server.close()
    var replay = try replay(kept)
    for _ in 0..<200 where replay.app.breakPage?.isVerdict != true { press(Self.space, &replay) }
    let text = words(replay.app)
    #expect(text.contains("The maker of this recording guessed its twin's curve."), "\(text)")
    #expect(text.contains("1 of 1 answered"), "\(text)")
    #expect(!text.contains("You guessed") && !text.contains("g goes there"), "\(text)")
  }

  @Test func `a recording holds what was answered only once nobody can answer, and only as counts`()
    throws
  {
    let (folder, kept) = (try Folder(), Kept())
    let teacher = try lesson(
      [Self.space, .character("a"), .character("1")], then: [Self.space], in: folder, kept)
    teacher.server.close()
    let lines = kept.text.split(separator: "\n").filter { $0.contains(#""question":"#) }
    let open = lines.filter { !$0.contains(#""open":false"#) }
    #expect(!open.isEmpty && open.count < lines.count)
    #expect(open.allSatisfy { !$0.contains("counts") && !$0.contains("following") })
    #expect(lines.contains { $0.contains(#""counts":[1,0],"following":1"#) }, "\(lines)")
    #expect(!kept.text.contains(#""type":"answer""#))
  }
}
