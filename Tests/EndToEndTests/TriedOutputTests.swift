import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EndToEnd {
  /// Whether a file can be written is known before the first step.
  @Suite(.enabled(if: getuid() == 0, "it takes a superuser to be somebody else"))
  struct TriedOutputs {
    private static let options = ["--save", "--save-initial", "--checkpoint", "--log"]
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Endless, if it should begin.
    private func expectRefusal(
      _ output: String, by start: String = "", of program: String = Program.path,
      saying words: String
    ) throws {
      let run = "\(start) timeout 20 \"$0\" train line --steps 1000000000 \(output)"
      let refused = try Command(
        ["-c", "cd '\(folder.path("."))' && \(run)", program], of: "/bin/sh")
      #expect(refused.status == 1 && refused.output.isEmpty, "\(output): \(refused)")
      #expect(refused.errors.contains(words), "\(output): \(refused.errors)")
      #expect(refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
    }

    @Test(arguments: options)
    func `what cannot be a file's place is refused`(option: String) throws {
      try FileManager.default.createDirectory(
        atPath: folder.path("folder"), withIntermediateDirectories: false)
      try socket("socket")
      let before = folder.names
      let long = String(repeating: "x", count: 300)
      try expectRefusal("\(option) \(long)", saying: "file name too long")
      try expectRefusal("\(option) none/file", saying: "no such file or directory")
      try expectRefusal("\(option) folder", saying: "is a directory")
      try expectRefusal("\(option) socket", saying: "is not a regular file")
      let device = option == "--log" ? "no space left" : "is not a regular file"
      try expectRefusal("\(option) /dev/full", saying: device)
      #expect(folder.names == before)
    }

    @Test(arguments: options)
    func `a folder that one may not write in is refused`(option: String) throws {
      #expect(chmod(folder.path("."), 0o755) == 0)
      let program = folder.path("program")
      try FileManager.default.copyItem(atPath: Program.path, toPath: program)
      try expectRefusal(
        "\(option) file", by: "setpriv --reuid=65534 --regid=65534 --clear-groups", of: program,
        saying: "permission denied")
      #expect(folder.names == ["program"])
    }

    @Test(arguments: options)
    func `a disk that is full is refused`(option: String) throws {
      let disk = folder.path("disk")
      try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
      guard mount("none", disk, "tmpfs", 0, "size=64k") == 0 else { return }
      defer { umount(disk) }
      _ = try Command(["-c", "cat /dev/zero > '\(disk)/all'"], of: "/bin/sh")
      try expectRefusal("\(option) disk/file", saying: "no space left")
      let names = try FileManager.default.contentsOfDirectory(atPath: disk)
      #expect(names == ["all"])
    }

    @Test(arguments: options)
    func `a file that would be longer than the shell allows is refused`(option: String) throws {
      try expectRefusal("\(option) file", by: "ulimit -f 1;", saying: "file too large")
      #expect(folder.names == [])
    }

    private func socket(_ name: String) throws {
      #expect(mknod(folder.path(name), S_IFSOCK | 0o600, 0) == 0)
    }
  }
}
