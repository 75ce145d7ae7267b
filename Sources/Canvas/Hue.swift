/// The colours that a picture has, wherever it is shown; each place says which shade that is there.
public enum Hue: CaseIterable, Sendable {
  case black, white, orange, red, deepOrange, blue, magenta, grey, sand, pink
}
