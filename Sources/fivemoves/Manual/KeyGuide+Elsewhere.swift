internal import Visualizer

extension KeyGuide {
  /// In words for a page that is not the screen's own page of help.
  var elsewhere: String { long.replacing("this page", with: "the page of help") }
}
