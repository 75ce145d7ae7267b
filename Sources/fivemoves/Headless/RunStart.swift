internal import Moves
internal import Storage
internal import Training

/// How a run begins: anew, with the parameters of a file, or where a checkpoint left it.
struct RunStart {
  let options: RunOptions
  let files: FileOptions
  /// What a person should know of how it begins, a line each.
  private(set) var remarks: [String] = []
  /// What the checkpoint says of the run that goes on.
  private(set) var before: RunDescription?

  init(options: RunOptions, files: FileOptions) {
    self.options = options
    self.files = files
  }

  private var use: MemoryCheck.Use { .headless(logsBatches: files.logBatches) }

  mutating func run() throws -> any Run {
    let trainer = try trainer()
    return try options.breakage().map { try Twin($0, after: trainer) } ?? trainer
  }

  private mutating func trainer() throws -> Trainer {
    if let path = files.resume { return try resumed(path) }
    let trainer = try options.trainer(for: use)
    if let path = files.load { try load(path, into: trainer) }
    return trainer
  }

  private mutating func load(_ path: String, into trainer: Trainer) throws {
    let file = try RunFile(reading: path)
    let asked = trainer.facts.name
    if let found = file.lesson, found != asked, Lessons.named(found) != nil {
      throw StartError.loadOfOtherLesson(path, found: found, on: try file.data(), asked: asked)
    }
    if let words = file.wrapper?.words { remarks.append("tensors: in \(path.asFile) \(words).") }
    try file.checkVocabulary(of: trainer.facts)
    var start = trainer.snapshot()
    start.model.values = try file.parameters(of: trainer.facts.tensors)
    trainer.restore(start)
    guard let before = try file.data(), let now = trainer.facts.data, !before.isSame(as: now)
    else { return }
    let (then, here) = before.words(beside: now)
    remarks.append("data: \(path.asFile) was trained on \(then); this run trains on \(here).")
  }

  private mutating func resumed(_ path: String) throws -> Trainer {
    let file = try RunFile(reading: path)
    let run = try file.description()
    if let asked = options.chosenLesson, asked != run.lesson {
      throw StartError.otherLesson(path, found: run.lesson, asked: asked)
    }
    let data = ResumedData(path, run, run.data, isNew: files.newData)
    try checkSteps(run, of: path)
    let own = Lessons.named(run.lesson)?.defaults ?? run.hyperparameters
    let chosen = try options.hyperparameters(
      goingOnFrom: run.hyperparameters, of: path, ofLesson: own)
    try options.checkUse(of: chosen, in: run.lesson)
    let text = try options.ownText(for: run.lesson)
    // Other data may be too short for the network: that is not what is wrong.
    try data.check(hasText: text != nil)
    try MemoryCheck(
      lesson: run.lesson, text: text, use: use, runs: 1, threads: options.threads ?? 1,
      inKiosk: false)?
      .check(chosen)
    let trainer = try Trainer(lesson: run.lesson, hyperparameters: chosen, text: text)
    trainer.threads = options.threads ?? 1
    let remark = try data.remark(goingOnWith: trainer.facts)
    trainer.restore(try file.snapshot(for: trainer.facts))
    before = run
    remarks = [remark].compactMap { $0 } + changes(run, trainer.hyperparameters)
    return trainer
  }

  private func changes(_ run: RunDescription, _ now: Hyperparameters) -> [String] {
    let rate = RateChange(run.hyperparameters, now).remark(after: run.completedSteps)
    let others = options.settings.remark(
      goingOnFrom: run.hyperparameters, butFor: rate == nil ? [] : .schedule)
    return [rate, others].compactMap { $0 }
  }

  private func checkSteps(_ run: RunDescription, of path: String) throws(HyperparameterError) {
    guard let steps = options.settings["--steps"].flatMap({ Int($0.value) }),
      steps < run.completedSteps
    else { return }
    throw HyperparameterError(
      option: "--steps", given: steps,
      expected: "at least \(run.completedSteps), the number that \(path.asFile) has made")
  }
}

extension RunOptions {
  /// Those of a checkpoint, with what the person set in their place.
  func hyperparameters(
    goingOnFrom before: Hyperparameters, of path: String, ofLesson own: Hyperparameters
  ) throws(HyperparameterError) -> Hyperparameters {
    var chosen = before
    for setting in settings.list {
      let last = chosen
      setting.apply(to: &chosen)
      guard chosen == last || !setting.row.traits.contains(.fixed) else {
        throw HyperparameterError(
          option: setting.row.option, given: setting.value,
          expected: "left as it is in \(path.asFile)")
      }
    }
    let setsMinimum = settings["--min-learning-rate"] != nil
    if !setsMinimum { chosen.lowerMinimum(from: before, ofLesson: own) }
    try chosen.validate(given: settings.options)
    if setsMinimum || settings["--learning-rate"] != nil { try chosen.validateMinimum() }
    return chosen
  }
}
