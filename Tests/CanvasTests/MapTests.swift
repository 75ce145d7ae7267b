import Testing

@testable import Canvas

@Suite struct MapTests {
  /// Three classes side by side, of the same certainty everywhere.
  private func plot(
    _ characters: PlotCharacters, certainty: Double, points: [MapPlot.Point] = []
  ) -> MapPlot {
    MapPlot(
      places: (0..<9).map { MapPlot.Place(kind: $0 % 3, certainty: certainty) }, columns: 3,
      points: points, xRange: -3...3, yRange: -3...3, characters: characters)
  }

  private let points: [MapPlot.Point] = [
    .init(x: -2, y: 2, kind: 0, state: .known), .init(x: 0, y: 2, kind: 2, state: .known),
    .init(x: -2, y: 0, kind: 0, state: .right), .init(x: 0, y: 0, kind: 1, state: .right),
    .init(x: 2, y: 0, kind: 2, state: .right), .init(x: -2, y: -2, kind: 1, state: .wrong),
  ]

  private func text(_ characters: PlotCharacters, _ certainty: Double) -> String {
    plot(characters, certainty: certainty, points: points).frame(width: 18, height: 5).text
  }

  @Test func `who knows nothing sees fog, and the letters of the data in it`() {
    #expect(
      text(.ascii, 0) == """
        ~~~a~~~~~c~~~~~~~~
        ~~~~~~~~~~~~~~~~~~
        ~~~A~~~~~B~~~~~C~~
        ~~~~~~~~~~~~~~~~~~
        ~~~B~~~~~~~~~~~~~~
        """)
  }

  @Test func `half sure, half of the fog has cleared`() {
    #expect(
      text(.ascii, 0.5) == """
         ~ a ~.~.c~.~:~:~:
         ~ ~~ ~.~.~.~~:~:~
        ~ ~A~ ~~.B.~:~:C~:
        ~  ~ ~.~.~..~:~:~:
         ~ B  ~.~.~.~::~:~
        """)
  }

  @Test func `who is sure sees every class on its own ground, and data only where it errs`() {
    #expect(
      text(.ascii, 1) == """
              ...c..::::::
              ......::::::
           A  ...B..:::C::
              ......::::::
           B  ......::::::
        """)
    #expect(
      text(.block, 1) == """
              ···c··╱╱╱╱╱╱
              ······╱╱╱╱╱╱
           A  ···B··╱╱╱C╱╱
              ······╱╱╱╱╱╱
           B  ······╱╱╱╱╱╱
        """)
    #expect(
      text(.braille, 1) == """
              ⠂⠂⠂c⠂⠂⠒⠒⠒⠒⠒⠒
              ⠂⠂⠂⠂⠂⠂⠒⠒⠒⠒⠒⠒
           A  ⠂⠂⠂B⠂⠂⠒⠒⠒C⠒⠒
              ⠂⠂⠂⠂⠂⠂⠒⠒⠒⠒⠒⠒
           B  ⠂⠂⠂⠂⠂⠂⠒⠒⠒⠒⠒⠒
        """)
  }

  @Test(arguments: PlotCharacters.allCases)
  func `fog and the three classes differ in their characters`(_ characters: PlotCharacters) {
    let fog = plot(characters, certainty: 0).frame(width: 3, height: 1).cells
    let clear = plot(characters, certainty: 1).frame(width: 3, height: 1).cells
    #expect(Set((fog + clear).map(\.glyph)).count == 4)
    #expect(fog.allSatisfy { $0.role == .dim })
    #expect(clear.map(\.role) == [.groundA, .groundB, .groundC])
  }

  @Test func `fog lifts as certainty grows, and never falls again`() {
    var last = 0
    for step in 0...20 {
      let frame = plot(.ascii, certainty: Double(step) / 20).frame(width: 40, height: 20)
      let clear = frame.cells.count { $0.role != .dim }
      #expect(clear >= last)
      #expect(abs(clear - 40 * step) <= 40)
      last = clear
    }
    #expect(last == 800)
  }

  @Test func `a wrong guess is in alarm, a right one on its class's ground`() {
    let frame = plot(.ascii, certainty: 0, points: points).frame(width: 18, height: 5)
    #expect(frame[3, 4] == Cell("B", .alarm))
    #expect(frame[9, 2] == Cell("B", .groundB))
    #expect(frame[9, 0] == Cell("c", .classC))
  }

  @Test func `the legend joins letters to grounds in every kind of characters`() {
    #expect(plot(.ascii, certainty: 0).legend.text == "a     b ..  c ::  ~~ unsure")
    #expect(plot(.block, certainty: 0).legend.text == "a     b ··  c ╱╱  ░░ unsure")
    #expect(plot(.braille, certainty: 0).legend.text == "a     b ⠂⠂  c ⠒⠒  ⢕⢕ unsure")
  }

  @Test func `what is no number is fog, and what lies outside is left out`() {
    let outside: [MapPlot.Point] = [
      .init(x: .nan, y: 0, kind: 0, state: .right), .init(x: 0, y: 9, kind: 0, state: .right),
      .init(x: -3, y: .infinity, kind: 0, state: .right),
    ]
    let frame = plot(.ascii, certainty: .nan, points: outside).frame(width: 8, height: 2)
    #expect(frame.text == "~~~~~~~~\n~~~~~~~~")
  }
}
