#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which file a path leads to, however the path is spelled: two paths of one identity are one file.
public struct FileIdentity: Equatable {
  private let device: UInt64
  private let number: UInt64
  /// For a file that does not exist yet, whose folder the numbers are of.
  private let name: String?

  /// Nil where there is neither a file nor a folder to make one in.
  public init?(_ path: String) {
    let path = Self.target(of: path)
    let isThere = Self.facts(of: path) != nil
    guard let facts = Self.facts(of: isThere ? path : folder(of: path)) else { return nil }
    device = UInt64(truncatingIfNeeded: facts.st_dev)
    number = UInt64(truncatingIfNeeded: facts.st_ino)
    name = isThere ? nil : path.split(separator: "/").last.map(String.init)
  }

  private static func facts(of path: String) -> stat? {
    var facts = stat()
    return stat(path, &facts) == 0 ? facts : nil
  }

  /// Where symbolic links lead, though nothing be there yet.
  private static func target(of path: String) -> String {
    var path = path
    for _ in 0..<mostLinks {
      guard let link = link(at: path) else { return path }
      path = link.hasPrefix("/") ? link : "\(folder(of: path))/\(link)"
    }
    return path
  }

  private static let mostLinks = 40

  private static func link(at path: String) -> String? {
    var characters = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &characters, characters.count)
    guard count > 0 else { return nil }
    return String(decoding: characters.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// The folder that a path's last name stands in.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
