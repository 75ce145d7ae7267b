import Foundation
internal import Testing

@testable internal import Storage

@Test func `a file takes the place of the old one, and nothing is left beside it`() throws {
  let folder = try Folder()
  for bytes: [UInt8] in [[1, 2, 3], [], Array(repeating: 7, count: 300_000)] {
    try WholeFile(folder.path("a")).write(bytes)
    #expect(try folder.read("a") == bytes)
    #expect(folder.names == ["a"])
  }
}

@Test func `a link stays a link, and its file changes`() throws {
  let folder = try Folder()
  try folder.write([1], "file")
  let link = folder.path("link")
  try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path("file"))
  try WholeFile(link).write([2])
  #expect(try folder.read("file") == [2])
  #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link).hasSuffix("file"))
}

@Test func `what is no file is never replaced`() throws {
  let folder = try Folder()
  for path in ["/dev/null", folder.path("")] {
    #expect(throws: FileError.notAFile) { try WholeFile(path) }
  }
}

@Test func `a folder that is not there is named before any work is done`() throws {
  let folder = try Folder()
  let path = folder.path("none/a")
  let error = #expect(throws: StorageError.self) { try RunFile.prepare(path) }
  #expect(error?.description.contains("no such file or directory") == true)
  #expect(throws: StorageError.self) { try line().checkpoint(path).write() }
}

@Test func `a write that fails leaves the old file`() throws {
  let folder = try Folder()
  let file = try WholeFile(folder.path("a"))
  try file.write([1])
  try FileManager.default.createDirectory(
    atPath: folder.path("a.\(getpid()).partial"), withIntermediateDirectories: false)
  #expect(throws: FileError.self) { try file.write([2]) }
  #expect(try folder.read("a") == [1])
}

@Test func `what cannot be read is named`() throws {
  let folder = try Folder()
  for (path, words) in [
    (folder.path("none"), "no such file"), (folder.path(""), "is a directory"),
    ("/dev/zero", "not a regular file"),
  ] {
    let error = #expect(throws: StorageError.self) { try RunFile(reading: path) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }
}

@Test func `only files of dead processes, named as such files are, are removed`() throws {
  let folder = try Folder()
  let dead = try deadProcess()
  let kept = [
    "a", "a.\(getpid()).partial", "a.\(getppid()).partial", "a.1x.partial", "a.partial",
    "a.0\(dead).partial", "b.\(dead).partial", "a.\(dead).partial.txt", "a.-\(dead).partial",
  ]
  for name in kept + ["a.\(dead).partial"] { try folder.write([1], name) }
  try RunFile.prepare(folder.path("a"))
  #expect(folder.names == kept.sorted())
}

@Test func `what a living process in a container of its own holds is left, whatever its number`()
  throws
{
  let folder = try Folder()
  let name = "a.\(try deadProcess()).partial"
  try folder.write([1], name)
  let descriptor = open(folder.path(name), O_RDWR)
  #expect(flock(descriptor, LOCK_EX) == 0)
  try RunFile.prepare(folder.path("a"))
  #expect(folder.names == [name])
  close(descriptor)
  try RunFile.prepare(folder.path("a"))
  #expect(folder.names == [])
}

/// The number of a process that has ended.
private func deadProcess() throws -> pid_t {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/true")
  try process.run()
  process.waitUntilExit()
  return process.processIdentifier
}
