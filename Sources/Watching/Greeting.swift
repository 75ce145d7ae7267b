internal import JSONText
internal import Moves

/// What a script says of itself to whoever knocks.
public struct Greeting: Sendable {
  public var name: String
  public var process: Int
  /// How many processes train together.
  public var worldSize: Int
  public var torch: String
  /// Whether whoever has knocked lets it go on: the first who came with a screen.
  public var drives: Bool
  /// Seconds after which it goes on by itself, where other processes wait with it.
  public var pauseLimit: Double?

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
    pauseLimit = json["pause_limit"].flatMap(Self.seconds)
    drives = json["drives"] != .bool(false)
  }

  /// In words for whoever may hold it; nothing where a pause may last.
  public var pauseWords: String {
    guard let pauseLimit, pauseLimit > 0 else { return "" }
    let isWhole = pauseLimit.rounded() == pauseLimit
    let seconds = isWhole ? "\(Int(pauseLimit))" : pauseLimit.spelled
    let why = worldSize > 1 ? ", since the other processes wait too" : ""
    return " Each pause ends by itself after \(seconds) s\(why)."
  }

  private static func seconds(_ json: JSON) -> Double? {
    if case .number(let text) = json { Double(text).flatMap { $0 < 1e9 ? $0 : nil } } else { nil }
  }

  private static func whole(_ json: JSON) -> Int? {
    if case .number(let text) = json { Int(text) } else { nil }
  }
}
