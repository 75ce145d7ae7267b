import Testing

/// The tests that drive the built program and whose times mean something, one after the other.
@Suite(.serialized) struct EndToEnd {}

/// Those that measure no time, one after the other too, at the same time as all other tests.
@Suite(.serialized, OwnThread(), Turn()) struct SideBySide {}
