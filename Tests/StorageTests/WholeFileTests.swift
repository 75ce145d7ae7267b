import Foundation
internal import Testing

@testable internal import Storage

@Test func `a file takes the place of the old one, and nothing is left beside it`() throws {
  let folder = try Folder()
  for bytes: [UInt8] in [[1, 2, 3], [], Array(repeating: 7, count: 300_000)] {
    try WholeFile(held: folder.path("a")).write(bytes)
    #expect(try folder.read("a") == bytes)
    #expect(folder.names == ["a"])
  }
}

@Test func `a link stays a link, and its file changes`() throws {
  let folder = try Folder()
  try folder.write([1], "file")
  let link = folder.path("link")
  try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path("file"))
  try WholeFile(held: link).write([2])
  #expect(try folder.read("file") == [2])
  #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link).hasSuffix("file"))
}

@Test func `what is no file is never replaced`() throws {
  let folder = try Folder()
  #expect(throws: FileError.notAFile) { try WholeFile(held: "/dev/null") }
  #expect(throws: FileError.directory) { try WholeFile(held: folder.path("")) }
}

@Test func `a folder that is not there is named before any work is done`() throws {
  let folder = try Folder()
  let path = folder.path("none/a")
  let error = #expect(throws: StorageError.self) { try WholeFile(path) }
  #expect(error?.description.contains("no such file or directory") == true)
}

@Test func `a write that fails leaves the old file`() throws {
  let folder = try Folder()
  let file = try WholeFile(held: folder.path("a"))
  try file.write([1])
  try FileManager.default.createDirectory(
    atPath: folder.path(".a.fivemoves"), withIntermediateDirectories: false)
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

@Test func `one holds a file at a time, whether or not it is there, until it lets go`() throws {
  let folder = try Folder()
  try folder.write([1], "old")
  try FileManager.default.createSymbolicLink(
    atPath: folder.path("soft"), withDestinationPath: "new")
  let inUse = FileError.inUse(by: getpid())
  for (path, other) in [("old", "old"), ("old", "hard"), ("new", "new"), ("new", "soft")] {
    if other == "hard" { #expect(link(folder.path("old"), folder.path("hard")) == 0) }
    let file = try WholeFile(held: folder.path(path))
    for bytes: [UInt8] in [[], [2], [3, 4]] {
      if !bytes.isEmpty { try file.write(bytes) }
      // A file that was replaced has no second name any more.
      guard other != "hard" || bytes.isEmpty else { continue }
      #expect(throws: inUse) { try WholeFile(held: folder.path(other)) }
      #expect(throws: StorageError.self) { try RunLog(folder.path(other), goingOnAfter: nil) }
    }
    withExtendedLifetime(file) {}
    #expect(try folder.read(path) == [3, 4])
  }
  #expect(folder.names == ["hard", "new", "old", "soft"])
  try WholeFile(held: folder.path("new")).write([5])
  #expect(try folder.read("soft") == [5])
}

@Test func `many that start together hold a file one after the other`() async throws {
  let folder = try Folder()
  let path = folder.path("a")
  // Each adds one to what is there: two at once would lose a one.
  let made = try await withThrowingTaskGroup(of: Int.self) { group in
    for _ in 0..<4 {
      group.addTask {
        var made = 0
        while made < 20 {
          guard let file = try? WholeFile(held: path) else {
            await Task.yield()
            continue
          }
          let old = try? fileBytes(path)
          let number = (old ?? []).reduce(0) { $0 << 8 | Int($1) } + 1
          try file.write([UInt8(number >> 8), UInt8(number & 0xFF)])
          made += 1
        }
        return made
      }
    }
    return try await group.reduce(0, +)
  }
  #expect(try made == 80 && folder.read("a") == [0, 80])
  #expect(folder.names == ["a"])
}

/// As a kill leaves it before its first byte, at the first, in the middle and at the last; as a
/// power cut may.
@Test(arguments: [
  [], HalfMark.bytes, HalfMark.bytes + [1, 2, 3], [1, 2, 3] + HalfMark.bytes,
  [UInt8](repeating: 0, count: 5000),
])
func `what a dead process left half-written goes`(left: [UInt8]) throws {
  let folder = try Folder()
  try folder.write(left, ".a.fivemoves")
  let file = try WholeFile(held: folder.path("a"))
  try file.write([4])
  #expect(try folder.names == ["a"] && folder.read("a") == [4])
}

@Test func `a file of somebody's own is never taken for a half`() throws {
  let folder = try Folder()
  let half = folder.path(".a.fivemoves")
  let owners: [() throws -> Void] = [
    { try folder.write(Array(repeating: 7, count: 3000), ".a.fivemoves") },
    { try folder.write([0, 0, 1], ".a.fivemoves") },
    { #expect(mkfifo(half, 0o600) == 0) },
    { try FileManager.default.createSymbolicLink(atPath: half, withDestinationPath: "b") },
    { try FileManager.default.createDirectory(atPath: half, withIntermediateDirectories: false) },
  ]
  for make in owners {
    try make()
    var before = stat(), after = stat()
    #expect(lstat(half, &before) == 0)
    #expect(throws: FileError.inTheWay(".a.fivemoves")) { try WholeFile(held: folder.path("a")) }
    #expect(lstat(half, &after) == 0 && before.st_ino == after.st_ino)
    #expect(before.st_size == after.st_size && folder.names == [".a.fivemoves"])
    try FileManager.default.removeItem(atPath: half)
  }
}

@Test func `what died between its two names loses the second`() throws {
  let folder = try Folder()
  try folder.write([1], "a")
  #expect(link(folder.path("a"), folder.path(".a.fivemoves")) == 0)
  try WholeFile(held: folder.path("a")).write([2])
  #expect(try folder.names == ["a"] && folder.read("a") == [2])
}

@Test func `a half that somebody tidied away is begun again`() throws {
  let folder = try Folder()
  let file = try WholeFile(held: folder.path("a"))
  #expect(unlink(folder.path(".a.fivemoves")) == 0)
  try file.write([1])
  #expect(try folder.names == ["a"] && folder.read("a") == [1])
}

@Test(arguments: [0o600, 0o640, 0o755] as [mode_t])
func `a file that is replaced keeps its mode, and a new one has the usual one`(mode: mode_t)
  throws
{
  let folder = try Folder()
  let path = folder.path("a")
  let file = try WholeFile(held: path)
  try file.write([1])
  let mask = umask(0)
  umask(mask)
  #expect(try fileMode(path) == 0o666 & ~mask)
  #expect(chmod(path, mode) == 0)
  try file.write([2])
  #expect(try fileMode(path) == mode && folder.read("a") == [2])
}

private func fileMode(_ path: String) throws -> mode_t {
  var facts = stat()
  try #require(stat(path, &facts) == 0)
  return facts.st_mode & 0o7777
}
