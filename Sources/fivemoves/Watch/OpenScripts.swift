internal import Platform
internal import Recordings
internal import Watching

/// The scripts of this person that can be joined now.
enum OpenScripts {
  /// - Parameter name: of the script, or its process's number; nil where there is only one.
  /// - Parameter isFree: whether it is only read, and never held.
  static func connection(to name: String?, isFree: Bool) throws -> Connection? {
    var found: [Connection] = []
    for path in try SocketFolder.shared().sockets() {
      guard let knock = Connection.Knock(path, isPatient: false, isFree: isFree) else { continue }
      // One that computes for long answers at its next move.
      guard knock.isAnswered(within: 10) else {
        knock.leave()
        continue
      }
      found.append(try Connection(knock, spool: NamelessFile.open(for: "the run")))
    }
    let names = found.map(\.greeting.name)
    guard let name else {
      if found.count > 1 {
        throw WatchError.several(found.map { ($0.greeting.name, $0.greeting.process) })
      }
      return found.first
    }
    let chosen = found.first { $0.greeting.name == name || "\($0.greeting.process)" == name }
    if chosen == nil, !names.isEmpty { throw WatchError.noSuchRun(name, names) }
    return chosen
  }
}
