internal import Canvas
internal import Foundation
internal import Testing

@testable internal import Terminal

struct ColorTests {
  @Test func `on our own ground contrast is 4.5 or more`() {
    #expect(contrast(.black, .orange) >= 4.5)
    #expect(contrast(.white, .red) >= 4.5)
    for ground in [Color.blue, .sand, .pink] { #expect(contrast(.black, ground) >= 4.5) }
  }

  /// Black, white, and the dark and the light ground of Solarized.
  @Test(arguments: [Color.deepOrange, .blue, .magenta, .grey, .sand, .pink])
  func `on the person's ground it is 3 or more, black, white or Solarized`(color: Color) {
    let solarized = [0x00_2B36, 0xFD_F6E3].map { Color(rgb: $0, index: 0) }
    for ground in [.black, .white] + solarized { #expect(contrast(color, ground) >= 3) }
  }

  @Test(arguments: [ColorTier.direct, .indexed256])
  func `no style of any role is weaker than that`(tier: ColorTier) throws {
    let grounds = [0, 0xFF_FFFF, 0x00_2B36, 0xFD_F6E3].map { Color(rgb: $0, index: 0) }
    let named = { (number: Int32) in Color.allCases.first { $0.number(in: tier) == number } }
    for role in Role.allCases {
      let style = Palette.style(of: role, in: tier)
      guard let ink = style.foreground else { continue }
      let color = try #require(named(ink))
      if let ground = style.background {
        #expect(contrast(color, try #require(named(ground))) >= 4.5, "\(role)")
      } else {
        for ground in grounds { #expect(contrast(color, ground) >= 3, "\(role)") }
      }
    }
  }

  @Test(arguments: Color.allCases)
  func `the two ways to say a colour agree`(color: Color) {
    #expect(rgb(ofIndex: color.index) == color.rgb)
  }

  /// ΔE of 20 is far beyond confusion; the matrices are those of Machado and others, 2009.
  @Test(arguments: ["everyone", "protanopes", "deuteranopes", "tritanopes"])
  func `curve, clipped steps, validation and detour stay apart`(viewer: String) throws {
    let colors: [Color] = [.blue, .deepOrange, .magenta, .sand, .grey]
    let vision = try #require(visions[viewer])
    for (position, first) in colors.enumerated() {
      for second in colors[(position + 1)...] {
        #expect(difference(first, second, seenBy: vision) >= 20)
      }
    }
  }

  @Test(
    arguments: ["everyone", "protanopes", "deuteranopes", "tritanopes"], Theme.allCases)
  func `in a picture they and the classes stay apart too`(viewer: String, theme: Theme) throws {
    let vision = try #require(visions[viewer])
    for hues in [[Hue.blue, .deepOrange, .magenta, .sand, .grey], [.blue, .sand, .pink]] {
      let colors = hues.map { Color(rgb: theme.ink($0), index: 0) }
      for (position, first) in colors.enumerated() {
        for second in colors[(position + 1)...] {
          #expect(difference(first, second, seenBy: vision) >= 20)
        }
      }
    }
  }

  /// What a picture has in common with the terminal is written down twice.
  @Test(arguments: Hue.allCases)
  func `the grounds of pictures are the terminal's`(hue: Hue) {
    #expect(hue.ground == Color(hue).rgb)
  }

  /// They meet each other, fog, clipped steps and wrong guesses.
  @Test(arguments: ["everyone", "protanopes", "deuteranopes", "tritanopes"])
  func `the grounds of a map stay apart`(viewer: String) throws {
    let grounds: [Color] = [.blue, .sand, .pink]
    let vision = try #require(visions[viewer])
    for (position, first) in grounds.enumerated() {
      for second in grounds[(position + 1)...] {
        #expect(difference(first, second, seenBy: vision) >= 25)
      }
      for other in [Color.deepOrange, .red, .grey] {
        #expect(difference(first, other, seenBy: vision) >= 15)
      }
    }
  }

  @Test(arguments: [ColorTier.direct, .indexed256, .indexed8])
  func `where there are colours each class has its own ground`(tier: ColorTier) {
    let grounds = [Role.groundA, .groundB, .groundC].map {
      Palette.style(of: $0, in: tier).background
    }
    #expect(Set(grounds).count == 3 && !grounds.contains(nil))
  }

  @Test(arguments: ColorTier.allCases)
  func `a wrong guess looks unlike a right one`(tier: ColorTier) {
    for ground in [Role.groundA, .groundB, .groundC] {
      #expect(Palette.style(of: ground, in: tier) != Palette.style(of: .alarm, in: tier))
    }
  }

  @Test(arguments: ColorTier.allCases)
  func `a clipped step looks unlike a step of the curve`(tier: ColorTier) {
    let curve = Palette.style(of: .curve, in: tier)
    for role in [Role.clipped, .clippedLabel] {
      #expect(Palette.style(of: role, in: tier) != curve)
    }
  }

  @Test func `mono has no colour at all`() {
    for role in Role.allCases {
      let style = Palette.style(of: role, in: .mono)
      #expect(style.foreground == nil && style.background == nil)
    }
  }

  @Test(arguments: ColorTier.allCases)
  func `black is never painted as a ground`(tier: ColorTier) {
    for role in Role.allCases {
      let ground = Palette.style(of: role, in: tier).background
      #expect(ground != 0 && ground != 16)
    }
  }
}

private func rgb(ofIndex index: Int32) -> Int32 {
  if index >= 232 { return (8 + 10 * (index - 232)) * 0x01_0101 }
  let levels: [Int32] = [0, 95, 135, 175, 215, 255]
  let cube = Int(index - 16)
  return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6]
}

private func linear(_ color: Color) -> SIMD3<Double> {
  let parts = [color.rgb >> 16 & 255, color.rgb >> 8 & 255, color.rgb & 255].map {
    Double($0) / 255
  }
  let light = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
  return SIMD3(light[0], light[1], light[2])
}

/// WCAG 2.
private func contrast(_ first: Color, _ second: Color) -> Double {
  let luminances = [first, second].map { (linear($0) * SIMD3(0.2126, 0.7152, 0.0722)).sum() }
  return ((luminances.max() ?? 0) + 0.05) / ((luminances.min() ?? 0) + 0.05)
}

private let visions: [String: [SIMD3<Double>]] = [
  "everyone": [SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1)],
  "protanopes": [
    SIMD3(0.152286, 1.052583, -0.204868), SIMD3(0.114503, 0.786281, 0.099216),
    SIMD3(-0.003882, -0.048116, 1.051998),
  ],
  "deuteranopes": [
    SIMD3(0.367322, 0.860646, -0.227968), SIMD3(0.280085, 0.672501, 0.047413),
    SIMD3(-0.011820, 0.042940, 0.968881),
  ],
  "tritanopes": [
    SIMD3(1.255528, -0.076749, -0.178779), SIMD3(-0.078411, 0.930809, 0.147602),
    SIMD3(0.004733, 0.691367, 0.303900),
  ],
]

private func lab(_ color: Color, seenBy vision: [SIMD3<Double>]) -> SIMD3<Double> {
  let light = linear(color)
  let seen = vision.map { min(max(($0 * light).sum(), 0), 1) }
  let vector = SIMD3(seen[0], seen[1], seen[2])
  let xyz = [
    (vector * SIMD3(0.4124, 0.3576, 0.1805)).sum() / 0.95047,
    (vector * SIMD3(0.2126, 0.7152, 0.0722)).sum(),
    (vector * SIMD3(0.0193, 0.1192, 0.9505)).sum() / 1.08883,
  ].map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16.0 / 116 }
  return SIMD3(116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2]))
}

private func difference(_ first: Color, _ second: Color, seenBy vision: [SIMD3<Double>]) -> Double {
  let gap = lab(first, seenBy: vision) - lab(second, seenBy: vision)
  return (gap * gap).sum().squareRoot()
}
