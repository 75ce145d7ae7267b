internal import JSONText

/// What a script says of itself to whoever knocks.
public struct Greeting: Sendable {
  public var name: String
  public var process: Int
  /// How many processes train together.
  public var worldSize: Int
  public var torch: String
  /// Whether whoever has knocked lets it go on: the first who came with a screen.
  public var drives: Bool

  static let newest = 1

  /// Nil where the line is no greeting.
  init?(_ line: ArraySlice<UInt8>) throws(WatchError) {
    guard let json = try? JSONReader.read(line), json["type"]?.string == "hello" else { return nil }
    let number = json["protocol"].flatMap(Self.whole) ?? 0
    guard number == Self.newest else { throw .otherProtocol(number) }
    name = json["name"]?.string ?? "python"
    process = json["pid"].flatMap(Self.whole) ?? 0
    worldSize = json["world_size"].flatMap(Self.whole) ?? 1
    torch = json["torch"]?.string ?? ""
    drives = json["drives"] != .bool(false)
  }

  private static func whole(_ json: JSON) -> Int? {
    if case .number(let text) = json { Int(text) } else { nil }
  }
}
