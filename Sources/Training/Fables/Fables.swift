/// The fables of the lesson `story`, written for this program.
enum Fables {
  static let text = [firstFables].joined(separator: "\n")
}
