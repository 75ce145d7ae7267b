extension Optional where Wrapped: BinaryFloatingPoint {
  /// Where it is not told, no comparison holds.
  var told: Wrapped { self ?? .nan }
}
