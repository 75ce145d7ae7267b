internal import Moves

extension VisitText {
  var clip: ClipReport? {
    guard case .clip(let report) = app.stage.latest[.clip]?.outcome else { return nil }
    return report
  }

  var update: UpdateReport? {
    guard case .step(let report) = app.stage.latest[.step]?.outcome else { return nil }
    return report
  }

  /// Of the parameter that is followed.
  var life: ParameterLife? { app.watch.track.life }

  var name: String {
    let place = app.watch.track.place
    let tensor = app.run.tensors[place.tensor]
    guard tensor.count > 1 else { return tensor.shortName }
    return
      "\(tensor.shortName)[\(place.index(in: tensor.shape).map(String.init).joined(separator: ","))]"
  }

  var gradient: String {
    app.watch.track.now?.gradient.map { Figures.digits(Double($0)) } ?? "None"
  }

  var ceiling: String { Figures.plain(app.run.settings.maxNorm) }

  /// The one whose backward was last: of it are gradient and norm.
  var lastPart: Int { app.stage.latest[.backward]?.planned.microBatch ?? 1 }

  var norm: String {
    guard case .backward(let report) = app.stage.latest[.backward]?.outcome else { return "" }
    return Figures.plain(report.norm)
  }
}

extension MoveReport {
  var forward: ForwardReport? {
    guard case .forward(let report) = outcome else { return nil }
    return report
  }
}
