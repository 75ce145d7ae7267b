/// Sixteen floats: two AVX2 registers, one call of the compiler's vector code.
typealias Vector = SIMD16<Float>

public typealias Input = UnsafePointer<Float>
public typealias Output = UnsafeMutablePointer<Float>

let lanes = 16

@inline(__always)
func load(_ pointer: Input) -> Vector {
  UnsafeRawPointer(pointer).loadUnaligned(as: Vector.self)
}

@inline(__always)
func store(_ vector: Vector, _ pointer: Output) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: vector, as: Vector.self)
}

/// The first values of a row's tail; the other lanes hold `fill`.
@inline(__always)
func loadTail(_ pointer: Input, _ count: Int, fill: Float = 0) -> Vector {
  var vector = Vector(repeating: fill)
  withUnsafeMutableBytes(of: &vector) { bytes in
    bytes.baseAddress?.copyMemory(from: pointer, byteCount: 4 * count)
  }
  return vector
}

@inline(__always)
func storeTail(_ vector: Vector, _ pointer: Output, _ count: Int) {
  withUnsafeBytes(of: vector) { bytes in
    guard let first = bytes.baseAddress else { return }
    UnsafeMutableRawPointer(pointer).copyMemory(from: first, byteCount: 4 * count)
  }
}

/// `a * b + c`, rounded once where the processor can.
@inline(__always)
func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
  #if FUSED_MULTIPLY_ADD
    c.addingProduct(a, b)
  #else
    a * b + c
  #endif
}

@inline(__always)
func sum(_ vector: Vector) -> Float {
  let eight = vector.lowHalf + vector.highHalf
  let four = eight.lowHalf + eight.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}

@inline(__always)
func largest(_ vector: Vector) -> Float {
  let eight = pointwiseMax(vector.lowHalf, vector.highHalf)
  let four = pointwiseMax(eight.lowHalf, eight.highHalf)
  let two = pointwiseMax(four.lowHalf, four.highHalf)
  return max(two.x, two.y)
}

/// Walks over a row in vectors; the tail comes with the number of its lanes that count.
@inline(__always)
func forEachVector(_ count: Int, _ body: (_ offset: Int, _ lanes: Int) -> Void) {
  var offset = 0
  while offset + lanes <= count {
    body(offset, lanes)
    offset += lanes
  }
  if offset < count { body(offset, count - offset) }
}

@inline(__always)
func load(_ pointer: Input, _ count: Int, fill: Float = 0) -> Vector {
  count == lanes ? load(pointer) : loadTail(pointer, count, fill: fill)
}

/// Stores a vector, or adds it to what is there.
@inline(__always)
func put(_ vector: Vector, _ pointer: Output, _ count: Int, accumulate: Bool = false) {
  let value = accumulate ? vector + load(pointer, count) : vector
  if count == lanes { store(value, pointer) } else { storeTail(value, pointer, count) }
}
