internal import ArgumentParser
internal import Platform
internal import Synchronization

/// The wish that a run end, which it fulfils after the step in progress, or after the move in progress
/// where the step takes long; the second one ends it at once, but for the one that every line without
/// a reader brings.
enum Interruption {
  private static let number = Atomic<CInt>(0)

  /// The signal that came, if one has.
  static var received: CInt? {
    let signal = number.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// What a program leaves with that has fulfilled it.
  static var code: ExitCode? { received.map { ExitCode(128 + $0) } }

  /// A file that may not grow any more is told of by its write, in a line that names it.
  static func leaveLongFilesToTheirWrites() { signal(SIGXFSZ, SIG_IGN) }

  static func listen() {
    // Made here, because a signal handler must not be the first to ask for it.
    _ = received
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] {
      let former = signal(number) { number in
        if number != SIGPIPE { signal(number, SIG_DFL) }
        _ = Interruption.number.compareExchange(expected: 0, desired: number, ordering: .relaxed)
        if number == SIGINT { Interruption.sayThatItWaits(after: 1) }
      }
      // What nohup or a shell ignores for us stays ignored.
      isIgnoring(former) ? _ = signal(number, SIG_IGN) : endWaits(at: number)
    }
  }

  /// A move may take a minute: whoever typed ctrl-c is told that it was heard.
  private static func sayThatItWaits(after seconds: CUnsignedInt) {
    signal(SIGALRM) { _ in
      // The line before it is written over and has no end yet.
      let words: StaticString = "\nThe move in progress is made first; ctrl-c again ends at once.\n"
      let skipped = isatty(STDOUT_FILENO) == 1 ? 0 : 1
      _ = write(STDERR_FILENO, words.utf8Start + skipped, words.utf8CodeUnitCount - skipped)
    }
    alarm(seconds)
  }

  /// A log's pipe that nobody reads would be waited for after the signal too.
  private static func endWaits(at number: CInt) {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return }
    action.sa_flags &= ~SA_RESTART
    sigaction(number, &action, nil)
  }

  private static func isIgnoring(_ handler: (@convention(c) (CInt) -> Void)?) -> Bool {
    handler.map { unsafeBitCast($0, to: Int.self) } == 1
  }
}
