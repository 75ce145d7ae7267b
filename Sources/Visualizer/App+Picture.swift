internal import Canvas
internal import Moves

/// The screen as a picture in a file, on every page.
extension App {
  /// "story, step 612".
  public var pictureTitle: String {
    "fivemoves \(run.facts.lesson?.name ?? "run"), step \(completedSteps)"
  }

  /// What can stand beside the chart in this run.
  public var availablePanels: [Panel] { panels.ring }

  func asksForPicture(_ key: Key) -> Bool {
    search == nil && Action.picture.keys.contains(key)
  }

  mutating func askForPicture() {
    wantsPicture = options.keepsPictures
    if !wantsPicture { answer = "A guest's screen writes no files: S keeps no picture here." }
  }

  mutating func takePicture() -> [Effect] {
    guard wantsPicture else { return [] }
    wantsPicture = false
    return [.keepPicture(name: "fivemoves-\(lessonInName)-\(completedSteps)")]
  }

  /// Another program's lesson may be called anything, and a name must not lead to another folder.
  private var lessonInName: String {
    let name = (run.facts.lesson?.name ?? "run").prefix(40)
    return String(
      name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
  }
}
