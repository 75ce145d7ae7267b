import JSONText
import Moves

extension RunFile {
  /// - Throws: if the metadata lacks something, or has something that cannot be.
  public func description() throws(StorageError) -> RunDescription {
    do { return try described() } catch { throw StorageError(path, error) }
  }

  /// The lesson that the file says it is of; nil for one of Python's.
  public var lesson: String? { file["lesson"] }

  static func description(
    of facts: RunFacts, step: Int, version: String
  ) -> [Safetensors.Entry] {
    let run = [
      ("format", "pt"), ("fivemoves", version), ("lesson", facts.name),
      ("model", facts.model ?? ""), ("step", "\(step)"),
      ("vocabulary", JSON.list(facts.vocabulary).description),
    ]
    let chosen =
      facts.hyperparameters.map { chosen in
        Hyperparameter.all.map { ($0.name, $0.text(chosen)) }
      } ?? []
    let entries = run + entries(of: facts.data) + chosen
    return entries.map { Safetensors.Entry(name: $0.0, value: $0.1) }
  }

  private func described() throws(RunFileError) -> RunDescription {
    var chosen = Hyperparameters()
    for row in Hyperparameter.all {
      let text = try metadata(row.name)
      guard row.set(&chosen, text) else {
        throw .metadata(row.name, found: text, expected: "a value of that hyperparameter")
      }
    }
    return RunDescription(
      lesson: try metadata("lesson"), hyperparameters: chosen, vocabulary: try vocabulary(),
      completedSteps: try count("step"), data: try dataFacts(), lastLoss: file["last_loss"])
  }

  func vocabulary() throws(RunFileError) -> [String] {
    let text = try metadata("vocabulary")
    guard let symbols = (try? JSONReader.read(Array(text.utf8)[...]))?.strings else {
      throw .metadata("vocabulary", found: text, expected: "a JSON array of strings")
    }
    return symbols
  }

  func metadata(_ name: String) throws(RunFileError) -> String {
    guard let text = file[name] else { throw .missingMetadata(name) }
    return text
  }

  /// A whole number that is not negative.
  func count(_ name: String) throws(RunFileError) -> Int {
    let text = try metadata(name)
    guard let count = Int(text), 0...Int(Int32.max) ~= count else {
      throw .metadata(name, found: text, expected: "a whole number from 0")
    }
    return count
  }
}
