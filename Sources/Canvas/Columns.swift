extension Unicode.Scalar {
  /// Whether it takes two columns.
  public var isWide: Bool { value >= 0x231A && columns == 2 }

  /// The columns that every terminal gives it; nil where they differ, and for what is not seen.
  var columns: Int? {
    switch value {
    case 0x20..<0x7F, 0x2500...0x25A0, 0x2800...0x28FF: return 1
    default: break
    }
    guard isSeen else { return nil }
    if Self.wide.contains(where: { $0.contains(value) }) { return 2 }
    guard !Self.uncertain.contains(where: { $0.contains(value) }) else { return nil }
    return properties.isEmojiPresentation ? emojiColumns : 1
  }

  private var isSeen: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .nonspacingMark, .enclosingMark,
      .spacingMark, .lineSeparator, .paragraphSeparator:
      false
    default: !properties.isDefaultIgnorableCodePoint
    }
  }

  /// Terminals know an emoji's width only some years after it was introduced.
  private var emojiColumns: Int? {
    properties.isEmojiModifier || (properties.age?.major ?? 99) > 12 ? nil : 2
  }

  /// Ideographs, kana, Hangul syllables and full-width forms.
  private static let wide: [ClosedRange<UInt32>] = [
    0x2E80...0x2FD5, 0x3000...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x2_0000...0x3_FFFD,
  ]

  /// Parts of Hangul syllables, flags by letters, and blocks whose width Unicode has changed.
  private static let uncertain: [ClosedRange<UInt32>] = [
    0x1100...0x11FF, 0x2329...0x232A, 0x2FF0...0x2FFF, 0x3248...0x324F, 0x4DC0...0x4DFF,
    0xA960...0xA97F, 0xD7B0...0xD7FF, 0x1_6FE0...0x1_8DFF, 0x1_AFF0...0x1_B2FF,
    0x1_D300...0x1_D37F, 0x1_F100...0x1_F2FF,
  ]
}
