internal import ArgumentParser
internal import Moves
internal import Storage
internal import Training

/// What went wrong, in one line on standard error, and the code to leave with.
enum Failure {
  static func reported(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as StorageError {
      throw leaving(.failure, error)
    } catch let error as StartError {
      throw leaving(.failure, error)
    } catch let error as MemoryError {
      throw leaving(.failure, error)
    } catch let error as TextFileError {
      throw leaving(.failure, error)
    } catch TrainingError.text(let error) {
      throw leaving(.failure, error)
    } catch let error as TrainingError {
      throw leaving(.validationFailure, error)
    } catch let error as BreakageError {
      throw leaving(.validationFailure, error)
    } catch let error as HyperparameterError {
      throw leaving(.validationFailure, error)
    }
  }

  private static func leaving(
    _ code: ExitCode, _ error: some CustomStringConvertible
  ) -> ExitCode {
    StandardError().write("fivemoves: \(error.description)\n")
    return code
  }
}
