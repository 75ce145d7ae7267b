internal import Moves
internal import Platform
internal import Storage

/// One of the places of a kiosk: a locked file, which is free again however the program ends.
enum Slot {
  /// Takes the first free place for as long as the program runs.
  static func take(in folder: String) throws(KioskError) {
    let files = fileNames(in: folder).filter { !$0.hasPrefix(".") }
    guard !files.isEmpty else { throw .noPlaces(folder) }
    for file in files where isTaken("\(folder)/\(file)") { return }
    throw .full(files.count)
  }

  private static func isTaken(_ path: String) -> Bool {
    let descriptor = open(path.systemPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    close(descriptor)
    return false
  }
}
