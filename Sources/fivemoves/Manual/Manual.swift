internal import ArgumentParser
internal import JSONText
internal import Moves
internal import Training
internal import Visualizer

/// The page that `man fivemoves` shows: what the parser, the lessons and the keys say of themselves.
struct Manual {
  private var page = Roff()
  private let play: DescribedCommand
  private let others: [DescribedCommand]

  init() throws {
    let described = try JSONReader.read(Array(FiveMoves._dumpHelp().utf8)[...])
    let commands = described["command"]?["subcommands"]?.elements.map(DescribedCommand.init) ?? []
    play = commands.first { $0.name == "play" } ?? DescribedCommand(.null)
    others = commands.filter { !["play", "help"].contains($0.name) }
    write()
  }

  var text: String { page.text }

  private mutating func write() {
    page.title("FIVEMOVES", version: "fivemoves \(Version.current)")
    page.section("Name")
    page.paragraph("fivemoves - \(play.abstract.asClause)")
    page.section("Synopsis")
    page.lines(PlayCommand.configuration.usage ?? "")
    page.section("Description")
    for words in World.description { page.paragraph(words) }
    page.section("Lessons")
    for lesson in Lessons.all { page.entry(Roff.bold(lesson.name), lesson.teaches) }
    page.section("Keys")
    for key in KeyGuide.everywhere {
      page.entry(Roff.bold(key.keys), key.elsewhere.asSentence)
    }
    page.section("Options")
    for argument in play.arguments {
      let usual = argument.names.first.flatMap(LessonDefaults.words).map { " \($0)" } ?? ""
      page.entry(argument.term, argument.meaning + usual)
    }
    page.section("Commands")
    for command in others { write(command) }
    writeCompletions()
    writeWorld()
  }

  private mutating func write(_ arguments: [DescribedArgument]) {
    for argument in arguments { page.entry(argument.term, argument.meaning) }
  }

  /// What it shares with the lessons' options is told once.
  private mutating func write(_ command: DescribedCommand) {
    page.part("fivemoves \(command.name)")
    page.paragraph(command.abstract)
    let (shared, own) = (
      command.arguments.filter(play.arguments.contains),
      command.arguments.filter { !play.arguments.contains($0) }
    )
    write(own)
    let names = shared.map { $0.names.first ?? $0.valueName }.filter {
      !Self.universal.contains($0)
    }
    if !names.isEmpty { page.paragraph("It takes, as above: \(names.joined(separator: ", ")).") }
    if command.name == BenchCommand.configuration.commandName {
      for task in BenchCommand.tasks { page.entry(Roff.bold(task.name), "\(task.words).") }
      return
    }
    for text in command.discussion.split(separator: "\n\n").map(String.init) {
      text.contains("\n") ? page.example(text) : page.paragraph(text)
    }
  }

  private mutating func writeCompletions() {
    page.section("Completions")
    page.paragraph(World.completions)
    for (shell, line) in World.completionLines {
      page.paragraph("\(shell):")
      page.example(line)
    }
  }

  /// What every command takes.
  private static let universal = ["--version", "-h"]

  private mutating func writeWorld() {
    for (title, entries) in [
      ("Environment", World.environment), ("Files", World.files), ("Exit status", World.codes),
    ] {
      page.section(title)
      for (term, meaning) in entries { page.entry(Roff.bold(term), meaning) }
    }
    page.section("Examples")
    for (command, meaning) in World.examples {
      page.paragraph(meaning)
      page.example(command)
    }
    page.section("See also")
    page.paragraph("fivemoves-classroom(1), where a package was installed")
  }
}

extension String {
  /// Within a line of its own, without a capital and a full stop.
  fileprivate var asClause: String {
    prefix(1).lowercased() + (hasSuffix(".") ? dropFirst(1).dropLast() : dropFirst(1))
  }

  fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst(1) + "." }
}
