import Moves

/// What keeps a safetensors file that is well made from being used.
enum RunFileError: Error, Equatable, CustomStringConvertible {
  case missingTensors([String])
  case unknownTensors([String])
  case shape(tensor: String, found: [Int], expected: [Int])
  /// What is kept of a parameter beside its value, and not as it should be.
  case state(tensor: String, found: [Int]?)
  case notFinite(tensor: String, Float)
  case tiedDiffer(String, String)
  case missingMetadata(String)
  case metadata(String, found: String, expected: String)
  case noTraining
  /// The characters that it was trained on, where it says which, are not those there are here.
  case otherVocabulary(DataFacts?, here: DataFacts?)

  var description: String {
    switch self {
    case .missingTensors(let names):
      "it lacks tensor \(Self.list(names)) of this network; \(Self.sameNetwork)"
    case .unknownTensors(let names):
      "this network has no tensor \(Self.list(names)); \(Self.sameNetwork)"
    case .shape(let tensor, let found, let expected):
      "tensor \(quoted(tensor)) has the shape \(found), and this network's has \(expected); "
        + Self.sameNetwork
    case .state(let tensor, let found):
      "its tensor \(quoted(tensor)) "
        + (found.map { "has the shape \($0), not its parameter's" } ?? "is missing")
        + "; --load starts from its parameters alone"
    case .notFinite(let tensor, let number):
      "tensor \(quoted(tensor)) holds \(number.spelled); every parameter must be a finite number"
    case .tiedDiffer(let alias, let name):
      "tensors \(quoted(alias)) and \(quoted(name)) are one and the same in this network, but differ"
    case .missingMetadata(let name):
      "its metadata lacks \(quoted(name)), which files written by fivemoves have"
    case .metadata(let name, let found, let expected):
      "its metadata \(quoted(name)) must be \(expected), not \(quoted(found))"
    case .noTraining:
      "it holds parameters and no state of a training; --load starts from its parameters"
    case .otherVocabulary(let data, let here):
      "its network knows other characters than \(Self.characters(of: here)); "
        + Self.wayOut(data, here)
    }
  }

  /// The way out where the file is another network's.
  private static let sameNetwork =
    "name the lesson and the sizes that it was saved with, such as --layers and --width"

  private static func characters(of data: DataFacts?) -> String {
    guard let data else { return "this one" }
    return data.origin == .file ? "\(data.name.asFile) has" : "\(data.name) have"
  }

  /// How to give the data that its characters came from.
  private static func wayOut(_ data: DataFacts?, _ here: DataFacts?) -> String {
    switch (data?.origin, here?.origin) {
    case (.builtIn, .file): "leave --text out, since it was trained on \(data?.name ?? "")"
    case (.file, _): "give \((data?.name ?? "").asFile), which it was trained on, with --text FILE"
    case (_, .file): "give the text that it was trained on, or leave --text out if it was none"
    default: "give the text that it was trained on with --text FILE"
    }
  }

  private static func list(_ names: [String]) -> String {
    let more = names.count > 1 ? " and \(names.count - 1) more" : ""
    return quoted(names.first ?? "") + more
  }
}
