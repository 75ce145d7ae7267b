import Moves
import Platform

/// The names in a folder; none where it cannot be read.
public func fileNames(in folder: String) -> [String] {
  guard let stream = opendir(folder.systemPath) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX)) { String(fileName: $0) }
    }
    names.append(name)
  }
  return names
}
