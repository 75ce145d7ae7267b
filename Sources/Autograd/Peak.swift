import Kernels
import Platform

/// How fast this processor's core can multiply and add, if nothing else held it up.
public enum Peak {
  /// Floating-point operations a second on one core, the best of several short runs.
  public static func measure(runs: Int = 20) -> Double {
    let workspace = Workspace(wide: hasWideRegisters)
    let numbers = UnsafeMutablePointer<Float>.allocate(capacity: 16)
    defer { numbers.deallocate() }
    var best = 0.0
    for _ in 0..<runs {
      numbers[0] = 0.5
      let start = now()
      let operations = multiplyAddsAtPeak(rounds: 100_000, into: numbers, in: workspace)
      best = max(best, Double(operations) / (now() - start))
    }
    return best
  }
}
