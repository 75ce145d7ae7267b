internal import JSONText
import Moves
import Testing
internal import Training

@testable internal import Wire

/// What a lesson's run tells, and the same as a recording has it.
private struct Told {
  private(set) var news: [News] = []
  private(set) var lines: [String] = []
  private let source: TrainerSource
  private var recorder = Recorder(version: "test")

  init(_ lesson: String) throws {
    var chosen = Lessons.named(lesson)?.defaults ?? Hyperparameters()
    chosen.steps = 40
    let trainer = try Trainer(lesson: lesson, hyperparameters: chosen)
    source = TrainerSource(trainer, sampleLength: 20)
    let reading = trainer.firstReading()
    add(recorder.begin(RunLine(source.facts, reading: reading)))
    news.append(.started(source.facts, reading))
  }

  var tensors: Int { source.facts.tensors.count }

  mutating func ask(_ request: Request) {
    var told: [News] = []
    source.serve(request, goesOn: { true }, tell: { told.append($0) })
    for piece in told {
      news.append(piece)
      add(recorder.text(for: piece))
    }
  }

  private mutating func add(_ text: String) {
    lines += text.split(separator: "\n").map(String.init)
  }

  /// Every line, read as a player of it does.
  func read() throws -> [Line.Event] {
    var (context, reading, events): (WireContext?, Reading?, [Line.Event]) = (nil, nil, [])
    for line in lines {
      let event = try Line.read(Array(line.utf8)[...], in: context).event
      events.append(event)
      switch event {
      case .run(let line):
        reading = line.reading
        context = WireContext(line.facts, reading: reading)
      case .broke(let line): context = WireContext(line.facts, reading: reading)
      case .mended(let line): context = WireContext(line.facts, reading: reading)
      default: break
      }
    }
    return events
  }
}

extension MoveReport {
  /// Times are written to a ten-millionth of a second.
  fileprivate var plain: MoveReport {
    var copy = self
    copy.seconds = (seconds * 1e7).rounded() / 1e7
    copy.summary = nil
    return copy
  }
}

extension StepSummary {
  fileprivate var plain: StepSummary {
    var copy = self
    copy.moveSeconds = moveSeconds.map { ($0 * 1e7).rounded() / 1e7 }
    return copy
  }
}

/// What a line holds of a piece of news, as it was told.
private func events(of news: [News]) -> [Line.Event] {
  news.flatMap { piece -> [Line.Event] in
    switch piece {
    case .moved(let report):
      [.move(report.plain)] + (report.summary.map { [.step($0.plain)] } ?? [])
    case .ran(let summaries, let moves):
      summaries.dropLast().map { .step($0.plain) } + moves.map { .move($0.plain) }
        + summaries.suffix(1).map { .step($0.plain) }
    case .evaluated(let report): [.evaluation(report)]
    case .sampled(let report): [.sample(report)]
    case .checked(let check): [.check(check)]
    case .watching(let watched, _): [.watch(watched)]
    default: []
    }
  }
}

@Suite struct LineTests {
  @Test(arguments: ["line", "spiral", "story", "names"])
  func `what a run told is read from its recording bit for bit`(lesson: String) throws {
    var told = try Told(lesson)
    told.ask(.watch([ParameterPlace(tensor: 0, element: 0)]))
    for _ in 0..<4 { told.ask(.move) }
    told.ask(.step)
    told.ask(.steps(atMost: 5, seconds: 1e6))
    told.ask(.evaluate)
    told.ask(.sample)
    told.ask(.check)
    let read = try told.read()
    #expect(read.filter { if case .run = $0 { false } else { true } } == events(of: told.news))
    guard case .run(let line)? = read.first,
      case .started(let facts, let reading)? = told.news.first
    else { return #expect(Bool(false), "no run") }
    #expect(line.facts == facts && line.reading == reading)
  }

  @Test func `what was gone back behind and is made again is written once`() throws {
    var told = try Told("line")
    for _ in 0..<3 { told.ask(.step) }
    let lines = told.lines
    told.ask(.travel(.home))
    told.ask(.evaluate)
    for _ in 0..<3 { told.ask(.step) }
    #expect(told.lines == lines)
    told.ask(.step)
    #expect(told.lines.count == lines.count + 6)
  }

  @Test func `a break, its signs and its mending stand where they were made`() throws {
    var told = try Told("line")
    told.ask(.step)
    let breakage = try #require(Breakage.named("forget-zero-grad"))
    told.ask(.breakLoop(breakage))
    for _ in 0..<3 { told.ask(.step) }
    told.ask(.mend(.fromBefore))
    told.ask(.step)
    let kinds = try told.read().compactMap { event -> String? in
      switch event {
      case .step(let summary):
        "step \(summary.step)" + (summary.twin == nil ? "" : " beside a twin")
      case .broke(let line): "break \(line.breakage.name) after \(line.step)"
      case .mended(let line): "mend after \(line.step)"
      default: nil
      }
    }
    #expect(
      kinds == [
        "step 1", "break forget-zero-grad after 1", "step 2 beside a twin", "step 3 beside a twin",
        "step 4 beside a twin", "mend after 1", "step 2",
      ])
    let signs = try told.read().compactMap { if case .signs(let line) = $0 { line } else { nil } }
    #expect(signs.last?.signs.map(\.kind) == [.gradientsPileUp])
    let found = told.news.compactMap { if case .found(let found) = $0 { found.signs } else { nil } }
    #expect(signs.last?.signs == found.last)
  }

