import Testing

@testable import Canvas

@Suite struct LossChartPictures {
  private let run = FallingLoss(steps: 340)

  @Test func `a falling loss in 7 bits`() {
    #expect(
      run.chart(.ascii).frame(width: 50, height: 12).text
        == #"""
             |.          o clipped  - train  V validation
           4 +o
             |"o.
             | "_
           3 + ':\:
             |   :\_.
             |    ':-_.
           2 +       '"--_V . .
             |        '  ''"---_______V____________V_____
             |                '''''' ''''::''''''''''''''
        clip |^^    ^     ^    ^    ^     ^^        ^^^^
        step +------------+ 100 ------+ 200 -------+ 300 -
        """#)
  }

  @Test func `a falling loss in blocks`() {
    #expect(
      run.chart(.block).frame(width: 50, height: 12).text
        == #"""
             │░          ● clipped  ─ train  ◆ validation
           4 ┤●
             │░●░
             │ ░█
           3 ┤ ░░█░
             │   ░▀▄░
             │    ░▀▀▄░
           2 ┤       ░▀▄▀▄◆ ░ ░
             │        ░  ▀▀▀▀▄▄▄▄▄▄▄▄▄◆▄▄░▄▄▄░░▄▄▄░◆▄░▄▄▄
             │                ░░░░░░ ░░░░▀░░░▀▀░░░▀▀░▀░░░
        clip │▴▴    ▴     ▴    ▴    ▴     ▴▴        ▴▴▴▴
        step └────────────┴ 100 ──────┴ 200 ───────┴ 300 ─
        """#)
  }

  @Test func `a falling loss in braille`() {
    #expect(
      run.chart(.braille).frame(width: 50, height: 12).text
        == #"""
             │⡄          ● clipped  ─ train  ◆ validation
           4 ┤⡇
             │●⢇⡀
             │ ●⣷
           3 ┤ ⠈⢸⢷⡆
             │   ⢸⡿⣠⡄
             │    ⠁⠟⢷⣇⣀
           2 ┤       ⠹⢻⣧⠶⣤◆ ⢀ ⡀
             │        ⠈  ⠟⠟⠛⢾⡦⣷⣴⣷⣦⣦⣴⣰⣠◆⣠⣴⡄⣶⣦⣴⣆⣀⣤⣠⣤⣀◆⣤⢀⣦⣤⡄
             │                ⠈⠉⠘⠈⠙⠁ ⠉⠉⠋⠁⠏⠹⠉⠟⠙⠉⠉⠋⠋⠛⠙⠉⠛⠇⠙⠃
        clip │▴▴    ▴     ▴    ▴    ▴     ▴▴        ▴▴▴▴
        step └────────────┴ 100 ──────┴ 200 ───────┴ 300 ─
        """#)
  }

  @Test func `in a small frame the scales still have their rows`() {
    #expect(
      run.chart(.ascii).frame(width: 24, height: 6).text
        == #"""
           4 +o
             |"_
           2 + '-V_____V_
             |    '''''''
        clip |^^ ^^^ ^ ^^
        step +------------------
        """#)
  }

  @Test func `five steps stand apart, on a scale that says so`() {
    #expect(
      FallingLoss(steps: 5).chart(.ascii).frame(width: 50, height: 9).text
        == #"""
         4.0 +   o"--o   o clipped  - train  V validation
             |        "_
             |          \o
             |           "\
         3.5 +             \_
             |              "o__
             |                  -o
        clip |   ^   ^   ^   ^   ^
        step +-------------------+ 5 ----------------+ 10
        """#)
  }

  @Test func `the smoothed line is drawn over the steps`() {
    var chart = run.chart(.ascii)
    chart.smoothed = run.smoothed
    chart.showsLegend = false
    #expect(
      chart.frame(width: 50, height: 12).text
        == #"""
             |.
           4 +o_
             |'o\
             | ::\
           3 + '::\
             |   ::"_
             |    '::"__
           2 +       '::-_V_. .
             |        '  '''"----_____V____________V_____
             |                '''''' ''''::''''''''''''''
        clip |^^    ^     ^    ^    ^     ^^        ^^^^
        step +------------+ 100 ------+ 200 -------+ 300 -
        """#)
  }

  @Test func `a logarithmic axis`() {
    var chart = run.chart(.braille)
    chart.scale = .logarithmic
    #expect(
      chart.frame(width: 50, height: 12).text
        == #"""
           4 ┤⡄          ● clipped  ─ train  ◆ validation
             │●⢆⡀
             │ ●⢿⣄⡀
           3 ┤  ⠘⢻⣧
             │   ⠈⠋⡿⣧⡄
             │     ⠁⠙⢷⣾⡄⣀ ⢀
           2 ┤       ⠈⢸⠷⠉⣾◆⣄⢠ ⡆ ⡀                  ⡀
             │           ⠏⠋⠛⣿⣶⣷⣼⣷⣦⣦⣴⣰⣠◆⣠⣼⡄⣾⣦⣴⣆⡀⣠⣰⣠⢀◆⣤⢀⣶⣤⡀
             │                ⠙⠋⢹⠙⠻⠇⠉⠻⠛⡿⠏⡿⢻⠻⣿⢿⠻⠿⡟⡿⣿⢳⠛⡾⡏⢻⡇
             │                         ⠁ ⠇⠘ ⠁⠈        ⠁⠈
        clip │▴▴    ▴     ▴    ▴    ▴     ▴▴        ▴▴▴▴
        step └────────────┴ 100 ──────┴ 200 ───────┴ 300 ─
        """#)
  }
}
