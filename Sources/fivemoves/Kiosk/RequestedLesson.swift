internal import Platform

/// What a client asked for behind the name of the host.
enum RequestedLesson {
  /// The lesson whose name is the whole request; nil without a request.
  static func read(known: [String]) throws(KioskError) -> String? {
    guard let request = getenv("SSH_ORIGINAL_COMMAND") else { return nil }
    let words = String(cString: request)
    guard let name = known.first(where: { $0 == words }) else {
      throw .notALesson(known: known)
    }
    return name
  }
}
