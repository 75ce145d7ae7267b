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
    private static func teacher(_ classroom: Classroom, _ lesson: String = "story") throws
      -> Program
    {
      try Program(
        ["teach", lesson, "--no-visit"], width: 100, height: 30,
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

    @Test
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

    @Test(arguments: [true, false])
    func
      `a run at 32 steps a second and a held key cost a student's line at most two kilobytes a second`(
        isHeld: Bool
      ) throws
    {
      let classroom = try Classroom(["--teach"])
      let teacher = try Self.teacher(classroom)
      #expect(teacher.shows("class ", within: 20))
      let student = try classroom.student(width: 80, height: 24)
      #expect(student.shows("class ", within: 20))
      if !isHeld { teacher.type("+++\r") }
      let hold = {
        if isHeld { teacher.type(" ") }
        _ = take([teacher, student], until: { false }, within: 0.033)
      }
      for _ in 0..<60 { hold() }
      let kind = isHeld ? "under a held key" : "at 32 steps/s"
      Bar.exact("a student's line in story \(kind), a second", 2, "kB").holds {
        let before = student.bytes.count
        let end = now() + 3
        while now() < end { hold() }
        return Double(student.bytes.count - before) / 3 / 1024
      }
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
