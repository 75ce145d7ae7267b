import Canvas
import Foundation
import Moves
import Testing
internal import Training
internal import Watching
internal import Wire

@testable internal import Classroom
@testable internal import Visualizer

/// A folder for one class's sockets, which goes with it.
final class Folder {
  let sockets: SocketFolder

  init() throws {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "c-\(UUID().uuidString.prefix(8))"
    ).path
    sockets = try SocketFolder(at: path)
  }

  deinit { sockets.remove() }
}

/// The lines of a recording.
final class Kept {
  var text = ""
}

/// A teacher before a screen, whose class is open.
final class Teacher {
  var tandem: Tandem
  let server: ClassServer

  /// - Parameter kept: where the lesson is recorded.
  init(
    _ lesson: String, in folder: Folder, steps: Int = 60, size: (Int, Int) = (100, 30),
    kept: Kept? = nil
  ) throws {
    var chosen = Lessons.named(lesson)?.defaults ?? Hyperparameters()
    (chosen.steps, chosen.evalInterval) = (steps, 10)
    let trainer = try Trainer(lesson: lesson, hyperparameters: chosen)
    let reading = trainer.firstReading()
    server = try ClassServer(in: folder.sockets, version: "test")
    let run = TrainerSource(trainer, sampleLength: 20)
    let recorded: (any Source)? = try kept.map { kept in
      try RecordedSource(run, reading: reading, version: "test") { kept.text += $0 }
    }
    let source = TaughtSource(
      recorded ?? run, reading: reading, version: "test", server: server)
    tandem = Tandem(
      App(
        run: source.facts, reading: reading, options: App.Options(animates: false),
        abilities: source.abilities), source)
    server.open {}
    tandem.tell(.resized(width: size.0, height: size.1))
    server.show(tandem.app.present)
  }

  /// Keys, and all that comes of them; a run that goes by itself goes on for so many steps.
  func press(_ keys: [Key], bursts: Int = 3) {
    tandem.burst = 3
    tandem.tell(.keys(keys))
    tandem.settle(atMost: 40)
    for _ in 0..<bursts {
      tandem.pass(0.3)
      tandem.settle(atMost: 10)
    }
    server.show(tandem.app.present)
  }
}

/// A student before another.
final class Student {
  var tandem: Tandem
  let link: ClassLink

  init(_ code: String? = nil, in folder: Folder, size: (Int, Int) = (100, 30)) throws {
    link = try ClassLink(to: code, in: folder.sockets)
    let source = try FollowedSource(link)
    tandem = Tandem(
      App(
        run: source.facts, reading: source.reading, options: App.Options(animates: false),
        abilities: source.abilities), source)
    tandem.tell(.resized(width: size.0, height: size.1))
  }

  /// Until what the teacher shows has come; false where it does not.
  func sees(_ present: Present, within seconds: Double = 10) -> Bool {
    wait(within: seconds) { $0.following?.present == present }
  }

  func wait(within seconds: Double = 10, until isRight: (App) -> Bool) -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      tandem.glance()
      tandem.settle()
      if isRight(tandem.app) { return true }
      usleep(2000)
    }
    return false
  }

  func press(_ key: Key) {
    tandem.tell(.keys([key]))
    tandem.rest(ticks: 1)
  }

  /// Rows that are not the same, but for what is asked. The line above and the line below, which speak of the person, are left out.
  func misses(_ teacher: Teacher, _ size: (Int, Int) = (100, 30)) -> [String] {
    let frames = [teacher.tandem.app, tandem.app].map { app in
      var app = app
      // What panels of a quick run show is a moment of each screen's own time.
      app.still = []
      // The teacher chooses what to ask, and sees what is answered, which a student does not before all
      // have.
      (app.question, app.former, app.isAsking) = (nil, nil, false)
      // What the own keys were answered may take more than the line below.
      (app.answer, app.options.remark) = (nil, nil)
      app.following?.present?.question = nil
      app.following?.present?.former = nil
      return app.frame(width: size.0, height: size.1)
    }
    let rows = 1..<(size.1 - 1)
    let texts = frames.map { $0.text.split(separator: "\n", omittingEmptySubsequences: false) }
    return rows.filter { row in
      let range = row * size.0..<(row + 1) * size.0
      return frames[0].cells[range] != frames[1].cells[range]
    }.map { "\n\($0) teacher \(texts[0][$0])\n\($0) student \(texts[1][$0])" }
  }
}
