/// A key as the keyboard sent it; space is a character.
public enum Key: Sendable, Equatable, Hashable {
  case character(Unicode.Scalar)
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  case unknown
}
