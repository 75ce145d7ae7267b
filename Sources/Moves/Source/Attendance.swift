/// Who is in a class.
public struct Attendance: Sendable, Equatable {
  /// What students type to join it.
  public var code: String
  /// How many follow; nil for one of those who do.
  public var following: Int?

  public init(code: String, following: Int? = nil) {
    (self.code, self.following) = (code, following)
  }
}
