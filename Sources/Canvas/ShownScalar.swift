extension Unicode.Scalar {
  /// A stand-in for what a cell cannot hold: control characters become their pictures, characters
  /// that are wide, joined or invisible a middle dot, so that no text ever steers the terminal.
  public var shown: Unicode.Scalar {
    switch value {
    case 0x20..<0x7F: self
    case 0x0A: "↵"
    case 0x09: "→"
    case 0..<0x20, 0x7F..<0xA0: "·"
    default: isNarrow ? self : "·"
    }
  }

  /// One column wide on every terminal: letters and marks of the scripts below the wide ranges.
  private var isNarrow: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .nonspacingMark, .enclosingMark,
      .spacingMark, .lineSeparator, .paragraphSeparator:
      return false
    default:
      let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23F3, 0x25FD...0x25FE,
        0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F, 0x2693...0x2693, 0x26A1...0x26A1,
        0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4,
        0x26EA...0x26EA, 0x26F2...0x26F5, 0x26FA...0x26FD, 0x2705...0x2705, 0x270A...0x270B,
        0x2728...0x2728, 0x274C...0x274E, 0x2753...0x2757, 0x2795...0x2797, 0x27B0...0x27BF,
        0x2B1B...0x2B55, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
        0xFE10...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x3FFFD,
      ]
      return !wide.contains { $0.contains(value) }
    }
  }
}
