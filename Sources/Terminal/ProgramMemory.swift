internal import CTerminal

/// The memory of a program whose screen may be open for hours.
public enum ProgramMemory {
  /// Where each of its addresses came to stand was read once.
  public static func givesBackRelocations() { ct_give_back_relocations() }

  /// Most of the code that began the program is not run again.
  public static func givesBackCode() { ct_give_back_code() }

  /// What is freed goes back to the system, not into gaps of a heap that only grows.
  public static func givesBackFreedBlocks() { ct_give_back_freed_blocks() }
}
