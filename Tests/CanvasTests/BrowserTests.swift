import Foundation
import Testing

@testable import Canvas

/// Pictures as a real browser shows them. Where none is installed these tests run only in CI, and fail.
@Suite(.enabled(if: Browser.path != nil || ProcessInfo.processInfo.environment["CI"] == "true"))
struct BrowserTests {
  /// A row a role: words, a block, dots, lines, half a block, and a wide character.
  private static let frame: Frame = {
    var frame = Frame(width: 30, height: Role.allCases.count)
    for (y, role) in Role.allCases.enumerated() {
      frame.write("role <\(y)> & x █⣿⠀│─▄ 日", x: 2, y: y, role)
    }
    return frame
  }()

  @Test(arguments: Theme.allCases)
  func `words are read back from their cells, and every cell has its colours`(theme: Theme) throws {
    let frame = Self.frame
    let shown = try Browser.show(frame.svg(theme, title: "picture"))
    var words = Frame(width: frame.width, height: frame.height)
    for word in shown.words {
      #expect(abs(word.x - 9 - 9 * (word.x / 9 - 1).rounded()) < 0.01)
      words.write(word.glyph, x: Int(word.x / 9) - 1, y: Int(word.y / 18))
    }
    for y in 0..<frame.height {
      let look = Look(frame[3, y].role, in: theme)
      let ground = look.ground ?? theme.ground
      for x in 0..<frame.width {
        let glyph = frame[x, y].glyph
        let isWord = glyph != " " && CellShape(glyph) == nil
        #expect(words[x, y].glyph == (isWord ? glyph : " "), "\(x) \(y)")
        func color(_ column: Int, _ row: Int) -> Int32? {
          shown.color(9 + 9 * x + column, 9 + 18 * y + row)
        }
        switch glyph {
        case "█": for row in 0..<18 { #expect(color(4, row) == look.ink, "\(row)") }
        case "▄": #expect(color(4, 4) == ground && color(4, 13) == look.ink)
        case "⣿":
          for row in 0..<4 {
            #expect(color(2, [2, 6, 11, 15][row]) == look.ink, "\(row)")
            #expect(color(6, [2, 6, 11, 15][row]) == look.ink, "\(row)")
          }
        case "⠀": for row in 0..<18 { #expect(color(4, row) == ground, "\(row)") }
        case "│": for row in 0..<18 { #expect(color(4, row) == look.ink, "\(row)") }
        case "─": for column in 0..<9 { #expect(color(column, 9) == look.ink, "\(column)") }
        case " ": if x < 2 || x > 27 { #expect(color(4, 9) == theme.ground) }
        default: break
        }
      }
    }
  }
}

/// Headless Chromium, which says what it shows of a picture.
enum Browser {
  static let path = ["chromium", "chromium-browser", "google-chrome"].map { "/usr/bin/\($0)" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  struct Shown: Decodable {
    struct Word: Decodable {
      var x: Double
      var y: Double
      var glyph: String
    }
    var width: Int
    var words: [Word]
    /// "rrggbb" a pixel, row by row.
    var pixels: String

    func color(_ x: Int, _ y: Int) -> Int32? {
      let start = pixels.utf8.index(pixels.startIndex, offsetBy: 6 * (y * width + x))
      return Int32(pixels[start...].prefix(6), radix: 16)
    }
  }

  static func show(_ svg: String) throws -> Shown {
    let path = try #require(path, "these tests need a browser: sudo apt-get install -y chromium")
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("fivemoves-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appendingPathComponent("page.html")
    try html(svg).write(to: page, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
      "--virtual-time-budget=20000", "--dump-dom", page.path,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let dom = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let found = try #require(dom.firstMatch(of: /<pre id="out">([A-Za-z0-9+\/=]+)<\/pre>/))
    let json = try #require(Data(base64Encoded: String(found.1)))
    return try JSONDecoder().decode(Shown.self, from: json)
  }

  private static func html(_ svg: String) -> String {
    """
    <!doctype html><meta charset="utf-8"><body style="margin:0">\(svg)<pre id="out"></pre><script>
    const words = [];
    const svg = document.querySelector("svg");
    for (const text of svg.querySelectorAll("text")) {
      const matrix = text.getCTM();
      let i = 0;
      for (const glyph of text.textContent) {
        const at = text.getStartPositionOfChar(i).matrixTransform(matrix);
        words.push({x: at.x, y: at.y - 9, glyph});
        i += glyph.length;
      }
    }
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = image.width; canvas.height = image.height;
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const data = context.getImageData(0, 0, canvas.width, canvas.height).data;
      let pixels = "";
      for (let i = 0; i < data.length; i += 4) {
        pixels += ((1 << 24) | (data[i] << 16) | (data[i + 1] << 8) | data[i + 2])
          .toString(16).slice(1);
      }
      const json = JSON.stringify({width: canvas.width, words, pixels});
      const bytes = new TextEncoder().encode(json);
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      document.getElementById("out").textContent = btoa(text);
    };
    image.src = "data:image/svg+xml," + encodeURIComponent(svg.outerHTML);
    </script>
    """
  }
}
