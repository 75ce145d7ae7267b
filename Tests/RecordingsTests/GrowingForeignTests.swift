import Foundation
import Moves
import Synchronization
import Testing

@testable internal import Recordings

/// A file that another program is still writing.
private final class Growing {
  private let path = FileManager.default.temporaryDirectory.appending(path: "growing-\(UUID())")
  private let isOpen = Atomic(true)
  /// Nil before enough is there.
  private(set) var source: RecordingSource?

  init(_ start: String) throws { try write(start) }
  deinit { try? FileManager.default.removeItem(at: path) }

  /// In the place of all that was there.
  func write(_ text: String) throws {
    let file = Foundation.open(path.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(file) }
    try FileHandle(fileDescriptor: file).write(contentsOf: Data(text.utf8))
  }

  func append(_ text: String) throws {
    let file = try FileHandle(forWritingTo: path)
    defer { try? file.close() }
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
  }

  func end() { isOpen.store(false, ordering: .relaxed) }

  func open() throws {
    source = try RecordingSource(
      Foundation.open(path.path, O_RDONLY | O_CLOEXEC), name: "f", maxNorm: nil, follows: true,
      grows: { [isOpen = Reference(self)] in isOpen.value })
  }

  private struct Reference {
    weak var growing: Growing?
    init(_ growing: Growing) { self.growing = growing }
    var value: Bool { growing?.isOpen.load(ordering: .relaxed) ?? false }
  }

  /// The steps that it has more by now, and evaluations as negative ones.
  func more() throws -> [Int] {
    var steps: [Int] = []
    let tell = { (news: News) in
      switch news {
      case .ran(let summaries, _): steps += summaries.map(\.step)
      case .evaluated(let report): steps.append(-report.step)
      default: return
      }
    }
    var known = -1
    while steps.count > known {
      known = steps.count
      try source?.perform(.step, goesOn: { true }, tell: tell)
    }
    return steps
  }
}

@Suite struct GrowingForeignTests {
  @Test func `printed lines are played as they come, each as soon as it is whole`() throws {
    let file = try Growing("number of parameters: 0.80M\niter 0: loss 4, time 1ms\niter 1: lo")
    try file.open()
    #expect(try file.more() == [1])
    try file.append("ss 3, time 1ms\nstep 2: train loss 2, val loss 2.5\n")
    #expect(try file.more() == [2, -2])
    try file.append("iter 2: loss 1")
    #expect(try file.more() == [])
    file.end()
    #expect(try file.more() == [3])
  }

  /// Where a column comes in, Lightning writes the whole table anew.
  @Test func `a table that is written anew goes on where it was`() throws {
    let file = try Growing("epoch,step,train_loss\n0,0,4\n0,1,3\n0,2,2\n")
    try file.open()
    #expect(try file.more() == [1, 2])
    try file.write("epoch,step,train_loss,val_loss\n0,0,4,\n0,1,3,\n0,2,2,\n0,2,,2.5\n0,3,1,\n")
    #expect(try file.more() == [3, -3])
    try file.append("0,4,0.5,\n")
    #expect(try file.more() == [4])
    file.end()
    #expect(try file.more() == [5])
  }
}
