/// A thread that does one thing and ends with it; what its body holds lives until then.
public final class OwnThread: Sendable {
  private let body: @Sendable () -> Void

  private init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// - Returns: 0, or the system's code where no thread is to be had; then the body is not run.
  public static func begin(_ body: @escaping @Sendable () -> Void) -> CInt {
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let context = Unmanaged.passRetained(OwnThread(body)).toOpaque()
    let code = pthread_create(&thread, nil, { OwnThread.run($0) }, context)
    guard code == 0 else {
      Unmanaged<OwnThread>.fromOpaque(context).release()
      return code
    }
    #if canImport(Glibc)
      pthread_detach(thread)
    #else
      thread.map { _ = pthread_detach($0) }
    #endif
    return 0
  }

  private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    context.map { Unmanaged<OwnThread>.fromOpaque($0).takeRetainedValue().body() }
    return nil
  }
}
