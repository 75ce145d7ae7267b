import Moves
import Platform

/// A file that is there whole or not at all, whatever happens while it is written, and that no other
/// run may write as long as this one does.
public final class WholeFile {
  let path: String
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
      let room = off_t(bytes + HalfMark.bytes.count)
      let code = half.map { posix_fallocate($0.descriptor, 0, room) } ?? 0
      guard [ENOSPC, EDQUOT, EFBIG].contains(code) else { return }
      throw StorageError(path, FileError.cannotWrite(code))
    #endif
  }

  /// Writes beside, waits until the disk has it, and takes the name.
  /// - Parameter replaces: whether it may take the name of a file that is there.
  func write(_ bytes: [UInt8], replaces: Bool = true) throws(FileError) {
    if !isHalfThere { half = try begun(waits: true) }
    if place == nil { place = try standing() }
    guard let half, withoutLengthSignal({ fill(half.descriptor, with: bytes) }),
      replaces ? rename(beside.systemPath, path.systemPath) == 0 : takeFreeName()
    else {
      let code = errno
      dropHalf()
      throw .cannotWrite(code)
    }
    HalfMark.setBit(false, on: half.descriptor)
    _ = fsync(half.descriptor)
    (place, self.half) = (half, nil)
    keepName()
  }

  /// Somebody may have tidied up while the run was on.
  private var isHalfThere: Bool {
    guard let half else { return false }
    return FileIdentity(half.descriptor) == FileIdentity(beside)
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

  /// Whenever it is killed in here, there is a mark: at the beginning, at the end, or in the mode.
  private func fill(_ descriptor: CInt, with bytes: [UInt8]) -> Bool {
    keepMode(descriptor)
    guard ftruncate(descriptor, off_t(bytes.count + HalfMark.bytes.count)) == 0,
      HalfMark.put(on: descriptor, at: bytes.count), writeAll(bytes, to: descriptor),
      fsync(descriptor) == 0
    else { return false }
    HalfMark.setBit(true, on: descriptor)
    return ftruncate(descriptor, off_t(bytes.count)) == 0
  }

  /// Who may read the file that is replaced may read the new one, and nobody else.
  private func keepMode(_ descriptor: CInt) {
    var facts = stat()
    guard let place, fstat(place.descriptor, &facts) == 0 else { return }
    _ = fchown(descriptor, uid_t.max, facts.st_gid)
    _ = fchown(descriptor, facts.st_uid, gid_t.max)
    fchmod(descriptor, facts.st_mode & 0o7777)
  }

  /// - Throws: if a run is about to put its file where nothing stands yet.
  static func checkNotAwaited(at path: String) throws(FileError) {
    do { _ = try LockedFile.at(beside(path), O_RDONLY | O_NOFOLLOW) } catch {
      if case .inUse = error { throw error }
    }
  }

  private func dropHalf() {
    _ = half?.remove(beside)
    half = nil
  }

  private func standing() throws(FileError) -> LockedFile? { try .at(path, O_RDWR) }

  /// A new one: what a process left there that died has another mode, or another owner.
  private func begun(waits: Bool = false) throws(FileError) -> LockedFile? {
    dropSecondName()
    while let left = try left(waits: waits) {
      guard HalfMark.isOn(left.descriptor) else { throw .inTheWay(Self.halfName(of: path)) }
      guard left.remove(beside) else { throw .cannotWrite(errno) }
    }
    let half = try LockedFile.at(beside, O_RDWR | O_CREAT | O_EXCL, waits: waits)
    guard let half, withoutLengthSignal({ HalfMark.put(on: half.descriptor, at: 0) }) else {
      let code = errno
      _ = half?.remove(beside)
      throw .cannotWrite(code)
    }
    return half
  }

  /// What was killed between its two names has both; to take one away loses nothing.
  private func dropSecondName() {
    guard let place, linkTarget(of: beside) == beside,
      FileIdentity(place.descriptor) == FileIdentity(beside)
    else { return }
    unlink(beside.systemPath)
  }

  private func left(waits: Bool) throws(FileError) -> LockedFile? {
    do { return try .at(beside, O_RDONLY | O_NOFOLLOW, waits: waits) } catch {
      // A link is nobody's half.
      throw error == .cannotWrite(ELOOP) ? .inTheWay(Self.halfName(of: path)) : error
    }
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
