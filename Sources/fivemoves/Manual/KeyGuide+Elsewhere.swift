internal import Moves
internal import Visualizer

extension KeyGuide {
  /// All that a key of the program's does, somewhere.
  static var everywhere: [KeyGuide] {
    let all = all(ascii: true, abilities: .all.union(.asking))
    return all.dropLast() + [escape] + all.suffix(1)
  }

  /// In words for a page that is not the screen's own page of help.
  var elsewhere: String {
    long.replacing("this page", with: "the page of help")
      .replacing("ask the class:", with: "in a class (fivemoves teach), ask it:")
  }
}
