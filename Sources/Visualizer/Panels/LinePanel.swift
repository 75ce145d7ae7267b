internal import Canvas
internal import Moves

/// All points, those of the batch bright, and the line that the two parameters draw.
struct LinePanel {
  var app: App
  var reading: LineReading

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let end = frame.write("points and line", x: 0, y: 0, .strong)
    frame.write(app.run.stage.pictureMoment, x: end + 2, y: 0)
    frame.write([Line("\(equation), data 2 x + 1"), Line(equation)], x: 1, y: 1, app.glyphs)
    let plot = ScatterPlot(
      points: reading.points.map { .init(x: $0.x, y: $0.y) },
      others: reading.data.map { .init(x: $0.x, y: $0.y) }, slope: reading.weight,
      intercept: reading.bias, xRange: reading.xRange, yRange: reading.yRange,
      characters: app.options.plot, glyphs: app.glyphs)
    frame.place(plot.frame(width: width, height: height - 2), x: 0, y: 2)
    return frame
  }

  private var equation: String {
    let bias = Double(reading.bias)
    return "guess \(Figures.plain(Double(reading.weight))) x \(bias < 0 ? "-" : "+") "
      + Figures.plain(abs(bias))
  }
}
