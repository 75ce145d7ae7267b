internal import ArgumentParser
internal import Platform

/// How many threads may compute at once.
enum Threads {
  /// The cores that there are.
  static var most: Int { max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }

  static func check(_ count: Int) throws(ValidationError) {
    guard !(1...most ~= count) else { return }
    let range =
      most == 1 ? "1, since this machine has one core" : "1 to \(most), the cores of this machine"
    throw ValidationError("--threads must be \(range), not \(count).")
  }
}
