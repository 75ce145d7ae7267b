internal import Platform
internal import Terminal

/// A session on an account that many people share, who may do nothing but learn.
enum Kiosk {
  /// Steps a second, so that nobody starves the others.
  static let fastest = 8.0
  /// Bytes of snapshots, with which one can go back.
  static let memoryForGoingBack = 16 << 20

  /// Gives up what a stranger must not have, before the terminal and the lesson are opened.
  ///
  /// - Parameter slots: a folder with a file for each session that may run at once; nil for any number.
  /// - Parameter largestFile: mebibytes of what is kept in files of no name.
  static func begin(slots: String?, largestFile: UInt = 16) throws(KioskError) {
    Crash.isPrivate()
    forgetPaths()
    if let slots { try Slot.take(in: slots) }
    try giveUpRoot()
    Limits.set(largestFile: largestFile)
    // ^Z would leave the person in a stopped job with no shell to continue it.
    signal(SIGTSTP, SIG_IGN)
    _ = nice(10)
  }

  /// Where terminals and locales are looked up is not for the person to say.
  private static func forgetPaths() {
    for name in ["HOME", "TERMINFO", "TERMINFO_DIRS", "TERMCAP", "LOCPATH", "NLSPATH"] {
      unsetenv(name)
    }
  }

  /// A server that runs as root is no reason for its guests to.
  private static func giveUpRoot() throws(KioskError) {
    guard geteuid() == 0 else { return }
    let nobody: UInt32 = 65534
    // Else the terminal could not be opened anew.
    _ = fchown(STDOUT_FILENO, nobody, gid_t.max)
    guard setgroups(0, nil) == 0, setgid(nobody) == 0, setuid(nobody) == 0 else {
      throw .stillRoot
    }
  }
}
