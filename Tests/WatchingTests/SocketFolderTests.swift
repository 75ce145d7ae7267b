import Foundation
import Testing

@testable internal import Watching

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct SocketFolderTests {
  private let runtime = FileManager.default.temporaryDirectory.appending(path: "rt-\(UUID())").path

  init() throws {
    try FileManager.default.createDirectory(atPath: runtime, withIntermediateDirectories: true)
  }

  @Test func `the folder is this person's alone`() throws {
    let folder = try SocketFolder.shared(in: runtime)
    let rights = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions]
    #expect(rights as? Int == 0o700)
    #expect(folder.path == "\(runtime)/fivemoves")
  }

  @Test func `a folder that others may enter is refused`() throws {
    let folder = try SocketFolder.shared(in: runtime)
    chmod(folder.path, 0o755)
    let error = #expect(throws: WatchError.self) { try SocketFolder.shared(in: runtime) }
    let words =
      "others may use it, its mode is 0755; chmod 700 \(folder.path) makes it yours alone."
    #expect(error?.description.hasSuffix(words) == true)
  }

  @Test func `a link in the folder's place is refused`() throws {
    symlink("/tmp", "\(runtime)/fivemoves")
    #expect(throws: WatchError.self) { try SocketFolder.shared(in: runtime) }
  }

  @Test func `the socket of a process that is gone is taken away`() throws {
    let folder = try SocketFolder.shared(in: runtime)
    let alive = "\(getpid()).0.sock"
    for name in [alive, "4194000.0.sock", "other"] {
      try Data().write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }
    #expect(folder.sockets() == ["\(folder.path)/\(alive)"])
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(left == [alive, "other"])
  }

  @Test func `a command's own folder goes with all that is in it, and no link is followed`() throws
  {
    let kept = "\(runtime)/kept"
    try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: "\(kept)/file"))
    let folder = try SocketFolder.own(in: runtime)
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/a/b", withIntermediateDirectories: true)
    symlink(kept, "\(folder.path)/link")
    folder.remove()
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    #expect(FileManager.default.fileExists(atPath: "\(kept)/file"))
  }
}
