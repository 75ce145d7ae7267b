import Canvas
import Moves
import Testing

@Test func `a sentence and a cell show a control character alike`() {
  for value in Array(UInt32(0)..<0x20) + [0x7F] {
    let scalar = Unicode.Scalar(value)
    #expect(scalar?.tame == scalar?.shown && scalar?.tame != scalar, "\(value)")
  }
  #expect(Unicode.Scalar(0x1B).tame == "␛")
}
