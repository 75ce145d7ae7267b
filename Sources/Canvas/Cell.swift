/// A character and its role.
public struct Cell: Sendable, Equatable {
  /// Always printable: `Frame.write` sees to it. One that is two columns wide has its right half
  /// in the next cell.
  public var glyph: Unicode.Scalar
  public var role: Role

  public init(_ glyph: Unicode.Scalar, _ role: Role = .text) {
    self.glyph = glyph
    self.role = role
  }

  public static let blank = Cell(" ")
}

extension Cell {
  /// What stands in the second column of a wide character.
  static func rightHalf(_ role: Role) -> Cell { Cell("\0", role) }

  public var isRightHalf: Bool { glyph == "\0" }
}

extension [Cell] {
  /// Where one half of a wide character is missing, the other is blank.
  var whole: [Cell] {
    indices.map { place in
      let cell = self[place]
      let isTorn =
        cell.isRightHalf
        ? place == 0 || !self[place - 1].glyph.isWide
        : cell.glyph.isWide && (place + 1 == count || !self[place + 1].isRightHalf)
      return isTorn ? Cell(" ", cell.role) : cell
    }
  }
}

/// What a cell means; the terminal decides how that looks with the colours it has.
public enum Role: UInt8, CaseIterable, Sendable {
  /// The terminal's own colours.
  case text
  /// What matters now.
  case strong
  /// What belongs to another moment, and lines that only frame.
  case dim
  /// The box or line of code that is live: reversed.
  case lit
  /// The loss curve.
  case curve
  /// The raw curve behind a smoothed one, the twin beside a broken run.
  case faint
  /// A clipped step as a mark on the curve.
  case clipped
  /// A clipped step as a word or a box: dark on orange.
  case clippedLabel
  /// A validation point.
  case validation
  /// The detour under eval() and no_grad().
  case detour
  /// What belongs to one of three classes, on the terminal's own ground.
  case classA, classB, classC
  /// A region of a map that a class holds, and what is written in it.
  case groundA, groundB, groundC
  /// A key in the footer and in help.
  case key
  /// Something went wrong.
  case alarm
}
