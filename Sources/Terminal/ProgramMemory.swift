internal import CTerminal

/// The memory of a program whose screen may be open for hours.
public enum ProgramMemory {
  /// Most of the code that began the program, and where each of its addresses came to stand, is
  /// not read again.
  public static func givesBackCode() { ct_give_back_code() }

  /// What is freed goes back to the system, not into gaps of a heap that only grows.
  public static func givesBackFreedBlocks() { ct_give_back_freed_blocks() }
}
