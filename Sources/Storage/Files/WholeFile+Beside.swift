import Moves
import Platform

/// Where a file is written until it is whole.
extension WholeFile {
  var beside: String { "\(folder(of: path))/\(Self.halfName(of: path))" }

  public static func beside(_ path: String) -> String {
    let path = linkTarget(of: path)
    return "\(folder(of: path))/\(halfName(of: path))"
  }

  /// Whether a path leads to a name of this kind: a run would take its own file for a half.
  public static func isBeside(_ path: String) -> Bool {
    let name = lastName(of: linkTarget(of: path))
    return name.hasPrefix(".") && name.hasSuffix(ending)
  }

  /// A name that nobody would give a file of their own.
  static func halfName(of path: String) -> String { ".\(short(lastName(of: path)))\(ending)" }

  private static let ending = ".fivemoves"

  private static func lastName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  /// A file's name may have 255 bytes: of a longer one its beginning, and what tells it from others
  /// that begin alike.
  private static func short(_ name: String) -> String {
    guard name.systemPath.count > mostBytes else { return name }
    var (beginning, sum) = (name, 0xCBF2_9CE4_8422_2325 as UInt64)
    for byte in name.systemPath { sum = (sum ^ UInt64(UInt8(bitPattern: byte))) &* 0x100_0000_01B3 }
    while beginning.systemPath.count > mostBytes - 17 { beginning.removeLast() }
    return "\(beginning)-\(String(sum, radix: 16))"
  }

  private static let mostBytes = 240
}
