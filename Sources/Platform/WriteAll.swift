/// Whether all bytes were taken; errno says why not.
/// - Parameter endsAtSignal: whether a wait for room ends with a signal.
public func writeAll(
  _ bytes: some Sequence<UInt8>, to descriptor: CInt, endsAtSignal: Bool = false
) -> Bool {
  var left = Array(bytes)[...]
  while !left.isEmpty {
    let count = left.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR, !endsAtSignal { continue }
    guard count > 0 else { return false }
    left = left.dropFirst(count)
  }
  return true
}
