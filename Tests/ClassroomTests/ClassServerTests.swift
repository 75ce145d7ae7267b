import Canvas
import Foundation
import Moves
import Testing
import Watching

@testable internal import Classroom
@testable internal import Visualizer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What can go wrong between a teacher and a class, over real sockets.
@Suite struct ClassServerTests {
  private static let space = Key.character(" ")

  private func socket(of teacher: Teacher, in folder: Folder) -> String {
    "\(folder.sockets.path)/\(ClassCode.socket(of: teacher.server.code))"
  }

  private func follows(_ count: Int, _ teacher: Teacher, within seconds: Double = 5) -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      if teacher.server.attendance.following == count { return true }
      usleep(2000)
    }
    return false
  }

  @Test func `only this person may open the socket, and its name is the code`() throws {
    let folder = try Folder()
    let teacher = try Teacher("line", in: folder)
    defer { teacher.server.close() }
    let path = socket(of: teacher, in: folder)
    var facts = stat()
    #expect(lstat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
    #expect(teacher.server.code.count == 3)
    teacher.server.close()
    #expect(lstat(path, &facts) != 0)
  }

  @Test func `without a class, with an unknown code and with two classes a line says what to do`()
    throws
  {
    let folder = try Folder()
    #expect(throws: ClassError.noClass) { try ClassLink(to: nil, in: folder.sockets) }
    let first = try Teacher("line", in: folder)
    defer { first.server.close() }
    #expect(throws: ClassError.unknown("zzz", [first.server.code])) {
      try ClassLink(to: "zzz", in: folder.sockets)
    }
    let second = try Teacher("line", in: folder)
    defer { second.server.close() }
    let codes = [first.server.code, second.server.code].sorted()
    #expect(throws: ClassError.several(codes)) { try ClassLink(to: nil, in: folder.sockets) }
    let link = try ClassLink(to: second.server.code.lowercased(), in: folder.sockets)
    #expect(link.code == second.server.code)
    link.leave()
  }

  @Test func `a socket that a killed teacher left is no class, and is taken away`() throws {
    let folder = try Folder()
    let path = "\(folder.sockets.path)/class-ABC.sock"
    let left = try #require(UnixSocket.listen(at: path))
    close(left)
    #expect(throws: ClassError.noClass) { try ClassLink(to: "ABC", in: folder.sockets) }
    #expect(access(path, F_OK) != 0)
  }

  @Test func `a class of another protocol is refused by both numbers`() throws {
    let folder = try Folder()
    let listener = try #require(UnixSocket.listen(at: "\(folder.sockets.path)/class-ABC.sock"))
    Thread.detachNewThread {
      let socket = accept(listener, nil, nil)
      let line = Array(#"{"type":"class","protocol":7,"code":"ABC"}"#.utf8) + [0x0A]
      _ = write(socket, line, line.count)
      sleep(5)
      close(socket)
    }
    let error = #expect(throws: ClassError.self) { try ClassLink(to: nil, in: folder.sockets) }
    #expect(error == .otherProtocol(7))
    #expect(error?.description.contains("version 7") == true)
    #expect(error?.description.contains("version 3") == true)
    close(listener)
  }

  @Test func `a follower of another protocol gets the class's number and nothing else`() throws {
    let folder = try Folder()
    let teacher = try Teacher("line", in: folder)
    defer { teacher.server.close() }
    let follower = try #require(RawFollower(at: socket(of: teacher, in: folder), joins: false))
    follower.send(#"{"type":"join","protocol":2}"# + "\n")
    #expect(follower.lines { $0.contains(#""protocol":3"#) }?.count == 1)
    #expect(follower.lines(within: 0.5) { $0.contains("run") } == nil)
    #expect(teacher.server.attendance.following == 0)
  }

  @Test(arguments: [true, false])
  func `who sends ten megabytes of junk is hung up on, and the others go on`(inLines: Bool) throws {
    let folder = try Folder()
    let teacher = try Teacher("line", in: folder)
    defer { teacher.server.close() }
    let student = try Student(in: folder)
    let hostile = try #require(RawFollower(at: socket(of: teacher, in: folder)))
    #expect(follows(2, teacher))
    let junk = [UInt8](repeating: inLines ? 0x0A : 0x41, count: 1 << 16)
    var sent = 0
    while sent < 10 << 20, hostile.send(junk) { sent += junk.count }
    #expect(sent < 1 << 20)
    #expect(follows(1, teacher))
    teacher.press([Self.space])
    #expect(student.sees(teacher.tandem.app.present))
  }

  @Test func `who reads nothing keeps nobody waiting, and is told the run so far afterwards`()
    throws
  {
    let folder = try Folder()
    let teacher = try Teacher("spiral", in: folder, steps: 600)
    defer { teacher.server.close() }
    let stopped = try #require(RawFollower(at: socket(of: teacher, in: folder)))
    #expect(follows(1, teacher))
    var longest = 0.0
    for _ in 0..<590 {
      teacher.tandem.perform(.request(.wholeStep))
      let start = Date()
      teacher.server.show(teacher.tandem.app.present)
      longest = max(longest, Date().timeIntervalSince(start))
      usleep(300)
    }
    #expect(longest < 0.05)
    let newest = teacher.tandem.app.completedSteps
    let lines = try #require(
      stopped.lines { $0.hasPrefix(#"{"type":"present""#) && $0.contains("[\(newest),0]") })
    let bytes = lines.reduce(0) { $0 + $1.utf8.count }
    let all = teacher.server.length
    #expect(all > 3 << 20 && bytes < all / 2, "\(bytes) of \(all)")
    let again = try #require(lines.lastIndex(of: Follower.afresh))
    let steps = lines[again...].count { $0.hasPrefix(#"{"type":"step""#) }
    #expect(steps == newest)
  }

  @Test func `a late comer is told the run so far without its old moves, and sees the present`()
    throws
  {
    let folder = try Folder()
    let teacher = try Teacher("story", in: folder, steps: 300)
    defer { teacher.server.close() }
    for _ in 0..<60 { teacher.tandem.perform(.request(.wholeStep)) }
    teacher.press([.right])
    let follower = try #require(RawFollower(at: socket(of: teacher, in: folder)))
    let lines = try #require(follower.lines { $0.hasPrefix(#"{"type":"present""#) })
    #expect(lines.reduce(0) { $0 + $1.utf8.count } < teacher.server.length / 2)
    let student = try Student(in: folder)
    #expect(student.sees(teacher.tandem.app.present))
    #expect(student.misses(teacher).isEmpty, "\(student.misses(teacher))")
  }

  @Test func `sixty come and go, and the count is right`() throws {
    let folder = try Folder()
    let teacher = try Teacher("line", in: folder)
    defer { teacher.server.close() }
    var stayed: [RawFollower] = []
    for number in 0..<60 {
      let follower = try #require(RawFollower(at: socket(of: teacher, in: folder)))
      if number % 6 == 0 { stayed.append(follower) }
    }
    #expect(follows(10, teacher))
    stayed = []
    #expect(follows(0, teacher))
  }

  @Test func `when the teacher has left, the student is told and keeps the lesson`() throws {
    let folder = try Folder()
    let teacher = try Teacher("spiral", in: folder)
    for _ in 0..<12 { teacher.press([Self.space]) }
    let student = try Student(in: folder)
    #expect(student.sees(teacher.tandem.app.present))
    teacher.server.close()
    let start = Date()
    #expect(student.wait(within: 2) { $0.following?.isOver == true })
    #expect(Date().timeIntervalSince(start) < 2)
    #expect(student.tandem.app.options.remark?.hasPrefix("Your teacher has left.") == true)
    student.press(.home)
    #expect(student.tandem.app.completedSteps == 0)
    student.press(.end)
    #expect(student.tandem.app.completedSteps == teacher.tandem.app.completedSteps)
    student.press(.escape)
    #expect(student.tandem.app.following?.isAlone == true)
  }

  @Test func `three hundred that say nothing keep nobody out, and are hung up on soon`() throws {
    let folder = try Folder()
    let teacher = try Teacher("line", in: folder)
    defer { teacher.server.close() }
    let path = socket(of: teacher, in: folder)
    let silent = (0..<300).compactMap { _ in RawFollower(at: path, joins: false) }
    #expect(silent.count == 300)
    let student = try Student(in: folder)
    #expect(student.sees(teacher.tandem.app.present))
    #expect(follows(1, teacher))
    #expect(silent.allSatisfy { $0.isHungUp(within: 6) })
    teacher.press([Self.space])
    #expect(student.sees(teacher.tandem.app.present))
  }

  @Test func `half a word, and a line that is closed on one side, are no followers`() throws {
    let folder = try Folder()
    let teacher = try Teacher("line", in: folder)
    defer { teacher.server.close() }
    let path = socket(of: teacher, in: folder)
    let half = try #require(RawFollower(at: path, joins: false))
    half.send(#"{"type":"join","proto"#)
    #expect(half.isHungUp(within: 6))
    let closed = try #require(RawFollower(at: path))
    #expect(follows(1, teacher))
    shutdown(closed.socket, CInt(SHUT_WR))
    #expect(follows(0, teacher))
    #expect(closed.isHungUp(within: 2))
  }

  @Test func `a full class says so in a line`() throws {
    let folder = try Folder()
    let teacher = try Teacher("line", in: folder)
    defer { teacher.server.close() }
    let path = socket(of: teacher, in: folder)
    let all = (0..<ClassServer.most).compactMap { _ in RawFollower(at: path) }
    #expect(follows(ClassServer.most, teacher))
    let error = #expect(throws: ClassError.self) { try ClassLink(to: nil, in: folder.sockets) }
    #expect(
      error?.description
        == "class \(teacher.server.code) is full: \(all.count) follow it already; try again "
        + "when one has left.")
  }
}
