internal import ArgumentParser
internal import Platform
internal import Watching

/// `fivemoves module`: the module for Python, in a folder that Python can be told of.
struct ModuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "module",
    abstract: "Write the module for Python, with which a script opens itself, and print where.",
    discussion: """
      PYTHONPATH=$(fivemoves module) FIVEMOVES=1 python train.py
      fivemoves watch
      """)

  @Argument(
    help: "The folder (default: fivemoves/python in your own folder for data).",
    completion: .directory)
  var folder: String?

  func run() throws {
    try Failure.reported {
      let place = folder ?? "\(Self.dataFolder)/fivemoves/python"
      do throws(WatchError) {
        try PythonModule.write(into: place)
      } catch {
        guard case .folder(let path, let why) = error else { throw error }
        throw WatchError.folder(path, "\(why); fivemoves module FOLDER writes it elsewhere")
      }
      Printer.output.print(place)
    }
  }

  private static var dataFolder: String {
    if let named = getenv("XDG_DATA_HOME").map({ String(cString: $0) }), !named.isEmpty {
      return named
    }
    return "\(getenv("HOME").map { String(cString: $0) } ?? ".")/.local/share"
  }
}
