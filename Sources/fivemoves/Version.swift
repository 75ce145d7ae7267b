internal import CBuild
internal import Training

/// Which fivemoves this is. The one place that holds the version: packages take it from the program.
enum Version {
  /// What files carry.
  static let current = "0.2.0"

  /// What `--version` prints.
  static var line: String { "fivemoves \(current) (\(commit), Swift \(swift), \(instructions))" }

  private static var commit: String {
    build_commit().map { "commit \(String(cString: $0))" } ?? "built from source"
  }

  private static var swift: String { build_swift().map { String(cString: $0) } ?? compiler }

  /// As near as the source can tell by itself.
  private static var compiler: String {
    #if compiler(>=6.4)
      "6.4 or newer"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  private static var instructions: String {
    let missing = Processor.missingInstructions
    guard !missing.isEmpty else { return Processor.instructionSet }
    return "made for \(Processor.instructionSet), which this processor lacks"
  }
}
