internal import CTerminal

/// What becomes of a crash, for the whole of the program.
public enum Crash {
  /// From here on it gives the terminal back, says where it happened and ends by its signal.
  /// Swift's own report would wait for a key.
  public static func restoresTerminal() { ct_restore_on_crash() }

  /// What it says is meant for nobody who sits at this terminal: one line is enough.
  public static func isPrivate() { ct_keep_crashes_private() }
}
