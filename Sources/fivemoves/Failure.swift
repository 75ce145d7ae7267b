internal import ArgumentParser
internal import Classroom
internal import Moves
internal import Recordings
internal import Storage
internal import Terminal
internal import Training
internal import Watching

/// What went wrong, in one line on standard error, and the code to leave with.
enum Failure {
  /// - Parameter screenless: what does without a screen, where no terminal shows one.
  static func reported(
    screenless: String? = "`fivemoves train` trains without a screen", _ body: () throws -> Void
  ) throws {
    do {
      try body()
    } catch {
      guard let code = code(for: error) else { throw error }
      let refused = error as? TerminalError
      Complaint(refused?.words(screenless: screenless) ?? "\(error)").print()
      throw code
    }
  }

  /// Nil for what is not ours to tell.
  private static func code(for error: any Error) -> ExitCode? {
    switch error {
    case let error as WatchError: ExitCode(error.code)
    case is StorageError, is RecordingError, is StartError, is TextFileError, is MemoryError,
      is Stop, is LostLog, is ClassError,
      TrainingError.text:
      .failure
    case is PictureError, is TrainingError, is BreakageError, is HyperparameterError:
      .validationFailure
    case is KioskError, is TerminalError: ExitCode(2)
    default: nil
    }
  }
}
