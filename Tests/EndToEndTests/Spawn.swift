import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

#if canImport(Glibc)
  /// POSIX_SPAWN_SETSID, which Glibc's module does not show.
  private let newSession: Int16 = 0x80
#else
  private let newSession = Int16(POSIX_SPAWN_SETSID)
#endif

/// Starts a program in a session of its own; a terminal among its three files becomes its own.
///
/// Foundation's `Process` would wait for whatever the program leaves behind, such as tmux's server.
func spawn(
  _ path: String, _ arguments: [String], environment: [String: String], files: [String]
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  for (descriptor, file) in files.enumerated() {
    posix_spawn_file_actions_addopen(&actions, CInt(descriptor), file, O_RDWR, 0)
  }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  // Whoever runs the tests may ignore or block signals; the program must not inherit that.
  var all = sigset_t()
  sigfillset(&all)
  posix_spawnattr_setsigdefault(&attributes, &all)
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  let signals = Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
  posix_spawnattr_setflags(&attributes, newSession | signals)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  let words = ([path] + arguments).map { strdup($0) } + [nil]
  let settings = environment.map { strdup("\($0)=\($1)") } + [nil]
  defer { for text in words + settings { free(text) } }
  var process: pid_t = 0
  let code = posix_spawn(&process, path, &actions, &attributes, words, settings)
  guard code == 0 else {
    throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT)
  }
  return process
}

/// What `waitpid` says of the end of a process; where that end does not come it is killed, so that one
/// test fails instead of all waiting for it.
func end(
  of process: pid_t, within seconds: Double = 300, meanwhile: () -> Void = { usleep(1000) }
) -> CInt {
  let last = now() + seconds
  var code: CInt = 0
  while waitpid(process, &code, WNOHANG) == 0 {
    if now() > last { kill(process, SIGKILL) }
    meanwhile()
  }
  return code
}
