import Moves
import Testing

@Test(arguments: [
  (2.5163, 2.52), (0.041234, 0.0412), (0.0949, 0.0949), (0.0951, 0.10), (99.996, 100.0),
  (364.24, 364.2), (1537.4, 1537), (1.4721e7, 1.5e7), (0.00042, 4.2e-4), (0, 0), (-2.5163, -2.52),
])
func `a number is taken as it is shown`(value: Double, shown: Double) {
  #expect(abs(value.asShown - shown) <= 1e-12 * abs(shown))
}

@Test func `what is no number stays what it is`() {
  #expect(Double.nan.asShown.isNaN)
  #expect(Double.infinity.asShown == .infinity)
}
