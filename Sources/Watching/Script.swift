public import Platform
internal import Synchronization

/// The command that trains: a child of this process, whose training loop can be watched.
public final class Script: Sendable {
  public let process: pid_t
  /// Its words, as a person typed them.
  public let command: [String]
  private let status = Mutex<CInt?>(nil)
  private let hasOwnGroup: Bool

  public struct Surroundings {
    /// Where the sockets of its training processes are to be.
    public var sockets: SocketFolder
    /// Whether it waits before its first move until it is driven.
    public var isHeld = false
    /// Seconds after which a pause ends by itself.
    public var pauseLimit: Double?
    /// Whether each of several processes waits until its steps are read.
    public var readsAllRanks = false
    /// What it prints is kept in files; nil where it prints as without us.
    public var output: KeptOutput?

    public init(sockets: SocketFolder) { self.sockets = sockets }
  }

  /// Starts it.
  public init(_ command: [String], in surroundings: Surroundings) throws(WatchError) {
    self.command = command
    hasOwnGroup = surroundings.output != nil
    let python = "\(surroundings.sockets.path)/python"
    try PythonModule.write(into: python)
    process = try Self.start(command, surroundings, python)
  }

  private static func start(
    _ command: [String], _ surroundings: Surroundings, _ python: String
  ) throws(WatchError) -> pid_t {
    var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var flags = CInt(POSIX_SPAWN_SETSIGDEF) | CInt(POSIX_SPAWN_SETSIGMASK)
    if let output = surroundings.output {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(&actions, output.standard.file, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, output.error.file, STDERR_FILENO)
      flags |= CInt(POSIX_SPAWN_SETPGROUP)
    }
    var (none, usual) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&usual)
    for signal in [SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGTSTP, SIGWINCH] {
      sigaddset(&usual, signal)
    }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var process = pid_t()
    let words = command.map { strdup($0) } + [nil]
    let variables = environment(surroundings, python).map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    let code = posix_spawnp(&process, command[0], &actions, &attributes, words, variables)
    guard code == 0 else { throw WatchError.noProgram(command[0], code) }
    return process
  }

  private static func environment(_ surroundings: Surroundings, _ python: String) -> [String] {
    var own = [
      "FIVEMOVES": "1", "FIVEMOVES_SOCKETS": surroundings.sockets.path,
      "FIVEMOVES_HOLD": surroundings.isHeld ? "1" : "0",
    ]
    let path = getenv("PYTHONPATH").map { String(cString: $0) } ?? ""
    own["PYTHONPATH"] = path.isEmpty ? python : "\(python):\(path)"
    if surroundings.readsAllRanks { own["FIVEMOVES_ALL_RANKS"] = "1" }
    own["FIVEMOVES_PAUSE_LIMIT"] = surroundings.pauseLimit.map { "\($0)" }
    // What it prints is shown as it comes.
    if surroundings.output != nil { own["PYTHONUNBUFFERED"] = "1" }
    var variables: [String] = []
    var place = environ
    while let variable = place.pointee {
      let text = String(cString: variable)
      if own[String(text.prefix { $0 != "=" })] == nil { variables.append(text) }
      place += 1
    }
    return variables + own.map { "\($0.key)=\($0.value)" }
  }

  /// The code that it ended with, as a shell has it; nil while it goes on.
  /// - Parameter waits: whether to wait until it ends, or a signal comes.
  public func ending(waits: Bool = false) -> CInt? {
    status.withLock { known in
      if known != nil { return known }
      var raw: CInt = 0
      guard waitpid(process, &raw, waits ? 0 : WNOHANG) == process else { return nil }
      let signal = raw & 0x7f
      known = signal == 0 ? (raw >> 8) & 0xff : 128 + signal
      return known
    }
  }

  /// As from the keyboard: all that belongs to it hears it.
  public func send(_ signal: CInt) { kill(hasOwnGroup ? -process : process, signal) }
}
