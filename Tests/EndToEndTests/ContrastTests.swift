import Foundation
import TerminalSupport
import Testing

extension SideBySide {
  @Suite struct Contrast {
    /// Every look with which something was shown in visits with clipped steps, evaluations and maps.
    private func looks(_ terminal: String) throws -> Set<[String]> {
      var looks: Set<[String]> = []
      for lesson in ["story", "spiral"] {
        let program = try Program(
          [lesson, "--no-animation"], environment: ["TERM": terminal])
        #expect(program.shows("Press space"))
        for keys in [" ", "      ", "\t", "\t", "\t", "\t", "\t", "e", "l", "?", "q"] {
          program.type(keys)
          program.settle(0.1)
          for square in program.screen.squares.joined() where square.glyph != " " {
            looks.insert(square.look)
          }
        }
      }
      return looks
    }

    @Test(arguments: ["xterm-256color", "xterm-direct", "xterm", "linux"])
    func `what is shown can be read on black and on white`(terminal: String) throws {
      let looks = try looks(terminal)
      #expect(looks.count >= 5)
      let palette = terminal == "linux" ? Shade.linuxConsole : Shade.xterm
      for look in looks {
        let (ink, ground) = Shade.pair(of: look, palette: palette)
        if let ground {
          #expect((ink ?? .black).contrast(with: ground) >= 4.5, "\(look)")
        } else if let ink {
          // The Linux console is black, and what eight colours look like is the person's choice.
          let grounds: [Shade] =
            terminal == "linux"
            ? [.black]
            : terminal == "xterm" ? [.black, .white] : [.black, .white] + Shade.solarized
          for ground in grounds { #expect(ink.contrast(with: ground) >= 3, "\(look)") }
        }
      }
    }

    @Test func `without colour a clipped step is told by a word, a mark and its reversal`() throws {
      let program = try Program(
        ["story", "--no-animation", "--ascii"], environment: ["NO_COLOR": "1"])
      #expect(program.shows("Press space"))
      // Two steps, for a curve between them.
      program.type("  ")
      #expect(program.wait { _ in program.step == 2 })
      program.settle(0.2)
      #expect(program.screen.text.contains("clipped"))
      let squares = program.screen.squares.joined()
      let marks = squares.filter { $0.glyph == "^" }
      #expect(!marks.isEmpty)
      #expect(marks.allSatisfy { $0.look.contains("7") })
      let hasColor = squares.contains {
        $0.look.contains { $0.hasPrefix("3") || $0.hasPrefix("48") }
      }
      #expect(!hasColor)
    }
  }
}

/// A colour as a screen shows it.
struct Shade {
  let rgb: Int

  static let black = Shade(rgb: 0)
  static let white = Shade(rgb: 0xFF_FFFF)
  /// Dark and light.
  static let solarized = [Shade(rgb: 0x00_2B36), Shade(rgb: 0xFD_F6E3)]
  static let xterm = [
    0, 0xCD_0000, 0x00_CD00, 0xCD_CD00, 0x00_00EE, 0xCD_00CD, 0x00_CDCD, 0xE5_E5E5,
  ]
  static let linuxConsole = [
    0, 0xAA_0000, 0x00_AA00, 0xAA_5500, 0x00_00AA, 0xAA_00AA, 0x00_AAAA, 0xAA_AAAA,
  ]

  /// The ink and the ground that a look names; nil is the terminal's own.
  static func pair(of look: [String], palette: [Int]) -> (ink: Shade?, ground: Shade?) {
    var (ink, ground): (Shade?, Shade?)
    for part in look {
      if part.hasPrefix("3") { ink = Shade(part, palette, isBold: look.contains("1")) }
      if part.hasPrefix("4"), part.count > 1 { ground = Shade(part, palette, isBold: false) }
    }
    return look.contains("7") && ground != nil ? (ground, ink) : (ink, ground)
  }

  init(rgb: Int) { self.rgb = rgb }

  /// From a parameter such as 33, 48;5;208 or 38:2::255:135:0.
  private init?(_ part: String, _ palette: [Int], isBold: Bool) {
    let numbers = part.split(whereSeparator: { $0 == ";" || $0 == ":" }).compactMap { Int($0) }
    if numbers.count == 1, let number = numbers.first, number % 10 < 8 {
      // Bold white is bright white.
      rgb = isBold && number == 37 ? 0xFF_FFFF : palette[number % 10]
    } else if numbers.count == 5, numbers[1] == 2 {
      rgb = numbers[2] << 16 | numbers[3] << 8 | numbers[4]
    } else if numbers.count == 3 {
      rgb = Self.rgb(ofIndex: numbers[2])
    } else {
      return nil
    }
  }

  private static func rgb(ofIndex index: Int) -> Int {
    if index >= 232 { return (8 + 10 * (index - 232)) * 0x01_0101 }
    let levels = [0, 95, 135, 175, 215, 255]
    let cube = index - 16
    return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6]
  }

  private var luminance: Double {
    let parts = [rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255].map { Double($0) / 255 }
    let light = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
  }

  /// As WCAG 2 defines it.
  func contrast(with other: Shade) -> Double {
    let both = [luminance, other.luminance].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }
}
