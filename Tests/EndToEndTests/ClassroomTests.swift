import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EndToEnd {
  @Suite struct InAClassroom {
    @Test(.measures) func `twenty students learn at once, whatever becomes of one`() throws {
      let classroom = try Classroom()
      var students = try (0..<20).map { _ in try classroom.student() }
      for student in students { #expect(student.shows("Press space", within: 60)) }
      #expect(try classroom.sessions.count == 20)
      for session in try classroom.sessions {
        let facts = try Facts(of: session)
        #expect(facts.niceness >= 10)
        #expect(facts.threads <= 2)
        #expect(facts.memory <= 64)
      }

      for student in students { student.type(" ") }
      for student in students { #expect(student.wait { _ in student.step == 1 }) }
      for student in students { student.type("\r") }
      watch(students, for: 1)
      Bar.milliseconds("key to screen over SSH, 20 sessions at 4 steps/s, p95", 50).holds {
        let waits = (0..<3).flatMap { _ in students.map { answer(of: $0, among: students) } }
        return quantile(0.95, of: waits) * 1000
      }

      let victim = students.removeLast()
      victim.signal(SIGKILL)
      let gone = try classroom.secondsUntil(19)
      #expect(gone <= 5 * 0.1)
      var generator = SmallGenerator(state: 3)
      students[0].type((0..<5000).map { _ in generator.key() })
      let before = students.map(\.step)
      watch(students, for: 3)
      #expect(try classroom.sessions.count == 19)
      for (student, step) in zip(students, before).dropFirst() {
        #expect((student.step ?? 0) >= (step ?? 0) + 6, "of \(String(describing: step))")
      }
      #expect(classroom.close() == 0)
      #expect(try classroom.secondsUntil(0) <= 2)
      for student in students {
        #expect(student.waitForExit() == 128 + SIGTERM)
        #expect(student.isGivenBack)
      }
    }

    private func watch(_ students: [Program], for seconds: Double) {
      let end = now() + seconds
      while now() < end {
        for student in students { student.take() }
        usleep(1000)
      }
    }

    /// Seconds from the key for help to the page that it opens; the page is closed again.
    private func answer(of student: Program, among students: [Program]) -> Double {
      let start = now()
      student.type("?")
      while !student.screen.text.contains("closes this page"), now() - start < 5 {
        for student in students { student.take() }
        usleep(300)
      }
      let seconds = now() - start
      student.type("?")
      watch(students, for: 0.06)
      return seconds
    }

    @Test(.measures) func `a killed client ends its program`() throws {
      let classroom = try Classroom(["--lesson", "line"])
      try Bar.milliseconds("client killed to program gone, over SSH", 100).holds {
        let student = try classroom.student()
        #expect(student.shows("Press space"))
        student.type("\r")
        student.watch(for: 0.3)
        student.signal(SIGKILL)
        return try classroom.secondsUntil(0) * 1000
      }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    func `a signal leaves the student's terminal as it was`(number: CInt) throws {
      let classroom = try Classroom(["--lesson", "line"])
      var student: Program?
      let session = try #require(
        try classroom.session { student = try classroom.student() })
      let program = try #require(student)
      #expect(program.shows("Press space"))
      if number == SIGINT { program.type("\u{3}") } else { kill(session, number) }
      #expect(program.waitForExit() == 128 + number)
      #expect(program.isGivenBack)
    }

    @Test func `every terminal gets its colours and its characters over SSH`() throws {
      let classroom = try Classroom()
      let languages: [(String, noColor: String?)] = [
        ("C", nil), ("C.UTF-8", nil), ("xx_XX.UTF-8", ""), ("C", "1"),
      ]
      // Lights take their time, whoever waits for them: many students come together.
      let half = TerminalType.all.count / 2
      for group in [TerminalType.all[..<half], TerminalType.all[half...]] {
        let kinds = group.flatMap { terminal in
          languages.map { (terminal: terminal, language: $0.0, noColor: $0.noColor) }
        }
        let students = try kinds.map { kind in
          try classroom.student(
            environment: [
              "TERM": kind.terminal.name, "LANG": kind.language, "NO_COLOR": kind.noColor,
            ])
        }
        for student in students {
          #expect(student.shows("Press space"))
          student.type(" ")
        }
        for (student, kind) in zip(students, kinds) {
          #expect(student.shows("evaluation"))
          student.type("q")
          #expect(student.waitForExit() == 0)
          let sequences = ControlSequences(student.bytes)
          #expect(
            sequences.tier == (kind.noColor == "1" ? .mono : kind.terminal.tier),
            "\(kind.terminal.name)")
          #expect(sequences.unwanted == [])
          #expect(student.bytes.contains { $0 >= 0x80 } == (kind.language != "C"))
        }
      }
    }

    @Test func `nothing but a lesson is to be had`() throws {
      let classroom = try Classroom(["--lesson", "line"])
      let requests = [
        "sh", "/bin/sh -i", "line; sh", "line --steps 5", "train line", " --help", "LINE", "",
        "$(touch x)", "story\nsh",
      ]
      for request in requests where !request.isEmpty {
        let student = try classroom.student([request])
        #expect(student.waitForExit() == 2)
        let text = String(decoding: student.bytes, as: UTF8.self)
        #expect(text.split(whereSeparator: \.isNewline).count == 1, "\(text)")
        #expect(text.contains("the name of a lesson"))
      }
      let plain = try Command(classroom.words() + ["ls"], of: Classroom.client)
      #expect(plain.status == 2)
      #expect(plain.output.isEmpty)
      let dumb = try Command(classroom.words(), of: Classroom.client)
      #expect(dumb.status == 2)
      #expect(dumb.errors.split(separator: "\n").count == 1)
      #expect(!dumb.errors.contains("fivemoves train"))

      let files = try Command(classroom.words(["-s"]) + ["sftp"], of: Classroom.client)
      #expect(files.status != 0 && files.output.isEmpty)
      let tunnel = try Command(
        classroom.words(["-W", "127.0.0.1:\(classroom.port)"]), of: Classroom.client)
      #expect(tunnel.status != 0 && tunnel.output.isEmpty)
      let back = try Command(
        classroom.words(["-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:1"]),
        of: Classroom.client)
      #expect(back.status != 0)
      #expect(try classroom.secondsUntil(0) <= 1)
    }

    @Test func `a lesson that a student names is the one that runs`() throws {
      let classroom = try Classroom(["--lesson", "story"])
      let student = try classroom.student(["line"])
      #expect(student.shows("Press space"))
      #expect(student.screen.text.contains("fivemoves  line"))
      student.type("q")
      #expect(student.waitForExit() == 0)
    }

    @Test func `a client that speaks no SSH disturbs nobody`() throws {
      let classroom = try Classroom(["--lesson", "line"])
      let student = try classroom.student()
      #expect(student.shows("Press space"))
      let noise = "head -c 20000 /dev/urandom > /dev/tcp/127.0.0.1/\(classroom.port) || true"
      for _ in 0..<5 { #expect(try Command(["-c", noise], of: "/bin/bash").status == 0) }
      student.type("  ")
      #expect(student.wait { _ in student.step == 2 })
    }

    @Test func `there are no more sessions than places`() throws {
      let classroom = try Classroom(["--lesson", "line", "--places", "2"])
      let students = try (0..<2).map { _ in try classroom.student() }
      for student in students { #expect(student.shows("Press space")) }
      let late = try classroom.student()
      #expect(late.waitForExit() == 2)
      let text = String(decoding: late.bytes, as: UTF8.self)
      #expect(text.contains("all 2 places of this kiosk are taken"))
      students[0].signal(SIGKILL)
      #expect(try classroom.secondsUntil(1) <= 2)
      let next = try classroom.student()
      #expect(next.shows("Press space"))
    }

    @Test func `an administrator's server with the printed rules does the same`() throws {
      let classroom = try Classroom(["--lesson", "line"])
      let other = try SystemServer(beside: classroom)
      let student = try other.student()
      #expect(student.shows("Press space"))
      student.type(" q")
      #expect(student.waitForExit() == 0)
      for request in ["sh", "/usr/lib/openssh/sftp-server"] {
        let refused = try other.student([request])
        #expect(refused.waitForExit() == 2)
      }
      let files = try other.run(["-s", "sftp"])
      #expect(files.status == 2 && files.output.isEmpty)
      let tunnel = try other.run(["-W", "127.0.0.1:\(classroom.port)"])
      #expect(tunnel.status != 0 && tunnel.output.isEmpty)
    }
  }
}
