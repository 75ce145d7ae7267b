public import Moves

extension RunFile {
  /// Which data the run trained on; nil for a file that does not say: one of Python's, or of an
  /// older version.
  /// - Throws: if it says something that cannot be.
  public func data() throws(StorageError) -> DataFacts? {
    do { return try dataFacts() } catch { throw StorageError(path, error) }
  }

  static func entries(of data: DataFacts?) -> [(String, String)] {
    guard let data else { return [] }
    return [
      ("data", data.name), ("data_origin", data.origin.rawValue), ("data_bytes", "\(data.bytes)"),
      ("data_sha256", data.digest),
    ]
  }

  func dataFacts() throws(RunFileError) -> DataFacts? {
    guard file["data_sha256"] != nil else { return nil }
    let origin = try metadata("data_origin")
    guard let known = DataFacts.Origin(rawValue: origin) else {
      throw .metadata("data_origin", found: origin, expected: "file or built-in")
    }
    return DataFacts(
      origin: known, name: try metadata("data"), bytes: try count("data_bytes"),
      digest: try metadata("data_sha256"))
  }
}
