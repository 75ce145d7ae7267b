/// What a run is to whoever watches it: it is asked for something, and tells what happened.
public protocol Source: AnyObject {
  /// What the run is now.
  var facts: RunFacts { get }

  /// What it can be asked for.
  var abilities: Abilities { get }

  /// Tells what it knows before it is asked for anything.
  func foretell(_ tell: (News) -> Void)

  /// Tells what has become known since by itself, while it is asked for nothing.
  func glance(_ tell: (News) -> Void)

  /// Carries out a request, telling of it as it goes.
  /// - Parameters:
  ///   - goesOn: asked every so often in what may take long; when it says no, that is given up, and
  ///     the run is as it was.
  ///   - tell: called with each piece of news, in order.
  /// - Throws: what keeps the request from being carried out; its description is for a person, and
  ///   the run is as it was.
  func perform(_ request: Request, goesOn: () -> Bool, tell: (News) -> Void) throws
}

extension Source {
  public func foretell(_ tell: (News) -> Void) {}
  public func glance(_ tell: (News) -> Void) {}

  /// The same to its end, which is told too, and so is what kept it from being carried out.
  public func serve(_ request: Request, goesOn: () -> Bool, tell: (News) -> Void) {
    do {
      try perform(request, goesOn: goesOn, tell: tell)
    } catch {
      tell(.refused("\(error)".capitalizedFirst))
    }
    tell(.finished)
  }
}
