internal import ArgumentParser
internal import Moves
internal import Platform
internal import Recordings
internal import Visualizer
internal import Watching

/// `fivemoves watch -- COMMAND`: the training loop of a script, move by move.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Watch the training loop of a PyTorch script, unchanged, one move at a time.",
    usage: """
      fivemoves watch [<options>] -- <command> ...
      fivemoves watch [<name>]
      """,
    discussion: """
      fivemoves watch -- python train.py --lr 3e-4
      fivemoves watch -- torchrun --nproc-per-node 2 train.py
      fivemoves watch --no-screen -- python train.py

      Without a command it joins a script that is open already: one in which fivemoves.watch() was \
      called. Such a script needs the module for Python, which fivemoves module writes: \
      PYTHONPATH=$(fivemoves module) python train.py. With --no-screen the exit code is 3 where a \
      mistake was found, and 1 where no training step was seen; a command that cannot be run leaves \
      126, and one that does not exist 127.
      """)

  @Argument(help: "Which open script to join, where there are several.")
  var name: String?

  /// Of a command whose -- was left out.
  @Argument(help: .hidden)
  var more: String?

  @Argument(parsing: .postTerminator, help: "The command that trains, behind --.")
  var command: [String] = []

  @Flag(help: "Show no screen: print a line a step, and what is wrong with the loop at the end.")
  var noScreen = false

  @Option(help: "Check so many training steps, then end the command; with --no-screen.")
  var steps: Int?

  @Option(
    help: ArgumentHelp(
      "Seconds after which a pause ends by itself (default: 120 where processes wait for each other).",
      valueName: "seconds"))
  var pauseLimit: Double?

  @Flag(help: "Of processes that train together, show each one's loss too.")
  var allRanks = false

  @OptionGroup var recording: RecordOptions
  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if name != nil, !command.isEmpty {
      throw ValidationError(
        "watch takes a command behind -- or the name of an open script; leave one of them out.")
    }
    if let name, let more {
      let command = [name, more].map { ShellWord($0).quoted }.joined(separator: " ")
      throw ValidationError("A command stands behind --: fivemoves watch -- \(command)")
    }
    if let steps, steps < 1 { throw ValidationError("--steps must be above 0, but is \(steps).") }
    if steps != nil, !noScreen {
      throw ValidationError("--steps ends a command that nobody watches; add --no-screen.")
    }
    if let pauseLimit, !(pauseLimit > 0) {
      throw ValidationError("--pause-limit must be above 0, but is \(pauseLimit.spelled).")
    }
    try recording.check(text: nil)
  }

  func run() throws {
    try Failure.reported(screenless: "--no-screen checks the loop without a screen") {
      let code = try ending()
      if code != 0 { throw ExitCode(code) }
    }
  }

  private func ending() throws -> CInt {
    let watch = Watch(
      recording: recording, screen: screen, steps: steps, pauseLimit: pauseLimit,
      allRanks: allRanks)
    if command.isEmpty { return try watch.join(name, hasScreen: !noScreen) }
    return try noScreen ? watch.check(command) : watch.show(command)
  }
}
