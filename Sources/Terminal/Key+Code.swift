internal import Canvas
internal import CTerminal

extension Key {
  /// A key from its code: a character's number, or one of the keys that are not characters.
  init(code: Int32) {
    self = Self.special[code] ?? Self.character(code: code)
  }

  private static let special: [Int32: Key] = [
    Int32(CT_KEY_UP.rawValue): .up, Int32(CT_KEY_DOWN.rawValue): .down,
    Int32(CT_KEY_LEFT.rawValue): .left, Int32(CT_KEY_RIGHT.rawValue): .right,
    Int32(CT_KEY_HOME.rawValue): .home, Int32(CT_KEY_END.rawValue): .end,
    Int32(CT_KEY_PAGE_UP.rawValue): .pageUp, Int32(CT_KEY_PAGE_DOWN.rawValue): .pageDown,
    Int32(CT_KEY_BACK_TAB.rawValue): .backTab, Int32(CT_KEY_BACKSPACE.rawValue): .backspace,
    Int32(CT_KEY_ENTER.rawValue): .enter, Int32(CT_KEY_OTHER.rawValue): .unknown,
    9: .tab, 10: .enter, 13: .enter, 27: .escape, 8: .backspace, 127: .backspace,
  ]

  private static func character(code: Int32) -> Key {
    guard code >= 32, let scalar = Unicode.Scalar(UInt32(code)) else { return .unknown }
    return .character(scalar)
  }
}
