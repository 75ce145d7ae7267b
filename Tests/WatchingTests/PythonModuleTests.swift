import Foundation
import Testing

@testable internal import Watching

@Suite struct PythonModuleTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Watching/Python").standardizedFileURL.path

  @Test func `every file of the module for Python travels in the program, as it is`() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder)
      .filter { $0.hasSuffix(".py") }
    #expect(PythonModule.files.map(\.path).sorted() == names.sorted())
    for file in PythonModule.files {
      let there = try Data(contentsOf: URL(filePath: "\(Self.folder)/\(file.path)"))
      #expect(there == Data(file.bytes), "\(file.path)")
    }
  }
}