  @Test func `what the person has open is read as it was written`() throws {
    let pages: [BreakPage] = [
      .list(choice: 3), .builder(LoopBuilder([.clip, .step], cursor: 1)), .guess(Breakage.all[2]),
      .verdict(scroll: 5), .mend,
    ]
    let views = [View(), View(panel: "life"), View(panel: "move", explained: .backward)]
    for view in views + pages.map({ View(page: $0, guess: .twinIsLower) }) {
      let text = Recorder(version: "test").text(for: view, at: 2)
      let line = try Line.read(Array(text.utf8.dropLast())[...], in: nil)
      #expect(line == Line(.view(view), at: 2))
    }
  }

  @Test func `what a screen knows of a parameter is read as it was written`() throws {
    let place = ParameterPlace(tensor: 2, element: 7)
    var told = LifeSoFar()
    let life = ParameterLife(
      name: "w", index: [0, 7], old: 0.25, gradient: -0.5, moments: nil, weightDecay: 0.1, new: 0.3)
    let changes: [(inout LifeSoFar) -> Void] = [
      { $0.now = WatchedParameter(place: place, value: 0.1, gradient: nil) },
      { ($0.step, $0.backwards) = (4, 3) },
      {
        $0.gradients = [
          LifeSoFar.Gradient(microBatch: 2, value: -.infinity),
          LifeSoFar.Gradient(microBatch: 3, value: nil),
        ]
      },
      { ($0.oldGradient, $0.left) = (1e-30, LifeSoFar.Left(step: 3, isClipped: true)) },
      { ($0.clipFactor, $0.clipped, $0.usedRate) = (0.1, 0.2, 3e-4) },
      { $0.life = life },
    ]
    for change in changes {
      change(&told)
      var present = Present(now: Moment(completedSteps: 4), newest: Moment(completedSteps: 9))
      (present.choices.parameter, present.choices.life) = (place, told)
      let text = Line(.present(present)).text(version: "test", in: nil)
      #expect(try Line.read(Array(text.utf8)[...], in: nil).event == .present(present))
    }
  }

  @Test func `what a line does not know it skips, and what is wrong in it is named`() throws {
    func read(_ text: String) throws(LineFault) -> Line.Event {
      try Line.read(Array(text.utf8)[...], in: nil).event
    }
    #expect(try read(#"{"type":"weather","sun":true}"#) == .unknown("weather"))
    let step = #"{"type":"step","step":3,"loss":0.5,"mood":"calm","grad_norm":"NaN"}"#
    guard case .step(let summary) = try read(step) else {
      return #expect(Bool(false), "not a step")
    }
    #expect(summary.step == 3 && summary.loss == 0.5 && summary.gradNorm?.isNaN == true)
    #expect(summary.learningRate == nil && summary.clipped == nil)
    #expect(throws: LineFault.field("step", of: "step")) { try read(#"{"type":"step"}"#) }
    #expect(throws: LineFault.field("loss", of: "step")) {
      try read(#"{"type":"step","step":1,"loss":"low"}"#)
    }
    #expect(throws: LineFault.noType) { try read("[1,2]") }
    #expect(throws: LineFault.field("step", of: "step")) {
      try read(#"{"type":"step","step":9223372036854775807}"#)
    }
  }

  /// The step before had so many moves; this one may have more.
  @Test func `of another program's step it is not expected how many moves it has`() throws {
    var told = Settings()
    told.microBatches = 2
    let recipe = Recipe(moves: [.forward, .backward, .clip, .step])
    let context = WireContext(RunFacts(of: "train.py", told, recipe: recipe), reading: nil)
    let text =
      #"{"type":"move","step":2,"move":"clip","position":5,"norm_before":1,"norm":1,"#
      + #""max_norm":1,"factor":1,"clipped":false,"clipped_steps":0,"gradients":1}"#
    guard case .move(let report) = try Line.read(Array(text.utf8)[...], in: context).event else {
      Issue.record("no move")
      return
    }
    #expect(report.moveCount == nil)
    #expect(!report.completesStep)
  }
}
