internal import ArgumentParser
internal import Moves
internal import Training

/// What can be set about a run, with or without a screen.
struct RunOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "What to learn: \(Lessons.all.map(\.name).joined(separator: ", ")) (default: story).",
      valueName: "lesson"), completion: .lessons)
  var chosenLesson: String?

  var lesson: String {
    get { chosenLesson ?? "story" }
    set { chosenLesson = newValue }
  }

  @Option(
    name: .customLong("break"), parsing: .unconditional,
    help: ArgumentHelp(
      "A mistake to make in the loop; fivemoves breakages lists them.", valueName: "mistake"),
    completion: .list(Breakage.all.map(\.name)))
  var breakageName: String?

  @OptionGroup var settings: SettingOptions

  @Option(
    parsing: .unconditional,
    help:
      "Threads that compute, up to the cores that there are; the figures are the same (default: 1).",
    transform: Typed.whole)
  var threads: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A text of your own, in UTF-8, to learn from (\(Lessons.readingText.joined(separator: ", "))).",
      valueName: "file"), completion: .file())
  var text: String?

  /// - Throws: the first thing that a run cannot begin with.
  func check() throws {
    try checkOptions()
    do {
      let chosen = try hyperparameters()
      try chosen.validate(given: settings.options)
      try chosen.validateMinimum()
      let hasDropout = !Lessons.idleOptions(in: lesson).contains("--dropout")
      try breakage()?.check(chosen, hasDropout: hasDropout)
      try validateText()
      try checkUse(of: chosen, in: lesson)
    } catch let error as HyperparameterError {
      throw ValidationError(error.description)
    } catch let error as BreakageError {
      throw ValidationError(error.description)
    }
  }

  /// Whether nothing is set for training but the ceiling, which other programs' files do not tell.
  var hasOnlyLesson: Bool {
    breakageName == nil && threads == nil && text == nil
      && settings.list.allSatisfy { $0.row.option == "--max-norm" }
  }

  var ceiling: Double? { settings["--max-norm"].flatMap { Double($0.value) } }

  /// What cannot be, whichever lesson it is for.
  func checkOptions() throws {
    try threads.map { try Threads.check($0) }
    if text?.isEmpty == true { throw ValidationError("--text needs the path of a file.") }
  }

  private func validateText() throws(ValidationError) {
    guard text != nil, !Lessons.readingText.contains(lesson) else { return }
    throw ValidationError(TrainingError.readsNoText(lesson).description)
  }

  /// The mistake that was asked for.
  func breakage() throws(BreakageError) -> Breakage? {
    guard let name = breakageName else { return nil }
    guard let breakage = Breakage.named(name) else { throw .unknown(name) }
    return breakage
  }

  /// The run that was asked for, ready for its first move.
  func trainer(for use: MemoryCheck.Use, inKiosk: Bool = false) throws -> Trainer {
    let (chosen, text) = (try hyperparameters(), try ownText(for: lesson, inKiosk: inKiosk))
    let runs = breakageName == nil ? 1 : 2
    try MemoryCheck(
      lesson: lesson, text: text, use: use, runs: runs, threads: threads ?? 1, breakage: breakage(),
      inKiosk: inKiosk)?
      .check(chosen)
    let trainer = try Trainer(lesson: lesson, hyperparameters: chosen, text: text)
    trainer.threads = threads ?? 1
    return trainer
  }

  func ownText(for lesson: String, inKiosk: Bool = false) throws -> OwnText? {
    let limit = MemoryLimit.lowest(inKiosk: inKiosk)
    return try text.map { try TextFile($0, for: lesson, limit: limit).text() }
  }

  /// The lesson's defaults, with what the person set in their place.
  func hyperparameters() throws(ValidationError) -> Hyperparameters {
    try LessonWord(word: lesson).check()
    guard let facts = Lessons.named(lesson) else { return Hyperparameters() }
    var chosen = facts.defaults
    for setting in settings.list { setting.apply(to: &chosen) }
    if settings["--min-learning-rate"] == nil { chosen.lowerMinimum(from: facts.defaults) }
    return chosen
  }

  /// The words that ask for this very run again.
  func command(seed: UInt64) -> String {
    let words = settings.list.filter { $0.row.option != "--seed" }.map { " \($0.words)" }
    let broken = breakageName.map { " --break \($0)" } ?? ""
    let file = text.map { " --text \(ShellWord($0).quoted)" } ?? ""
    return "fivemoves \(lesson)\(broken) --seed \(seed)\(words.joined())\(file)"
  }
}
