internal import Moves

/// A parameter by words: parts of its tensor's name, then its index.
struct ParameterSearch: Sendable, Equatable {
  var text = ""

  enum Answer: Equatable {
    case found(ParameterPlace)
    case noSuchName
    case noSuchIndex(TensorFacts)
  }

  /// Longer than any name; a book that was pasted is none.
  private static let longest = 200

  /// Ends of lines come with a paste, and mean no more than a space.
  mutating func paste(_ pasted: String) {
    let words = pasted.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    text = String((text + words).prefix(Self.longest))
  }

  /// "c_fc 57,44" or "wte[3,0]": every word must be in the name, in any order.
  func answer(in run: RunFacts) -> Answer {
    let (words, index) = parts
    let names = run.tensors.indices.filter { tensor in
      words.allSatisfy { run.tensors[tensor].name.lowercased().contains($0) }
    }
    guard let first = names.first else { return .noSuchName }
    let fitting = names.lazy.compactMap {
      ParameterPlace(tensor: $0, index: index, shape: run.tensors[$0].shape)
    }.first
    return fitting.map(Answer.found) ?? .noSuchIndex(run.tensors[first])
  }

  /// Numbers at the end are the index; a number within a word is part of a name, as in "h.1".
  private var parts: (words: [String], index: [Int]) {
    let pieces = text.lowercased().split { " ,[]".contains($0) }.map(String.init)
    let index = pieces.reversed().prefix { Int($0) != nil }.reversed().compactMap { Int($0) }
    return (Array(pieces.dropLast(index.count)), Array(index))
  }
}
