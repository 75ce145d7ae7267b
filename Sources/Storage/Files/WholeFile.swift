import Moves
import Platform

/// A file that is there whole or not at all, whatever happens while it is written, and that no other
/// run may write as long as this one does.
public final class WholeFile {
  private let path: String
  /// What stands there, locked; nothing yet where it is nil.
  private var place: LockedFile?
  /// What is to take its place, locked too: it alone keeps others away where nothing stands yet.
  private var half: LockedFile?

  /// - Throws: if nothing can be written there, or another run writes there.
  init(held path: String) throws(FileError) {
    self.path = linkTarget(of: path)
    try check()
    place = try standing()
    half = try begun()
    // Another run may have put its file there in between.
    if place == nil { place = try standing() }
  }

  public convenience init(_ path: String) throws(StorageError) {
    do { try self.init(held: path) } catch { throw StorageError(path, error) }
  }

  deinit { dropHalf() }

  /// Makes sure that the disk has room for so many bytes, and keeps it.
  public func reserve(_ bytes: Int) throws(StorageError) {
    #if canImport(Glibc)
      let code = half.map { posix_fallocate($0.descriptor, 0, off_t(bytes)) } ?? 0
      guard [ENOSPC, EDQUOT, EFBIG].contains(code) else { return }
      throw StorageError(path, FileError.cannotWrite(code))
    #endif
  }

  /// Writes beside, waits until the disk has it, and takes the name.
  /// - Parameter replaces: whether it may take the name of a file that is there.
  func write(_ bytes: [UInt8], replaces: Bool = true) throws(FileError) {
    if half == nil { half = try begun(waits: true) }
    if place == nil { place = try standing() }
    guard let half, fill(half.descriptor, with: bytes),
      replaces ? rename(beside.systemPath, path.systemPath) == 0 : takeFreeName()
    else {
      let code = errno
      dropHalf()
      throw .cannotWrite(code)
    }
    (place, self.half) = (half, nil)
    keepName()
  }

  /// Fails where another program has made a file of that name meanwhile.
  private func takeFreeName() -> Bool {
    if link(beside.systemPath, path.systemPath) == 0 {
      unlink(beside.systemPath)
      return true
    }
    // Some file systems know no second names.
    guard errno != EEXIST else { return false }
    return access(path.systemPath, F_OK) != 0 && rename(beside.systemPath, path.systemPath) == 0
  }

  private func fill(_ descriptor: CInt, with bytes: [UInt8]) -> Bool {
    keepMode(descriptor)
    return writeAll(bytes, to: descriptor) && ftruncate(descriptor, off_t(bytes.count)) == 0
      && fsync(descriptor) == 0
  }

  /// Who may read the file that is replaced may read the new one, and nobody else.
  private func keepMode(_ descriptor: CInt) {
    var facts = stat()
    guard let place, fstat(place.descriptor, &facts) == 0 else { return }
    _ = fchown(descriptor, uid_t.max, facts.st_gid)
    _ = fchown(descriptor, facts.st_uid, gid_t.max)
    fchmod(descriptor, facts.st_mode & 0o7777)
  }

  private var beside: String { Self.beside(path) }

  /// Where the file is written until it is whole: a name that nobody would give a file of their own.
  public static func beside(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return "\(folder(of: path))/.\(short(name)).fivemoves"
  }

  /// A file's name may have 255 bytes: of a longer one its beginning, and what tells it from others
  /// that begin alike.
  private static func short(_ name: String) -> String {
    guard name.systemPath.count > mostBytes else { return name }
    var (beginning, sum) = (name, 0xCBF2_9CE4_8422_2325 as UInt64)
    for byte in name.systemPath { sum = (sum ^ UInt64(UInt8(bitPattern: byte))) &* 0x100_0000_01B3 }
    while beginning.systemPath.count > mostBytes - 17 { beginning.removeLast() }
    return "\(beginning)-\(String(sum, radix: 16))"
  }

  private static let mostBytes = 240

  /// - Throws: if a run is about to put its file where nothing stands yet.
  static func checkNotAwaited(at path: String) throws(FileError) {
    _ = try LockedFile.at(beside(linkTarget(of: path)), O_RDONLY | O_NOFOLLOW)
  }

  private func dropHalf() {
    _ = half?.remove(beside)
    half = nil
  }

  private func standing() throws(FileError) -> LockedFile? { try .at(path, O_RDWR) }

  /// A new one: what a process left there that died has another mode, or another owner.
  private func begun(waits: Bool = false) throws(FileError) -> LockedFile? {
    while let left = try LockedFile.at(beside, O_RDONLY | O_NOFOLLOW, waits: waits) {
      guard left.remove(beside) else { throw .cannotWrite(errno) }
    }
    return try .at(beside, O_RDWR | O_CREAT | O_EXCL, waits: waits)
  }

  /// What is there must be a file that may be replaced: renaming would replace a device too.
  private func check() throws(FileError) {
    var facts = stat()
    guard stat(path.systemPath, &facts) == 0 else {
      if errno == ENAMETOOLONG { throw .cannotWrite(errno) }
      return
    }
    let kind = facts.st_mode & S_IFMT
    guard kind == S_IFREG else { throw kind == S_IFDIR ? .directory : .notAFile }
    guard !facts.isWriteProtected else { throw .writeProtected }
  }

  /// The folder holds the name; without this the old file might be back after a power cut.
  private func keepName() {
    let descriptor = open(folder(of: path).systemPath, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}

extension stat {
  /// Whether its mode lets nobody write: a system's superuser could, and renaming asks nobody.
  var isWriteProtected: Bool { st_mode & 0o222 == 0 }
}

/// Whether all bytes were taken; errno says why not.
/// - Parameter endsAtSignal: whether a wait for room ends with a signal.
func writeAll(
  _ bytes: some Collection<UInt8>, to descriptor: CInt, endsAtSignal: Bool = false
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
