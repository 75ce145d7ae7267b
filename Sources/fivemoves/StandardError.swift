#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where complaints go.
struct StandardError {
  func write(_ words: String) {
    let bytes = Array(words.utf8)
    #if canImport(Glibc)
      _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    #else
      _ = Darwin.write(STDERR_FILENO, bytes, bytes.count)
    #endif
  }
}
