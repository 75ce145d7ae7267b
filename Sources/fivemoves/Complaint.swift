/// Where complaints go.
struct StandardError {
  func write(_ words: String) {
    Printer.error.write(words)
  }
}
