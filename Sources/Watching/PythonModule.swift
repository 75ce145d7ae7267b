internal import Platform

/// Our module for Python, which travels in this program and is written out where a script can find it.
public enum PythonModule {
  /// By their paths below the folder that Python looks into.
  static let files: [(path: String, bytes: [UInt8])] = [
    ("sitecustomize.py", PackageResources.sitecustomize_py),
    ("fivemoves_start.py", PackageResources.fivemoves_start_py),
    ("fivemoves/__init__.py", PackageResources.__init___py),
    ("fivemoves/__main__.py", PackageResources.__main___py),
    ("fivemoves/budget.py", PackageResources.budget_py),
    ("fivemoves/byhand.py", PackageResources.byhand_py),
    ("fivemoves/calls.py", PackageResources.calls_py),
    ("fivemoves/compiler.py", PackageResources.compiler_py),
    ("fivemoves/detour.py", PackageResources.detour_py),
    ("fivemoves/division.py", PackageResources.division_py),
    ("fivemoves/drive.py", PackageResources.drive_py),
    ("fivemoves/facts.py", PackageResources.facts_py),
    ("fivemoves/figures.py", PackageResources.figures_py),
    ("fivemoves/finite.py", PackageResources.finite_py),
    ("fivemoves/glance.py", PackageResources.glance_py),
    ("fivemoves/guard.py", PackageResources.guard_py),
    ("fivemoves/hooks.py", PackageResources.hooks_py),
    ("fivemoves/judge.py", PackageResources.judge_py),
    ("fivemoves/link.py", PackageResources.link_py),
    ("fivemoves/loop.py", PackageResources.loop_py),
    ("fivemoves/moded.py", PackageResources.moded_py),
    ("fivemoves/moves.py", PackageResources.moves_py),
    ("fivemoves/names.py", PackageResources.names_py),
    ("fivemoves/outbox.py", PackageResources.outbox_py),
    ("fivemoves/owner.py", PackageResources.owner_py),
    ("fivemoves/quiet.py", PackageResources.quiet_py),
    ("fivemoves/ranks.py", PackageResources.ranks_py),
    ("fivemoves/readings.py", PackageResources.readings_py),
    ("fivemoves/session.py", PackageResources.session_py),
    ("fivemoves/signs.py", PackageResources.signs_py),
    ("fivemoves/site.py", PackageResources.site_py),
    ("fivemoves/steps.py", PackageResources.steps_py),
    ("fivemoves/strangers.py", PackageResources.strangers_py),
    ("fivemoves/teller.py", PackageResources.teller_py),
    ("fivemoves/traces.py", PackageResources.traces_py),
    ("fivemoves/trained.py", PackageResources.trained_py),
    ("fivemoves/turn.py", PackageResources.turn_py),
    ("fivemoves/unseen.py", PackageResources.unseen_py),
    ("fivemoves/updates.py", PackageResources.updates_py),
    ("fivemoves/watcher.py", PackageResources.watcher_py),
    ("fivemoves/wire.py", PackageResources.wire_py),
  ]

  /// Writes it into a folder, which is made where it is not there.
  public static func write(into folder: String) throws(WatchError) {
    try makeFolder("\(folder)/fivemoves")
    for file in files { try write(file.bytes, to: "\(folder)/\(file.path)") }
  }

  private static func makeFolder(_ path: String) throws(WatchError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let end = path.lastIndex(of: "/"), end > path.startIndex else {
      throw WatchError.folder(path, errno.words)
    }
    try makeFolder(String(path[..<end]))
    guard mkdir(path, 0o700) == 0 else { throw WatchError.folder(path, errno.words) }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(WatchError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw WatchError.folder(path, errno.words) }
    defer { close(file) }
    guard Platform.write(file, bytes, bytes.count) == bytes.count else {
      throw WatchError.folder(path, errno.words)
    }
  }
}
