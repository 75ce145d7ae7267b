import Testing

/// The tests that drive the built program, one after the other, so that their times mean something.
@Suite(.serialized) struct EndToEnd {}
