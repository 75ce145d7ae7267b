internal import ArgumentParser

/// Columns and rows, as "100x30".
struct ScreenSize {
  let width: Int
  let height: Int

  init(width: Int, height: Int) { (self.width, self.height) = (width, height) }

  init(_ text: String) throws {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      Self.widths.contains(width), Self.heights.contains(height)
    else {
      throw ValidationError(
        "it must be columns x rows, such as 100x30, from \(Self.widths.lowerBound)x"
          + "\(Self.heights.lowerBound) to \(Self.widths.upperBound)x\(Self.heights.upperBound)")
    }
    self.init(width: width, height: height)
  }

  private static let widths = 40...400
  private static let heights = 8...200
}
