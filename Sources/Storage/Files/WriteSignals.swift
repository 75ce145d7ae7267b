import Platform

/// Writes without the signal that ends a process whose pipe has lost its reader.
func withoutPipeSignal(_ write: () -> Bool) -> Bool { withoutSignal(SIGPIPE, write) }

/// Writes without the signal that ends a process whose file would be longer than `ulimit -f`.
func withoutLengthSignal(_ write: () -> Bool) -> Bool { withoutSignal(SIGXFSZ, write) }

/// What is written elsewhere at the same time keeps the signal. `errno` is the body's.
private func withoutSignal(_ number: CInt, _ write: () -> Bool) -> Bool {
  var (held, former, pending) = (sigset_t(), sigset_t(), sigset_t())
  sigemptyset(&held)
  sigaddset(&held, number)
  sigpending(&pending)
  let wasPending = sigismember(&pending, number) == 1
  pthread_sigmask(SIG_BLOCK, &held, &former)
  let isDone = write()
  let code = errno
  sigpending(&pending)
  if !wasPending, sigismember(&pending, number) == 1 {
    var taken: CInt = 0
    sigwait(&held, &taken)
  }
  pthread_sigmask(SIG_SETMASK, &former, nil)
  errno = code
  return isDone
}
