internal import Testing

/// Curses, signals and modes belong to the whole process, so these tests go one by one.
@Suite(.serialized) struct OneTerminal {}
