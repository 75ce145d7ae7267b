import Testing

/// The tests that drive the built program and whose times mean something, one after the other.
@Suite(.serialized) struct EndToEnd {}

/// Those that measure no time, one after the other too, while others run.
@Suite(.serialized, Turn()) struct SideBySide {}
