import Testing

/// A test that holds the machine's times against a bar: meanwhile nothing goes side by side.
extension Trait where Self == Turn {
  static var measures: Turn { Turn() }
}

/// One at a time of all tests that have this trait, first come, first served.
struct Turn: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  @concurrent func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    await Queue.shared.take()
    do {
      try await function()
      await Queue.shared.leave()
    } catch {
      await Queue.shared.leave()
      throw error
    }
  }

  private actor Queue {
    static let shared = Queue()
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func take() async {
      guard isTaken else { return isTaken = true }
      await withCheckedContinuation { waiting.append($0) }
    }

    /// Whoever waited longest has it then.
    func leave() {
      if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
  }
}
