internal import Platform

/// A file that only this process knows, and that goes with it.
public enum NamelessFile {
  /// - Returns: its descriptor.
  /// - Throws: if the folder for such files takes none.
  public static func open(for path: String) throws(RecordingError) -> CInt {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/fivemoves-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw RecordingError(path, .noSpool(folder)) }
    unlink(name)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }

  /// False where it takes no more.
  public static func append(_ bytes: some Sequence<UInt8>, to file: CInt) -> Bool {
    writeAll(bytes, to: file)
  }
}
