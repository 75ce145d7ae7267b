internal import Canvas
internal import Moves

/// Which class the network sees where, over how sure it is; and the points it just read.
struct MapPanel {
  var app: App
  var reading: MapReading

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let end = frame.write("map of guesses", x: 0, y: 0, .strong)
    frame.write(app.run.stage.pictureMoment, x: end + 2, y: 0)
    frame.write(score, x: 0, y: 1)
    let rows = max(min(height - 3, (width + 1) / 2), 0)
    frame.place(plot.frame(width: width, height: rows), x: 0, y: 2)
    frame.write(plot.legend.cut(to: width, app.glyphs), x: 0, y: 2 + rows)
    return frame
  }

  /// The batch stands on the map in capitals; its wrong guesses look there as they do here.
  private var score: Line {
    guard let right = reading.right else { return Line("no guesses: the scores are NaN", .alarm) }
    let wrong = reading.points.count - right
    return Line("batch (capitals): \(right) right, ")
      + Line("\(wrong) wrong", wrong > 0 ? .alarm : .text)
  }

  private var plot: MapPlot {
    let data = reading.data.map {
      MapPlot.Point(x: $0.x, y: $0.y, kind: $0.answer, state: .known)
    }
    let batch = reading.points.map {
      MapPlot.Point(x: $0.x, y: $0.y, kind: $0.answer, state: $0.isRight ? .right : .wrong)
    }
    return MapPlot(
      places: reading.verdicts.map {
        MapPlot.Place(
          kind: $0.guess ?? 0, certainty: $0.guess == nil ? 0 : certainty(Double($0.probability)))
      },
      columns: reading.columns, points: data + batch, xRange: reading.xRange,
      yRange: reading.yRange, characters: app.options.plot)
  }

  /// 0 where every class has the same probability, 1 where one has all.
  private func certainty(_ probability: Double) -> Double {
    let guessing = 1 / Double(reading.classes)
    return (probability - guessing) / (1 - guessing)
  }
}
