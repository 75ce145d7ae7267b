import Canvas
import Moves
import Notation
import Testing

@testable import Visualizer

@Suite struct FiguresTests {
  @Test func `a figure is never rounded to zero`() {
    #expect(Figures.plain(2.414) == "2.41")
    #expect(Figures.plain(0.0042) == "0.0042")
    #expect(Figures.plain(0.00042) == "4.2e-4")
    #expect(Figures.plain(0) == "0")
    #expect(Figures.plain(1234.4) == "1234")
    #expect(Figures.plain(.infinity) == "inf")
    #expect(Figures.loss(.nan) == "NaN")
  }

  @Test func `learning rates are written as code writes them`() {
    #expect(Figures.rate(2.94e-4) == "2.9e-4")
    #expect(Figures.rate(0.00274) == "0.0027")
    #expect(Figures.rate(0.0553) == "0.0553")
    #expect(Figures.rate(0.099996) == "0.100" && Figures.rate(0.1) == "0.100")
    #expect(Figures.rate(30) == "30.0" && Figures.rate(1e5) == "1.0e5")
    #expect(Figures.rate(.infinity) == "inf")
  }

  @Test func `what is no finite number is spelled in one way, never as zero`() {
    let writers: [(Double) -> String] = [
      Figures.plain, Figures.scientific, Figures.factor, Figures.percent, Figures.digits,
      Figures.short, { Figures.loss(Float($0)) }, { Figures.parameter(Float($0)) },
      { Figure.fixed($0, decimals: 2) }, { Figure.scientific($0, decimals: 2) },
    ]
    for write in writers {
      #expect([Double.nan, .infinity, -.infinity].map(write) == ["NaN", "inf", "-inf"])
    }
  }

  @Test func `a huge parameter is written with its power of ten, in digits that show it move`() {
    #expect(Figures.parameter(-2_602_549_641_216) == "-2.6025e12")
    #expect(Figures.parameter(4_776_912) == "4.7769e6")
    #expect(Figures.parameter(-99_999) == "-99999.00000")
    #expect(Figures.parameter(4_776_912, moving: 1e6) == "4.7769e6")
    #expect(Figures.parameter(4_776_912, moving: 1) != Figures.parameter(4_776_913, moving: 1))
  }

  @Test func `shares and large numbers`() {
    #expect(Figures.percent(0.624) == "62 %")
    #expect(Figures.percent(0.0312) == "3.1 %")
    #expect(Figures.percent(0.00001) == "<0.1 %")
    #expect(Figures.grouped(107_584) == "107,584")
    #expect(Figures.grouped(12) == "12")
    #expect(Figures.factor(1) == "1")
    #expect(Figures.factor(0.5463) == "0.546")
  }

  @Test(
    arguments: [
      (0.15, "15 %"), (0.004, "0.40 %"), (0.00466, "0.47 %"), (3.1e-5, "0.0031 %"),
      (0.0999, "10 %"), (0.00998, "1.0 %"), (1.004, "100 %"), (32.11, "32 times"),
      (4834, "4,800 times"),
      (2.4e-6, "0.00024 %"), (9.4e-6, "0.00094 %"), (9.96e-6, "0.0010 %"), (1e-9, "<0.0001 %"),
      (0, "0 %"), (.nan, "NaN"), (.infinity, "inf"),
    ])
  func `a share of a norm is a percentage with two digits that count`(share: Double, text: String) {
    #expect(Figures.share(share) == text)
  }

  @Test(arguments: [(48.2, "48 times their norm"), (0.15, "15 % of their norm")])
  func `an update longer than the parameters is so many times their norm`(
    share: Double, text: String
  ) {
    #expect(Figures.shareOfNorm(share) == text)
    let sign = Sign(
      .rateTooHigh,
      [
        Sign.Figure("rate", .rate(1)), Sign.Figure("ratio", .number(9)),
        Sign.Figure("share", .share(share)),
      ])
    #expect(sign.words.contains("moved the parameters by up to \(text)."), "\(sign.words)")
  }
}
