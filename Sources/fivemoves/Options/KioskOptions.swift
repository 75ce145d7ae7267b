internal import ArgumentParser
internal import Moves

/// What an account needs that many people share.
struct KioskOptions: ParsableArguments {
  @Flag(help: "For a shared account: no files, no stopping, few resources, a lesson and no more.")
  var kiosk = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Leave after so many minutes without a key; a kiosk leaves after 15.", valueName: "minutes"),
    transform: Typed.number)
  var idleExit: Double?

  @Option(help: ArgumentHelp("The places of a kiosk: as many run at once.", visibility: .hidden))
  var slots: String?

  /// Those of a person at an own machine.
  static var none: KioskOptions {
    var options = KioskOptions()
    (options.kiosk, options.idleExit, options.slots) = (false, nil, nil)
    return options
  }

  func validate() throws {
    if slots != nil, !kiosk { throw ValidationError("--slots changes nothing without --kiosk.") }
    if let idleExit, !(idleExit > 0) {
      throw ValidationError("--idle-exit must be above 0 minutes, but is \(idleExit.spelled).")
    }
  }

  /// Seconds without a key after which the program leaves; nil for never.
  var patience: Double? {
    (idleExit ?? (kiosk ? 15 : nil)).map { $0 * 60 }
  }
}
