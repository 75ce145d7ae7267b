internal import Platform

/// Where a person's scripts have their sockets: a folder that nobody else can look into.
public struct SocketFolder: Sendable {
  public let path: String

  /// The one that scripts use by themselves.
  /// - Parameter runtime: the folder that the system gives this person for such things, if any.
  public static func shared(in runtime: String? = Self.runtime) throws(WatchError) -> SocketFolder {
    try SocketFolder(at: runtime.map { "\($0)/fivemoves" } ?? "/tmp/fivemoves-\(getuid())")
  }

  public static var runtime: String? {
    getenv("XDG_RUNTIME_DIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A folder in it for one command and what it starts; it goes with `remove()`.
  public static func own(in runtime: String? = Self.runtime) throws(WatchError) -> SocketFolder {
    let shared = try shared(in: runtime)
    shared.removeLeftovers()
    return try SocketFolder(at: "\(shared.path)/watch-\(getpid())")
  }

  /// The folders of viewers that were killed, unless their script still runs.
  private func removeLeftovers() {
    for name in names where name.hasPrefix("watch-") {
      guard let process = pid_t(name.dropFirst(6)), kill(process, 0) != 0, errno == ESRCH,
        let folder = try? SocketFolder(existing: "\(path)/\(name)"),
        folder.sockets().isEmpty, folder.sockets(isFirst: false).isEmpty
      else { continue }
      folder.remove()
    }
  }

  public init(at path: String) throws(WatchError) {
    self.path = path
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw WatchError.folder(path, "\(errno.words); \(Self.elsewhere)")
    }
    var facts = stat()
    guard lstat(path, &facts) == 0 else {
      throw WatchError.folder(path, "\(errno.words); \(Self.elsewhere)")
    }
    if let why = Self.danger(facts, path) { throw WatchError.unsafeFolder(path, why) }
  }

  private static let elsewhere = "XDG_RUNTIME_DIR=FOLDER names a folder of yours in its place"

  /// What is wrong with it, and the way out; nil where all is well.
  private static func danger(_ facts: stat, _ path: String) -> String? {
    guard facts.st_mode & S_IFMT == S_IFDIR else { return "it is no folder; \(elsewhere)" }
    guard facts.st_uid == getuid() else {
      return "it belongs to \(owner(facts.st_uid)); \(elsewhere)"
    }
    let mode = facts.st_mode & 0o777
    guard mode & 0o077 != 0 else { return nil }
    return "others may use it, its mode is 0\(String(mode, radix: 8)); chmod 700 \(path) makes it "
      + "yours alone"
  }

  private static func owner(_ number: uid_t) -> String {
    getpwuid(number).map { "another user, \(String(cString: $0.pointee.pw_name))" }
      ?? "another user, number \(number)"
  }

  /// The sockets in it, the newest first; those whose process is gone are removed on the way.
  /// - Parameter isFirst: of processes that train together, those of the first, or of all others.
  public func sockets(isFirst: Bool = true) -> [String] {
    names.filter { $0.hasSuffix(".sock") && $0.hasSuffix(".0.sock") == isFirst }.filter(isAlive).map
    { "\(path)/\($0)" }
    .sorted { Self.time($0) > Self.time($1) }
  }

  /// The names in it that begin and end so.
  public func names(from start: String, to end: String) -> [String] {
    names.filter { $0.hasPrefix(start) && $0.hasSuffix(end) }.sorted()
  }

  /// A socket is named after its process.
  private func isAlive(_ name: String) -> Bool {
    guard let process = name.split(separator: ".").first.flatMap({ pid_t($0) }) else {
      return false
    }
    if kill(process, 0) == 0 || errno == EPERM { return true }
    unlink("\(path)/\(name)")
    return false
  }

  private static func time(_ path: String) -> Int {
    var facts = stat()
    return stat(path, &facts) == 0
      ? Int(facts.st_mtim.tv_sec) * 1000 + facts.st_mtim.tv_nsec / 1_000_000 : 0
  }

  private var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Takes the folder away with all that is in it.
  public func remove() { Self.remove(path) }

  private static func remove(_ path: String) {
    if let inside = try? SocketFolder(existing: path) {
      for name in inside.names { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// A folder, and no link to one.
  private init(existing path: String) throws(WatchError) {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
      throw WatchError.folder(path, "it is no folder")
    }
    self.path = path
  }
}
