internal import CTerminal

/// This program as the system has loaded it.
public enum LoadedProgram {
  /// Where each of its addresses came to stand was read once; a screen may be open for hours.
  public static func givesBackRelocations() { ct_give_back_relocations() }
}
