internal import Moves

/// Why a kiosk turns somebody away; nothing that the person sent is repeated.
enum KioskError: Error, CustomStringConvertible {
  case notALesson(known: [String])
  /// It serves a class, and no lessons of one's own.
  case onlyFollows
  case noPlaces(String)
  case full(Int)
  case stillRoot
  /// Why there can be no screen, with the way out.
  case noScreen(String)

  var description: String {
    switch self {
    case .notALesson(let known):
      "this is a kiosk; it runs no command but the name of a lesson: \(known.joined(separator: ", "))"
    case .onlyFollows:
      "this kiosk follows a class; its teacher has to allow lessons of your own (--own)"
    case .noPlaces(let folder):
      "this kiosk has no places: no file in \(folder.asFile) can be opened; whoever runs it makes one "
        + "for each, such as with touch \(ShellWord("\(folder)/1").quoted)"
    case .full(let places):
      "\(places.noun("the one place of this kiosk is", "all \(places) places of this kiosk are")) "
        + "taken; try again in a minute"
    case .stillRoot:
      "this kiosk would run as root, which it must not; start it from another account"
    case .noScreen(let problem): problem
    }
  }
}
