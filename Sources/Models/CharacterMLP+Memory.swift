/// How many numbers a pass has in use, reckoned before anything is made of it.
extension CharacterMLP {
  public static func parameterCount(
    vocabulary: Int, context: Int, embedding: Int, hidden: Int
  ) -> Int {
    vocabulary * embedding + (context * embedding + 1) * hidden + (hidden + 1) * vocabulary
  }

  /// A pass over so many rows with its way back.
  public static func numbersOfTraining(
    vocabulary: Int, context: Int, embedding: Int, hidden: Int, rows: Int
  ) -> Int {
    rows * (2 * context * embedding + 2 * hidden + 3 * vocabulary) + 32 * 16
  }

  public static func numbersOfLooking(
    vocabulary: Int, context: Int, embedding: Int, hidden: Int, rows: Int
  ) -> Int {
    rows * (context * embedding + hidden + 2 * vocabulary) + 32 * 8
  }
}
