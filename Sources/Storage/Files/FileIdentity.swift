import Moves
import Platform

/// Which file a path leads to, however the path is spelled: two paths of one identity are one file.
public struct FileIdentity: Equatable {
  private let device: UInt64
  private let number: UInt64
  /// For a file that does not exist yet, whose folder the numbers are of.
  private let name: String?

  var isThere: Bool { name == nil }

  /// Nil where there is neither a file nor a folder to make one in.
  public init?(_ path: String) {
    let path = linkTarget(of: path)
    let isThere = Self.facts(of: path) != nil
    guard let facts = Self.facts(of: isThere ? path : folder(of: path)) else { return nil }
    self.init(facts, name: isThere ? nil : path.split(separator: "/").last.map(String.init))
  }

  /// Whether there is nothing at a path.
  public static func isNothing(_ path: String) -> Bool { facts(of: path) == nil }

  /// Nil where no file is open.
  init?(_ descriptor: CInt) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return nil }
    self.init(facts, name: nil)
  }

  private init(_ facts: stat, name: String?) {
    device = UInt64(truncatingIfNeeded: facts.st_dev)
    number = UInt64(truncatingIfNeeded: facts.st_ino)
    self.name = name
  }

  private static func facts(of path: String) -> stat? {
    var facts = stat()
    return stat(path.systemPath, &facts) == 0 ? facts : nil
  }
}

/// Where symbolic links lead, though nothing be there yet.
func linkTarget(of path: String) -> String {
  var path = path
  for _ in 0..<mostLinks {
    guard let link = link(at: path) else { return path }
    path = link.hasPrefix("/") ? link : "\(folder(of: path))/\(link)"
  }
  return path
}

private let mostLinks = 40

private func link(at path: String) -> String? {
  var characters = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink(path.systemPath, &characters, characters.count - 1)
  return count > 0 ? String(fileName: characters) : nil
}

/// The folder that a path's last name stands in.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
