/// The version that `--version` prints and files carry.
enum Version {
  static let current = "0.1.0"
}
