internal import ArgumentParser
internal import Platform

/// How many threads may compute at once.
enum Threads {
  static func check(_ count: Int) throws(ValidationError) {
    guard !(1...coreCount ~= count) else { return }
    let range =
      coreCount == 1
      ? "1, since this machine has one core" : "1 to \(coreCount), the cores of this machine"
    throw ValidationError("--threads must be \(range), not \(count).")
  }
}
