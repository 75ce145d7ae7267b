import Moves

/// That a text has too few lines for a lesson is known long before its characters are.
public struct LineCount {
  private let name: String
  private let needed: Int
  private var count = 0
  /// Something other than a blank has come on this line.
  private var isBegun = false

  /// - Parameter name: what errors call the text.
  public init(named name: String, for lesson: String) {
    self.name = name
    needed = Lessons.known(lesson)?.fewestLines ?? 0
  }

  /// Takes in the next bytes, until there are lines enough.
  public mutating func isEnough(after bytes: [UInt8]) -> Bool {
    for byte in bytes where count < needed {
      switch byte {
      case 0xA, 0xD: isBegun = false
      case 0x9, 0xB, 0xC, 0x20: break
      default:
        if !isBegun { count += 1 }
        isBegun = true
      }
    }
    return count >= needed
  }

  public func check() throws(TextError) {
    // What is empty, or no text at all, is told by what it is.
    guard count > 0, count < needed else { return }
    throw TextError(name: name, fault: .tooFewLines(count, needed: needed))
  }
}
