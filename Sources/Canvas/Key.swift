/// A key as a person knows it, whatever bytes the terminal sends for it.
public enum Key: Sendable, Equatable, Hashable {
  /// A printable character; the space bar is `.character(" ")`.
  case character(Unicode.Scalar)
  case enter, escape, tab, backTab, backspace
  case up, down, left, right
  case home, end, pageUp, pageDown
  /// What was pasted, all at once: no key, whatever stands in it.
  case paste(String)
  /// A key that nothing is bound to: function keys, control characters, broken characters.
  case unknown
  /// Ctrl-l: the screen is drawn anew already.
  case redraw
  /// No key at all: what a terminal says of itself, asked or unasked.
  case report
}
