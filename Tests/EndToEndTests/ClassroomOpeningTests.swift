import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EndToEnd {
  /// What a teacher types, and what must be wrong with it before anybody is told that a class is open.
  @Suite struct OpeningAClass {
    private let folder = URL(fileURLWithPath: NSHomeDirectory())
      .appendingPathComponent(".fivemoves-test-\(UUID().uuidString.prefix(8))").path

    private func script(_ arguments: [String]) throws -> Command {
      let line = #"FIVEMOVES_BINARY="$0" exec /usr/bin/timeout 20 /bin/bash "$@""#
      return try Command(["-c", line, Program.path, Classroom.demo] + arguments, of: "/bin/bash")
    }

    @Test(arguments: [
      (["--places", "0"], "--places must be a number from 1 to 999, but is 0"),
      (["--port", "70000"], "--port must be a number from 1 to 65535, but is 70000"),
      (["--port", "99999999999999999999"], "--port must be a number"),
      (["--port", ""], "--port needs a value"),
      (["--lesson", "poem"], "there is no lesson named poem"),
      (["--lessons", "line"], "there is no option --lessons; see demo/classroom --help"),
      (["my line"], "my\\ line is no option; a lesson is named by --lesson"),
      (["--keys", "/nowhere"], "/nowhere cannot be read"),
      (["--keys", "/etc/passwd"], "must hold public keys, a line each"),
      (["--program", "/etc/passwd"], "/etc/passwd is no program"),
      (["--folder", "/proc/class"], "/proc/class cannot be written to"),
      (["--address", "192.0.2.1"], "192.0.2.1 is none of this machine's addresses"),
    ])
    func `what cannot be is told in one line, and nothing opens`(
      arguments: [String], words: String
    ) throws {
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let run = try script(["--folder", folder] + arguments)
      #expect(run.status == 1 && run.output == "")
      #expect(run.errors.split(separator: "\n").count == 1 && run.errors.contains(words))
    }

    @Test func `its help has every option, in lines of eighty columns`() throws {
      let help = try script(["--help"])
      #expect(help.status == 0 && help.errors == "")
      for line in help.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
      let source = try String(contentsOfFile: Classroom.demo, encoding: .utf8)
      let options = source.matches(of: #/\n +(--[a-z-]+)\) [a-z]+=/#).map { String($0.1) }
      #expect(options.count == 11)
      for option in options { #expect(help.output.contains("\n  \(option) "), "\(option)") }
    }

    @Test func `a folder in which others may put keys is refused before a student comes`() throws {
      let shared = "/tmp/fivemoves-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: shared) }
      let run = try script(["--folder", shared])
      #expect(run.status == 1)
      #expect(run.errors.contains("others may write to /tmp, so the SSH server would refuse"))
    }

    /// What the SSH server calls home is the account's, whatever its environment says.
    @Test func `a home that is set to a folder below tmp is refused too, with a way out`() throws {
      let home = "/tmp/fivemoves-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: home) }
      let line =
        #"HOME="$2" XDG_STATE_HOME= FIVEMOVES_BINARY="$0" exec /usr/bin/timeout 20 /bin/bash "$1""#
      let run = try Command(["-c", line, Program.path, Classroom.demo, home], of: "/bin/bash")
      #expect(run.status == 1 && run.output == "")
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(run.errors.contains("others may write to /tmp") && run.errors.contains("--folder /"))
    }

    @Test
    func `what is said at the opening fits eighty columns, and lets a student in as it stands`()
      throws
    {
      let classroom = try Classroom(["--lesson", "line", "--address", "0.0.0.0"])
      let said = try String(contentsOfFile: "\(classroom.folder.path)-words", encoding: .utf8)
      for line in said.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
      let typed = said.split(separator: "\n").filter {
        $0.hasPrefix("  chmod") || $0.hasPrefix("  ssh ")
      }
      try #require(typed.count == 2 && said.contains("answers yes when ssh shows this key"))
      // The key as it comes by mail, and a student who has seen no server yet.
      let place = "\(classroom.folder.path)-student"
      defer { try? FileManager.default.removeItem(atPath: place) }
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: "\(classroom.folder.path)/class_key", toPath: "\(place)/class_key")
      let asks = "-F none -t -o UserKnownHostsFile='\(place)/known'"
      let line =
        "cd '\(place)' && chmod 644 class_key && \(typed[0]) && "
        + typed[1].replacing("ssh ", with: "ssh \(asks) ")
      let student = try Program(["-c", line], of: "/bin/sh", width: 100, height: 30)
      #expect(student.shows("(yes/no"))
      let shown = try Command(
        ["-lf", "\(classroom.folder.path)/host_key.pub"], of: "/usr/bin/ssh-keygen"
      ).output.split(separator: " ")[1]
      #expect(said.contains(shown))
      #expect(String(decoding: student.bytes, as: UTF8.self).contains(shown))
      student.type("yes\n")
      #expect(student.shows("Press space"))
      student.type("q")
      #expect(student.waitForExit() == 0)
    }

    @Test func `a folder that holds somebody's files is refused, and they stay`() throws {
      let thesis = "\(folder)/home/thesis"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try FileManager.default.createDirectory(
        atPath: "\(folder)/home", withIntermediateDirectories: true)
      try Data("years".utf8).write(to: URL(fileURLWithPath: thesis))
      let run = try script(["--folder", folder, "--lesson", "line"])
      #expect(run.status == 1 && run.errors.contains("\(folder) holds other files"))
      #expect(try String(contentsOfFile: thesis, encoding: .utf8) == "years")
    }

    @Test func `a busy port is told every time, whatever an old log says`() throws {
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let class1 = try Classroom(["--lesson", "line"])
      for _ in 0..<10 {
        let run = try script(["--folder", folder, "--port", "\(class1.port)", "--lesson", "line"])
        #expect(run.status == 1 && !run.output.contains("open"))
        #expect(run.errors.contains("port \(class1.port) of 127.0.0.1 is in use"))
        let log = "Server listening on 127.0.0.1 port \(class1.port).\n"
        try Data(log.utf8).write(to: URL(fileURLWithPath: "\(folder)/log"))
      }
    }

    @Test func `nothing of the last class is emptied for one whose port is busy`() throws {
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let kept = "\(folder)/places/kept"
      for (path, words) in [("\(folder)/.classroom", ""), (kept, "place")] {
        let place = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(words.utf8).write(to: place)
      }
      let open = try Classroom(["--lesson", "line"])
      let run = try script(["--folder", folder, "--port", "\(open.port)", "--lesson", "line"])
      #expect(run.status == 1 && run.errors.contains("port \(open.port) of 127.0.0.1 is in use"))
      #expect(try String(contentsOfFile: kept, encoding: .utf8) == "place")
    }

    /// By its own watcher, or where that was killed too, by the next class there.
    @Test(arguments: [false, true])
    func `a class whose script is killed is closed, and another opens in its place`(
      withWatchers: Bool
    ) throws {
      let first = try Classroom(["--lesson", "line"])
      let student = try first.student()
      #expect(student.shows("Press space"))
      try first.killScript(withWatchers: withWatchers)
      if withWatchers { usleep(500_000) } else { #expect(student.waitForExit(within: 5) != nil) }
      let second = try Classroom(["--lesson", "line"], after: first)
      #expect(student.waitForExit(within: 5) != nil)
      #expect(student.isGivenBack)
      #expect(try second.sessions.isEmpty)
      let late = try second.student()
      #expect(late.shows("Press space"))
      #expect(second.close() == 0)
      #expect(try second.sessions.isEmpty)
    }

    @Test func `a second class leaves the places of the first alone`() throws {
      let first = try Classroom(["--lesson", "line", "--places", "1"])
      let student = try first.student()
      #expect(student.shows("Press space"))
      let run = try script(["--folder", first.folder.path, "--port", "\(first.port + 1)"])
      #expect(run.status == 1)
      #expect(run.errors.contains("a class is open in \(first.folder.path)"))
      let late = try first.student()
      #expect(late.waitForExit() == 2)
      #expect(String(decoding: late.bytes, as: UTF8.self).contains("place"))
      student.type(" ")
      #expect(student.wait { _ in student.step == 1 })
    }

    @Test func `relative paths with spaces are those of the folder it was typed in`() throws {
      let place = URL(fileURLWithPath: folder)
      defer { try? FileManager.default.removeItem(at: place) }
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: Program.path, toPath: "\(folder)/my program")
      let made = try Command(
        ["-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/my keys"], of: "/usr/bin/ssh-keygen")
      #expect(made.status == 0)
      let classroom = try Classroom(
        ["--lesson", "line", "--program", "my program", "--keys", "my keys.pub"], from: place)
      for key in [nil, "\(folder)/my keys"] {
        let student = try classroom.student(key: key)
        #expect(student.shows("Press space"))
        student.type("q")
        #expect(student.waitForExit() == 0)
      }
    }

    /// Whoever has not said a word holds a place of the server's, not one of the class.
    @Test func `a hundred and ten connections that say nothing shut nobody out`() throws {
      let classroom = try Classroom(["--lesson", "line"])
      let silent = try (0..<110).map { _ in try connect(to: classroom.port) }
      defer { for socket in silent { close(socket) } }
      let students = try (0..<3).map { _ in try classroom.student() }
      for student in students { #expect(student.shows("Press space", within: 30)) }
    }

    private func connect(to port: Int) throws -> CInt {
      let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(port).bigEndian
      address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
      let code = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      try #require(code == 0)
      return socket
    }

    /// The account's own files could start anything, such as the teacher's tmux.
    @Test(.enabled(if: geteuid() == 0 || getenv("CI") != nil))
    func `no start-up file of the account runs before the lesson`() throws {
      let startUp = "echo start-up file; exec /bin/sh -i\n"
      let classroom = try Classroom(["--lesson", "line"], startUp: startUp)
      let student = try classroom.student()
      #expect(student.shows("Press space"))
      student.type("q")
      #expect(student.waitForExit() == 0)
      #expect(!String(decoding: student.bytes, as: UTF8.self).contains("start-up"))
      let dumb = try Command(classroom.words(), of: Classroom.client)
      #expect(dumb.status == 2 && !dumb.output.contains("start-up"))
    }
  }
}
