internal import Moves

extension VisitText {
  var clip: ClipReport? { app.run.stage.latest[.clip]?.clip }

  var update: UpdateReport? { app.run.stage.latest[.step]?.update }

  /// Of the parameter that is followed.
  var life: ParameterLife? { app.watch.soFar.life }

  var name: String {
    let place = app.watch.track.place
    let tensor = app.run.facts.tensors[place.tensor]
    return tensor.count > 1 ? tensor.name(of: place) : tensor.shortName
  }

  var hasGradient: Bool { app.watch.soFar.now?.gradient != nil }

  var gradient: String {
    app.watch.soFar.now?.gradient.map { Figures.digits(Double($0)) } ?? "None"
  }

  var ceiling: String { Figures.plain(app.run.facts.settings.maxNorm) }

  /// The one whose backward was last: of it are gradient and norm.
  var lastPart: Int { app.run.stage.latest[.backward]?.planned.microBatch ?? 1 }

  var norm: String {
    app.run.stage.latest[.backward]?.backward.map { Figures.plain($0.norm) } ?? ""
  }
}
