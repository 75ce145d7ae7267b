internal import Moves
internal import Platform
internal import Recordings
internal import Storage
internal import Terminal
internal import Visualizer
internal import Watching

/// A script that trains elsewhere, on the screen or in lines.
struct Watch {
  let recording: RecordOptions
  let screen: ScreenOptions
  let steps: Int?
  let pauseLimit: Double?
  let allRanks: Bool

  /// Starts a command and shows its training loop.
  /// - Returns: the code that it ended with.
  func show(_ command: [String]) throws -> CInt {
    // Where it cannot be shown or written, nothing is started.
    try screen.checkTerminal()
    let log = try recording.opened()
    let output = try KeptOutput()
    let start = try begin(command, isHeld: true, output: output)
    defer { start.folder.remove() }
    do {
      guard let connection = try meet(start, output) else {
        return try unseen(start.script, output)
      }
      // Whatever happens here, the script is not to wait for it.
      defer { connection.leave() }
      let source = try LiveSource(
        connection, output, ranks: RankPlace(start.folder, tellsLoss: allRanks))
      let remark =
        "\(connection.greeting.name) waits before its first move: → or space lets it go on."
        + connection.greeting.pauseWords
      let ending = try show(source, log, remark)
      connection.leave()
      output.passOn()
      return try finish(start.script, output, ending)
    } catch {
      return try outlive(error) { try finish(start.script, output, .quit) }
    }
  }

  /// What keeps a script from being watched is no matter of its own: it runs on to its end.
  /// - Returns: its code; where that tells of no error, that nothing was seen.
  func outlive(_ error: any Error, _ ending: () throws -> CInt?) throws -> CInt {
    var isUntold = (error as? RecordingError)?.fault == .isEmpty
    if case .lost = error as? WatchError { isUntold = true }
    Printer.error.print(
      "fivemoves: " + (isUntold ? "the script told nothing of its training." : "\(error)"))
    let code = try ending() ?? 1
    return code == 0 ? Check.unseenCode : code
  }

  typealias Start = (script: Script, folder: SocketFolder)

  func begin(_ command: [String], isHeld: Bool, output: KeptOutput?) throws -> Start {
    var surroundings = Script.Surroundings(sockets: try SocketFolder.own())
    (surroundings.isHeld, surroundings.output) = (isHeld, output)
    surroundings.pauseLimit = pauseLimit
    surroundings.readsAllRanks = allRanks
    do {
      return (try Script(command, in: surroundings), surroundings.sockets)
    } catch {
      surroundings.sockets.remove()
      throw error
    }
  }

  /// Waits for the first training process; nil where the command ends without one.
  func meet(_ start: Start, _ output: KeptOutput?) throws -> Connection? {
    // Until the screen opens, its keys are the terminal's.
    if output != nil { Interruption.listen() }
    while true {
      output?.passOn()
      if output != nil, let signal = Interruption.received {
        start.script.send(signal)
        return nil
      }
      for path in start.folder.sockets() {
        guard
          let knock = Connection.Knock(
            path, isPatient: output == nil, wantsMoves: recording.record != nil,
            end: output == nil ? steps : nil)
        else { continue }
        while !knock.isAnswered(within: 0.05), start.script.ending() == nil,
          output == nil || Interruption.received == nil
        { output?.passOn() }
        if output != nil, Interruption.received != nil { break }
        guard start.script.ending() == nil || knock.isAnswered(within: 0) else { return nil }
        return try Connection(knock, spool: NamelessFile.open(for: "the run"))
      }
      if start.script.ending() != nil { return nil }
      usleep(20_000)
    }
  }

  /// Nothing was trained that could be seen.
  /// - Returns: the code that the command ended with.
  func unseen(_ script: Script, _ output: KeptOutput?) throws -> CInt {
    output?.passOn()
    let code = script.ending(waits: true) ?? 1
    output?.passOn()
    guard Interruption.received == nil else { return code }
    let name = script.command[0]
    Printer.error.print(
      code == 0
        ? "fivemoves: \(name) ended and no training step was seen: an optimizer of torch.optim makes "
          + "one, in a Python that reads PYTHONPATH."
        : "fivemoves: \(name) ended with status \(code) before a training step was seen.")
    return code
  }

  private func show(
    _ live: sending LiveSource, _ log: sending RunLog?, _ remark: String
  ) throws -> RunLoop.Ending {
    let source = try RecordOptions.recorded(live, reading: nil, in: log)
    let terminal = try screen.terminal()
    defer { terminal.leave() }
    var options = screen.appOptions(for: terminal.capabilities, fastest: .infinity)
    options.begins = false
    options.remark = options.remark ?? remark
    let app = App(
      run: source.facts, reading: nil, options: options, abilities: source.abilities)
    return try Sitting(terminal: terminal, glances: 0.5).watch(app, source).0
  }

  /// After the screen the command goes on as without us.
  private func finish(
    _ script: Script, _ output: KeptOutput, _ ending: RunLoop.Ending
  ) throws -> CInt {
    switch ending {
    case .signal(let signal): script.send(signal)
    case .terminalGone: script.send(SIGHUP)
    case .quit, .idle: break
    }
    Interruption.listen()
    var passed: CInt?
    while script.ending() == nil {
      output.passOn()
      if let signal = Interruption.received, signal != passed {
        script.send(signal)
        passed = signal
      }
      usleep(20_000)
    }
    output.passOn()
    return script.ending() ?? 1
  }

  /// Joins a script that is open.
  func join(_ name: String?, hasScreen: Bool) throws -> CInt {
    if hasScreen { try screen.checkTerminal() }
    guard let connection = try OpenScripts.connection(to: name, isFree: !hasScreen) else {
      throw WatchError.nothingToJoin
    }
    let log = try recording.opened()
    if hasScreen {
      let source = try LiveSource(connection, isJoined: true)
      let name = connection.greeting.name
      let remark =
        connection.greeting.drives
        ? "\(name) is running: space or → holds it between two moves."
          + connection.greeting.pauseWords
        : "\(name) is driven by another screen: here you look on. ← looks back, end shows the newest."
      let ending = try show(source, log, remark)
      connection.leave()
      return ending.code ?? 0
    }
    var check = try Check(connection, steps: steps, log: log, isJoined: true)
    return try check.run { nil }
  }
}
