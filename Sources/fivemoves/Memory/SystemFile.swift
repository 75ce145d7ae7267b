internal import Platform

/// A short file in which the system tells of itself; empty where there is none.
struct SystemFile {
  let lines: [String]

  init(_ path: String) {
    guard let file = fopen(path, "r") else {
      lines = []
      return
    }
    defer { fclose(file) }
    var (line, lines) = ([CChar](repeating: 0, count: 4096), [String]())
    while fgets(&line, CInt(line.count), file) != nil {
      let bytes = line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      lines.append(String(decoding: bytes, as: UTF8.self))
    }
    self.lines = lines
  }

  /// The number that the first line is.
  var number: Int? { lines.first.flatMap { Int($0.filter { !$0.isWhitespace }) } }

  /// What the line that begins with `field` tells in kB.
  func bytes(of field: String) -> Int? {
    lines.first { $0.hasPrefix(field) }
      .flatMap { Int($0.dropFirst(field.count).filter(\.isNumber)) }.map { $0 * 1024 }
  }
}
