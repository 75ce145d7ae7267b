internal import Moves

/// A part of a recording in which one loop runs, from the line that begins it to the next such line.
struct Segment {
  enum Kind {
    case run
    case broken
    case mended
  }

  var kind: Kind
  /// Where the line that begins it stands.
  var header: Int
  /// Where its own lines begin, and where the next part begins.
  var body: Int
  var end: Int
  /// Completed steps where it begins.
  var base = 0
  /// Where the part before it is left: after this step; nil for at its end.
  var leavesAfter: Int?
  /// Lines of steps.
  var steps = 0
  /// The step of the last of them.
  var lastStep: Int
  /// Where the lines of steps end, of every eighth.
  var marks: [Mark] = []
  var hasMoves = false
  /// Lines of steps up to the last step whose moves are told.
  var stepsToMoves = 0
  /// Where more was learned of its run.
  var learned: [Int] = []
  /// Where the signs of a mistake stand.
  var signs: [Int] = []
  /// Whether every step is told of, so that where one stands follows from its number.
  var isGapless: Bool { lastStep - base == steps }

  struct Mark {
    var place: Int
    var step: Int
  }

  static let stride = 8

  init(_ kind: Kind, header: Int, body: Int, base: Int) {
    (self.kind, self.header, self.body, self.end) = (kind, header, body, body)
    (self.base, lastStep) = (base, base)
    marks = [Mark(place: body, step: base)]
  }

  mutating func append(stepEndingAt place: Int, step: Int, hasMoves: Bool) {
    steps += 1
    if hasMoves { stepsToMoves = steps }
    lastStep = step
    if steps % Self.stride == 0 { marks.append(Mark(place: place, step: step)) }
  }
}
