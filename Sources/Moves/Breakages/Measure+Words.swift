internal import Notation

extension Sign.Measure {
  /// As the screen writes it.
  var text: String {
    switch self {
    case .count(let count): count.grouped
    case .number(let number): Figures.plain(number)
    case .rate(let rate): Figures.rate(rate)
    case .share(let share): Figures.share(share)
    case .times(let times): Figures.ratio(times)
    case .words(let words): words
    }
  }
}

extension Figures {
  /// With two digits, 47 and 1.5: the losses that it is made of have hardly more.
  static func ratio(_ times: Double) -> String {
    guard times >= 9.95 else { return Figure.fixed(times, decimals: 1) }
    guard times < 1e6 else { return digits(times) }
    return "about \(Int(times.rounded(toDigits: 2).rounded()).grouped)"
  }
}
