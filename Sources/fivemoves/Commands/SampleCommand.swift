internal import ArgumentParser
internal import Canvas
internal import Moves
internal import Storage
internal import Training

/// `fivemoves sample FILE`: text from a network that was trained and saved.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Let a saved network write.",
    usage: "fivemoves sample <file> [<options>]")

  @Argument(help: "What --save or --checkpoint wrote.", completion: .file())
  var file: String

  @Option(parsing: .unconditional, help: "What the text goes on from.")
  var prompt: String?

  @Option(
    parsing: .unconditional, help: "Characters to write (default: 300).",
    transform: Typed.whole)
  var length = 300

  @Option(
    parsing: .unconditional,
    help: """
      Below 1 it writes what is likely, above 1 what is less so; 0 takes the likeliest character each \
      time (default: \(Self.usualTemperature)).
      """,
    transform: Typed.number)
  var temperature: Double?

  @Option(
    parsing: .unconditional,
    help: "Draw from so many of the likeliest characters only.",
    transform: Typed.whole)
  var topK: Int?

  @Option(
    parsing: .unconditional,
    help: "Another seed writes another text (default: 1).",
    transform: Typed.count)
  var seed: UInt64 = 1

  /// "0.8 in story, 1.0 in names"
  private static var usualTemperature: String {
    Lessons.all.compactMap { lesson in
      Lessons.temperature(of: lesson.name).map { "\($0) in \(lesson.name)" }
    }.joined(separator: ", ")
  }

  func validate() throws {
    guard 1...1_000_000 ~= length else {
      throw ValidationError("--length must be from 1 to 1000000, not \(length).")
    }
    if let temperature, !(temperature >= 0 && temperature.isFinite) {
      throw ValidationError(
        "--temperature must be a finite number, 0 or more, not \(temperature.spelled).")
    }
    if let topK, topK < 1 { throw ValidationError("--top-k must be at least 1, not \(topK).") }
    if topK != nil, temperature == 0 {
      throw ValidationError(
        "--top-k changes nothing with --temperature 0, which takes the likeliest character each time; "
          + "leave one of them out.")
    }
  }

  func run() throws {
    try Failure.reported {
      try Printer.checkOutput()
      try ProcessorCheck.run()
      let file = try RunFile(reading: file)
      let run = try file.description()
      let generator = try TextGenerator(
        lesson: run.lesson, hyperparameters: run.hyperparameters, vocabulary: run.vocabulary)
      generator.setParameters(try file.parameters(of: generator.tensors))
      let options = SamplingOptions(
        length: length, prompt: prompt, temperature: temperature, topK: topK)
      if let prompt { say(of: try generator.rareCharacters(of: prompt)) }
      Printer.output.printWriting(try generator.write(options, seed: seed))
    }
  }

  /// What the prompt is read as, where that is not what it says.
  private func say(of rare: [Character]) {
    guard !rare.isEmpty else { return }
    let list = rare.map { String($0).shown }.joined(separator: " ")
    Printer.error.print(
      "fivemoves: the network reads \(list) as \u{FFFD}, the symbol for characters that were rare "
        + "in its text or not in it.")
  }
}
