public import Moves
public import Training

/// A run in a safetensors file: its parameters under PyTorch's names, in its metadata what is needed
/// to build the network again and, in a checkpoint, all that training needs to go on.
public struct RunFile: Sendable {
  let path: String
  private(set) var file: Safetensors
  /// What a wrapper of PyTorch had put before every tensor's name, and is left out here.
  public private(set) var wrapper: Wrapper?

  private init(path: String, file: Safetensors) {
    self.path = path
    self.file = file
  }

  /// - Throws: the first thing that is wrong with the file.
  public init(reading path: String) throws(StorageError) {
    try Self.checkStart(of: path)
    let bytes: [UInt8]
    do { bytes = try fileBytes(path) } catch { throw StorageError(path, error) }
    try self.init(bytes, path: path)
  }

  /// What is no such file is not read, be it as long as it may.
  private static func checkStart(of path: String) throws(StorageError) {
    do {
      let start = try fileBytes(path, first: 8)
      let size = fileSize(path) ?? start.count
      let header = try Safetensors.header(after: start, of: size)
      _ = try Safetensors.Header(fileBytes(path, first: header.upperBound), of: size)
    } catch let error as FileError {
      throw StorageError(path, error)
    } catch {
      throw StorageError(path, "\(error)")
    }
  }

  init(_ bytes: [UInt8], path: String) throws(StorageError) {
    self.path = path
    do { file = try Safetensors(bytes) } catch { throw StorageError(path, error) }
    wrapper = Wrapper(aroundAllOf: file.tensors.map(\.name))
    for i in file.tensors.indices { file.tensors[i].name.removeFirst(wrapper?.prefix.count ?? 0) }
  }

  /// The parameters as they are in `snapshot`, to be loaded here or with PyTorch.
  public static func parameters(
    of snapshot: Snapshot, _ facts: RunFacts, version: String, path: String
  ) -> RunFile {
    RunFile(
      path: path,
      file: Safetensors(
        tensors: parameterTensors(facts.tensors, snapshot.model.values),
        metadata: description(of: facts, step: snapshot.completedSteps, version: version)))
  }

  /// All of `snapshot`, which must be one between two training steps.
  /// - Parameter lastLoss: that of the last one, as a log has it.
  public static func checkpoint(
    _ snapshot: Snapshot, _ facts: RunFacts, lastLoss: String? = nil, version: String, path: String
  ) -> RunFile {
    var whole = parameters(of: snapshot, facts, version: version, path: path)
    whole.file.add(snapshot, facts.tensors)
    whole.file.metadata += lastLoss.map { [Safetensors.Entry(name: "last_loss", value: $0)] } ?? []
    return whole
  }

  /// Puts it in the place of what is there, whole or not at all.
  public func write(into place: WholeFile) throws(StorageError) {
    do { try place.write(file.bytes) } catch { throw StorageError(path, error) }
  }

  public var byteCount: Int { file.bytes.count }
}
