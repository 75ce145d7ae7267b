import Testing

@testable import Canvas

@Suite struct LossChartPictures {
  private let run = FallingLoss(steps: 340)

  @Test func `a falling loss in 7 bits`() {
    #expect(
      run.chart(.ascii).frame(width: 50, height: 12).text
        == #"""
           5 +           o clipped  - train  V validation
             |.
           4 +o.
             |'o_
           3 + ':-_
             |   ''-__
           2 +      ''---_V__ . .                  .
             |           ''''""""--"--V------------V-----
           1 +
        clip |^^    ^     ^    ^    ^     ^^        ^^^^
             +------------+-----------+------------+------
        step 0           100         200          300
        """#)
  }

  @Test func `a falling loss in blocks`() {
    #expect(
      run.chart(.block).frame(width: 50, height: 12).text
        == #"""
           5 ┤           ● clipped  ─ train  ◆ validation
             │░
           4 ┤●░
             │░●▄
           3 ┤ ░▀▄░
             │   ░▀▄▄░
           2 ┤      ░▀▀▄▀▄◆▄░ ░ ░                  ░
             │           ░░░▀▀▀▀▀▀▀▀▀▀◆▀▀▄▀▀▀▄▄▀▀▀▄◆▀▄▀▀▀
           1 ┤
        clip │▴▴    ▴     ▴    ▴    ▴     ▴▴        ▴▴▴▴
             └────────────┴───────────┴────────────┴──────
        step 0           100         200          300
        """#)
  }

  @Test func `a falling loss in braille`() {
    #expect(
      run.chart(.braille).frame(width: 50, height: 12).text
        == #"""
           5 ┤           ● clipped  ─ train  ◆ validation
             │⡀
           4 ┤⣇⡀
             │●●⣦
           3 ┤ ⠈⠹⢷⣆
             │   ⠘⠟⡶⣦⡄
           2 ┤      ⠈⠹⢻⡧⠶⣤◆⣀⢀ ⡄ ⡀                  ⡀
             │           ⠉⠉⠉⠛⠛⠻⠾⠻⠻⠷⠟⠚⠾◆⡶⠟⡦⢿⠿⡿⢷⠶⠶⡾⡾⣶◆⠶⠴⡟⢶⠆
           1 ┤
        clip │▴▴    ▴     ▴    ▴    ▴     ▴▴        ▴▴▴▴
             └────────────┴───────────┴────────────┴──────
        step 0           100         200          300
        """#)
  }

  @Test func `in a small frame the marks stand on the axis`() {
    #expect(
      run.chart(.ascii).frame(width: 24, height: 6).text
        == #"""
           4 +:
             |"_
           2 + '-V__V__V_
             |    '''''''
             +^^-^^^-^-^^----+--
        step 0              500
        """#)
  }

  @Test func `five steps stand apart, on a scale that says so`() {
    #expect(
      FallingLoss(steps: 5).chart(.ascii).frame(width: 50, height: 9).text
        == #"""
         4.0 +   o---o_  o clipped  - train  V validation
             |         -_
             |           o_
         3.5 +             -_
             |               o-__o
             |
        clip |   ^   ^   ^   ^   ^
             +-------------------+-------------------+----
        step 0                   5                   10
        """#)
  }

  @Test func `the smoothed line is drawn over the steps`() {
    var chart = run.chart(.ascii)
    chart.smoothed = run.smoothed
    chart.showsLegend = false
    #expect(
      chart.frame(width: 50, height: 12).text
        == #"""
           5 +
             |.
           4 +o_
             |'o\_
           3 + '::-_
             |   '':-__
           2 +      '':"--V____ .                  .
             |           ''''''""""---V------------V-----
           1 +
        clip |^^    ^     ^    ^    ^     ^^        ^^^^
             +------------+-----------+------------+------
        step 0           100         200          300
        """#)
  }

  @Test func `a logarithmic axis`() {
    var chart = run.chart(.braille)
    chart.scale = .logarithmic
    #expect(
      chart.frame(width: 50, height: 12).text
        == #"""
           4 ┤⡄          ● clipped  ─ train  ◆ validation
             │●⢆⣄
           3 ┤ ●⢻⣦⡄
             │  ⠈⢸⡷⣠⡄
             │    ⠁⠏⢿⣇⣠
           2 ┤       ⠹⢹⣧⠲⣤◆   ⡀
             │        ⠈  ⡟⠟⠿⣾⣤⣧⣰⣧⣄⣄⣤⢠⢠◆⢀⣰⡀⣴⣄⣠⡄ ⣀⢠⣠ ◆⣀ ⣤⣀⡀
             │              ⠈⠉⠹⠛⢹⠛⠿⠏⠋⠿⠿⡿⠟⡷⢿⠻⣿⢿⠷⠿⡟⡿⣾⢧⠿⣾⡏⢻⡇
             │                         ⠁ ⠇⠘ ⠁⠈   ⠁ ⠈  ⠁⠈
        clip │▴▴    ▴     ▴    ▴    ▴     ▴▴        ▴▴▴▴
             └────────────┴───────────┴────────────┴──────
        step 0           100         200          300
        """#)
  }
}
