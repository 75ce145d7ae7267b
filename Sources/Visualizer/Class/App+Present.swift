internal import Canvas
public import Moves

/// What the screen shows, for those who follow it, and what it shows where somebody is followed.
extension App {
  public var present: Present {
    var present = Present(now: run.now, newest: max(run.newest, run.now))
    present.turns = run.turns
    (present.view, present.isInFront) = (view, panels.isInFront)
    present.detour = run.stage.detour
    present.isTold = run.broken?.isTold ?? false
    present.isMeasured = run.history.evaluations.last?.step == run.now.completedSteps
    present.asked = run.history.asked
    present.speed = drive.isRunning ? drive.speedIndex : nil
    present.isPassing = isPassing
    present.journey = journey.map { [$0.made, $0.of] } ?? []
    present.isHelpOpen = isHelpOpen
    present.search = search?.text
    present.walk = visit.map {
      Present.Walk(saysClipped: $0.saysClipped, saysGrows: $0.saysGrows)
    }
    (present.question, present.former) = (question, former)
    // Nobody sees what others answer before it is closed.
    if question?.isOpen == true { present.question?.tally.counts = [] }
    present.choices = choices
    return present
  }

  private var choices: Present.Choices {
    var choices = Present.Choices()
    choices.isLogarithmic = lossScale == .logarithmic
    choices.smoothing = Smoothing.allCases.firstIndex(of: smoothing) ?? 0
    (choices.example, choices.prefersSwift) = (example, prefersSwift)
    choices.called = called?.rawValue
    (choices.wordsOf, choices.firstWord) = (glossary.move, glossary.first)
    guard watch.isOpen else { return choices }
    (choices.parameter, choices.life) = (watch.chosen, watch.soFar)
    choices.values = watch.track.values(upTo: run.now.completedSteps)
    return choices
  }

  /// The run stands there already.
  mutating func show(_ present: Present) {
    light(playback.skip())
    (run.newest, run.now) = (present.newest, present.now)
    open(present.view)
    run.broken?.isTold = present.isTold
    run.stage.detour = present.detour
    if case .done(let report) = present.detour { run.history.append(report) }
    run.history.keep(asked: present.asked)
    run.history.unlit = present.isMeasured ? nil : present.now.completedSteps
    drive.isRunning = present.speed != nil
    if let speed = present.speed, Drive.speeds.indices.contains(speed) { drive.speedIndex = speed }
    journey = present.journey.count == 2 ? (present.journey[0], present.journey[1]) : nil
    isHelpOpen = present.isHelpOpen
    search = present.search.map { ParameterSearch(text: $0) }
    visit = present.walk.map { Visit(saysClipped: $0.saysClipped, saysGrows: $0.saysGrows) }
    // A panel that stands beside the visit's page on a wider screen does not hide it here.
    if visit != nil, !present.isInFront { panels.lead(with: nil) }
    choose(present.choices)
  }

  private mutating func open(_ view: View) {
    explained = view.explained
    panels.lead(with: view.panel.flatMap(Panel.init))
    breakPage = view.page
    run.broken?.guess = view.guess
  }

  private mutating func choose(_ choices: Present.Choices) {
    lossScale = choices.isLogarithmic ? .logarithmic : .linear
    let smoothings = Smoothing.allCases
    smoothing = smoothings[min(max(choices.smoothing, 0), smoothings.count - 1)]
    (example, prefersSwift) = (choices.example, choices.prefersSwift)
    called = choices.called.flatMap(Panel.init)
    glossary.show(choices.wordsOf, from: choices.firstWord)
    if let place = choices.parameter, run.facts.tensors.indices.contains(place.tensor),
      place.element < run.facts.tensors[place.tensor].count
    {
      watch.show(place, choices.life, choices.values, upTo: run.now.completedSteps)
    }
  }
}
