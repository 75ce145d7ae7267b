import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EndToEnd {
  /// A teacher's lesson that a class follows, over a real SSH server.
  @Suite struct InATaughtClass {
    private static func teacher(
      _ classroom: Classroom, _ lesson: String = "story", steps: Int? = nil
    ) throws -> Program {
      try Program(
        ["teach", lesson, "--no-visit"] + (steps.map { ["--steps", "\($0)"] } ?? []),
        width: 100, height: 30,
        environment: [
          "XDG_RUNTIME_DIR": classroom.folder.appendingPathComponent("run").path,
          "FIVEMOVES_NO_ANIMATION": "1",
        ])
    }

    private func take(_ programs: [Program], until isRight: () -> Bool, within seconds: Double = 10)
      -> Double
    {
      let start = now()
      while now() - start < seconds {
        for program in programs { program.take() }
        if isRight() { return now() - start }
        usleep(300)
      }
      return .infinity
    }

    @Test(.measures)
    func `forty students follow their teacher over SSH, and keep the lesson when he is killed`()
      throws
    {
      let classroom = try Classroom(["--teach", "--places", "45"])
      let teacher = try Self.teacher(classroom)
      #expect(teacher.shows("class ", within: 20))
      teacher.type(" ")
      #expect(teacher.wait { _ in teacher.step == 1 })
      let alone = median(teacher, among: [teacher])
      let students = try (0..<40).map { _ in try classroom.student() }
      let all = [teacher] + students
      let joined = take(
        all, until: { students.allSatisfy { $0.step == teacher.step } }, within: 60)
      #expect(joined < 60)
      #expect(teacher.shows("40 following"))
      _ = take(all, until: { false }, within: 1)
      Bar.milliseconds("teacher's key to 40 students' screens over SSH, p95", 150).holds {
        quantile(0.95, of: (0..<30).map { _ in key(of: teacher, all, all) }) * 1000
      }
      Bar.milliseconds("what 40 followers add to the teacher's key to screen, median", 1).holds {
        max(median(teacher, among: all) - alone, 0)
      }
      let memory = try classroom.sessions.map { try proportionalMemory(of: $0) }
      Bar.exact("proportional memory of a follower, mean", 6, "MiB").holds {
        memory.reduce(0, +) / Double(max(memory.count, 1))
      }
      teacher.signal(SIGKILL)
      let told = take(
        all, until: { students.allSatisfy { $0.screen.text.contains("the class is over") } })
      #expect(told <= 2)
      let student = students[0]
      student.type("\u{1B}[H")
      #expect(student.wait { _ in student.step == 0 })
    }

    /// Of the teacher's keys to the own screen, in milliseconds.
    private func median(_ teacher: Program, among all: [Program]) -> Double {
      quantile(0.5, of: (0..<30).map { _ in key(of: teacher, [teacher], all) }) * 1000
    }

    /// Seconds from a step of the teacher's to its number on all these screens.
    private func key(of teacher: Program, _ watched: [Program], _ all: [Program]) -> Double {
      let next = (teacher.step ?? 0) + 1
      teacher.type(".")
      let seconds = take(watched, until: { watched.allSatisfy { $0.step == next } }, within: 5)
      _ = take(all, until: { all.allSatisfy { $0.step == next } }, within: 5)
      _ = take(all, until: { false }, within: 0.15)
      return seconds
    }

    /// In MiB: pages that several share count in equal parts.
    private func proportionalMemory(of process: pid_t) throws -> Double {
      let text = try String(contentsOfFile: "/proc/\(process)/smaps_rollup", encoding: .utf8)
      let line = text.split(separator: "\n").first { $0.hasPrefix("Pss:") }
      let number = line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }
      return try #require(number) / 1024
    }

    /// How a teacher may keep a run going.
    enum Hold: String, CaseIterable {
      case steps = "under held space"
      case moves = "under held →"
      case back = "under held ←"
      case panels = "under held tab"
      case auto = "at 32 steps/s"
      case full = "at full speed"

      /// Typed thirty times a second; nil where the run goes by itself.
      var key: String? {
        switch self {
        case .steps: " "
        case .moves: "\u{1B}[C"
        case .back: "\u{1B}[D"
        case .panels: "\t"
        case .auto, .full: nil
        }
      }

      var first: String {
        switch self {
        case .steps, .moves, .panels: " "
        case .back: String(repeating: " ", count: 80)
        case .auto: "+++\r"
        case .full: "++++\r"
        }
      }
    }

    @Test(arguments: Hold.allCases)
    func `whatever the teacher holds, a student's line carries at most two kilobytes a second`(
      hold: Hold
    ) throws {
      let classroom = try Classroom(["--teach"])
      let teacher = try Self.teacher(classroom, steps: 10_000)
      #expect(teacher.shows("class ", within: 20))
      let student = try classroom.student(width: 80, height: 24)
      #expect(student.shows("class ", within: 20))
      teacher.type(hold.first)
      _ = take([teacher, student], until: { false }, within: 1.5)
      let go = { (seconds: Double) in
        let end = now() + seconds
        while now() < end {
          hold.key.map { teacher.type($0) }
          _ = self.take([teacher, student], until: { false }, within: 1.0 / 30)
        }
      }
      go(2)
      Bar.exact("a student's line in story \(hold.rawValue), a second", 2, "kB").holds {
        let before = student.bytes.count
        go(8)
        return Double(student.bytes.count - before) / 8 / 1000
      }
      if hold.key == nil { teacher.type(" ") }
      let isSame = take(
        [teacher, student], until: { teacher.step != nil && student.step == teacher.step },
        within: 5)
      #expect(isSame < 5, "the newest state did not come")
    }

    @Test(arguments: [true, false])
    func
      `when the teacher has left, the lesson stays on the students' screens until enter closes it`(
        isKilled: Bool
      ) throws
    {
      let classroom = try TaughtAtTerminal()
      let script = classroom.script
      #expect(script.shows("press enter to begin your lesson", within: 30))
      script.type("\r")
      #expect(script.shows("Press space", within: 20) || script.shows("step 0"))
      let student = try classroom.student()
      #expect(student.shows("class ", within: 20))
      script.type("   ")
      #expect(script.wait { _ in script.step == 3 })
      #expect(take([script, student], until: { student.step == 3 }) < 5)
      if isKilled { kill(try classroom.teacher, SIGKILL) } else { script.type("q") }
      #expect(
        take([script, student], until: { student.screen.text.contains("class is over") }) <= 2)
      #expect(script.shows("press enter to close the class"))
      student.type("\u{1B}[H")
      #expect(student.wait { _ in student.step == 0 })
      script.type("\r")
      #expect(script.waitForExit() == 0)
      #expect(student.waitForExit() != nil)
    }

    @Test func `without leave a student begins no lesson alone, and with it does`() throws {
      let strict = try Classroom(["--teach"])
      let refused = try strict.student(["line"])
      #expect(refused.waitForExit() == 2)
      #expect(refused.screen.text.contains("--own"))
      let open = try Classroom(["--teach", "--own"])
      let alone = try open.student(["line"])
      #expect(alone.shows("Press space"))
    }

    @Test func `a student who only watches stays for as long as the class lasts`() throws {
      let folder = try TemporaryFolder()
      let environment = ["XDG_RUNTIME_DIR": folder.path(".")]
      let teacher = try Program(["teach", "line", "--no-visit"], environment: environment)
      #expect(teacher.shows("class ", within: 20))
      let student = try Program(
        ["follow", "--kiosk", "--idle-exit", "0.02"], environment: environment)
      #expect(student.shows("class ", within: 20))
      _ = take([teacher, student], until: { false }, within: 3)
      teacher.type(" ")
      #expect(take([teacher, student], until: { student.step == 1 }) < 5)
      teacher.type("q")
      #expect(take([student], until: { student.screen.text.contains("class is over") }) <= 2)
      #expect(student.waitForExit(within: 10) == 0)
    }

    @Test func `who comes before the teacher waits`() throws {
      let classroom = try Classroom(["--teach", "--lesson", "line"])
      let student = try classroom.student()
      #expect(student.shows("has not begun yet"))
      let teacher = try Self.teacher(classroom, "line")
      #expect(teacher.shows("1 following"))
      #expect(student.shows("step 0"))
    }
  }
}
