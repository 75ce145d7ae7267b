internal import ArgumentParser
internal import Storage

/// The files that a command reads and writes, each by the option that names it.
struct FilePlaces {
  private let read: [(option: String, path: String)]
  private let written: [(option: String, path: String)]

  /// Nil stands for a file that was not asked for.
  init(read: [(option: String, path: String?)], written: [(option: String, path: String?)]) {
    let named = { (files: [(option: String, path: String?)]) in
      files.compactMap { option, path in path.map { (option, $0) } }
    }
    (self.read, self.written) = (named(read), named(written))
  }

  /// Both checks.
  func checkAll() throws {
    try checkNames()
    try check()
  }

  func checkNames() throws {
    for (option, path) in written + read where path.isEmpty {
      throw ValidationError("\(option) needs the name of a file.")
    }
  }

  /// - Throws: if what is written would take the place of something that is read or written too.
  func check() throws {
    let (read, written) = (read.map(Place.init), written.map(Place.init))
    for (option, path) in self.written {
      guard !WholeFile.isBeside(path) else {
        throw ValidationError(
          "\(option) needs another name: .NAME.fivemoves is what NAME is first written as.")
      }
      let half = Place(option: option, path: WholeFile.beside(path))
      if let lost = read.first(where: half.isSame(as:)) {
        throw ValidationError(
          "\(lost.option) names the file that \(option) is first written as, which would be "
            + "replaced; copy it to another name.")
      }
    }
    for (i, place) in written.enumerated() {
      if let other = written[(i + 1)...].first(where: place.isSame(as:)) {
        throw ValidationError(
          "\(place.option) and \(other.option) name the same file; give one of them another name.")
      }
      if let lost = read.first(where: { place.isSame(as: $0) && !place.takesOver($0) }) {
        throw ValidationError(
          "\(lost.option) and \(place.option) name the same file, which would be replaced; give "
            + "\(place.option) another name.")
      }
    }
  }

  private struct Place {
    let option: String
    let file: FileIdentity?

    init(option: String, path: String) {
      self.option = option
      file = FileIdentity(path)
    }

    func isSame(as other: Place) -> Bool { file != nil && file == other.file }

    /// A run that goes on keeps its checkpoint where it was.
    func takesOver(_ read: Place) -> Bool { option == "--checkpoint" && read.option == "--resume" }
  }
}
