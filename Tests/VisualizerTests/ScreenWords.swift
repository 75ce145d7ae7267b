import Canvas
import Moves

@testable import Visualizer

/// The words and numbers that stand on a screen, pictures and scales left out.
struct ScreenWords {
  var words: Set<String> = []

  init(_ frame: Frame) {
    for y in 0..<frame.height { words.formUnion(Self.words(in: frame.row(y, width: frame.width))) }
  }

  private static func words(in cells: [Cell]) -> [String] {
    var line = ""
    for cell in cells where !cell.isRightHalf {
      line.unicodeScalars.append(isDrawn(cell) ? " " : cell.glyph)
    }
    let words = withoutTicks(line).split(separator: " ").map(String.init)
    return words.map(bare).filter { !$0.isEmpty && !isTick($0) }
  }

  /// Without the ellipsis and the punctuation around a word: each must be whole.
  private static func bare(_ word: String) -> String {
    var word = Substring(word)
    while let last = word.last, "…,.;:".contains(last), word != "..." { word = word.dropLast() }
    if word.hasPrefix("…") { word = word.dropFirst() }
    if word.hasPrefix("("), !word.contains(")") { word = word.dropFirst() }
    if word.hasSuffix(")"), !word.contains("(") { word = word.dropLast() }
    return word.hasPrefix("(") && word.hasSuffix(")")
      ? String(word.dropFirst().dropLast()) : String(word)
  }

  /// Pictures, strips, rules and boxes.
  private static func isDrawn(_ cell: Cell) -> Bool {
    let drawn: Set<Role> = [.classA, .classB, .classC, .groundA, .groundB, .groundC]
    if drawn.contains(cell.role) { return true }
    if cell.role == .alarm, cell.glyph == "!" || cell.glyph == "?" { return true }
    if cell.glyph == "┤" || cell.glyph == "┴" { return false }
    return (0x2500...0x25FF).contains(cell.glyph.value)
      || (0x2800...0x28FF).contains(cell.glyph.value) || cell.glyph == "·"
  }

  /// A number beside a tick belongs to a scale, which is finer where there is more room.
  private static func withoutTicks(_ line: String) -> String {
    line.replacing(/[^ ]+ ?┤/, with: " ").replacing(/┴ [^ ]+/, with: " ")
      .replacing(/[^ ]+ ┴/, with: " ").replacing(/[┴┤]/, with: " ")
  }

  /// Under a plot of points, or points of a map that stand side by side.
  private static func isTick(_ word: String) -> Bool {
    word.wholeMatch(of: /-?\d(\.\d)?|[ABC]+/) != nil
  }

  /// What a word of code breaks into where it is too long for a line.
  static func pieces(of word: String) -> [String] {
    guard word.contains(where: \.isLetter) else { return [word] }
    return word.split { "(.,:[/=)]".contains($0) }.map(String.init)
  }

  /// What an untrained network writes knows no blanks, and breaks anywhere.
  static func isNoise(_ word: String, in app: App) -> Bool {
    let samples = app.run.history.evaluations.compactMap { $0.sample.map { $0.prompt + $0.text } }
    return samples.joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .contains { $0.count > 16 && $0.contains(word) }
  }

  /// What the same screen says where there is room for everything, on its panels too.
  static func whole(of app: App) -> Set<String> {
    var app = app
    // Without large letters, which are drawn.
    if app.options.isBig { app.options.plot = .ascii }
    var words = ScreenWords(app.frame(width: 240, height: 60)).words
    // A page that fits is not scrolled.
    if app.breakPage?.isVerdict == true || app.isHelpOpen { words.insert("scroll") }
    app.options.isBig = false
    _ = app.update(.resized(width: 240, height: 60), at: 1)
    for panel in [app.panels.ring.first, app.panels.ring.last, .life].compactMap({ $0 }) {
      app.panels.show(panel)
      _ = app.update(.tick, at: 1)
      words.formUnion(ScreenWords(app.frame(width: 240, height: 60)).words)
    }
    let texts = texts(of: app).flatMap { $0.split(whereSeparator: \.isWhitespace) }
    return words.union(texts.map { bare(String($0)) })
  }

  /// Sentences that are shown only as far as there is room for them.
  private static func texts(of app: App) -> [String] {
    var texts = [
      app.sentence.parts.text, app.sentence.parts.heading, BigSentence(stage: app.run.stage).text,
    ]
    texts += KeyGuide.all(ascii: false).flatMap { [$0.keys, $0.short, $0.long] }
    texts += KeyGuide.all(ascii: false, isBroken: true).map(\.short)
    texts += [
      app.run.facts.model ?? "", "...", "and 3 more layers", "↑↓", "g²", "≈",
      "esc closes, v visits step 1", "help",
    ]
    // A parameter's path in fewer digits.
    texts += app.watch.track.values(upTo: app.run.now.completedSteps).map {
      Figures.plain(Double($0))
    }
    texts += app.run.history.evaluations.compactMap { $0.sample.map { $0.prompt + $0.text } }
    return texts
  }
}
