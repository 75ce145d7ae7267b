/// The fables of the lesson `story`, written for this program.
enum Fables {
  static let text = [first, second, third, fourth]
    .joined(separator: "\n")
}
