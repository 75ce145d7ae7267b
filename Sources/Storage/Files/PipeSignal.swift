import Platform

/// Writes without the signal that ends a process whose pipe has lost its reader; what is written
/// elsewhere at the same time keeps it. `errno` is the body's.
func withoutPipeSignal(_ write: () -> Bool) -> Bool {
  var (pipe, former, pending) = (sigset_t(), sigset_t(), sigset_t())
  sigemptyset(&pipe)
  sigaddset(&pipe, SIGPIPE)
  sigpending(&pending)
  let wasPending = sigismember(&pending, SIGPIPE) == 1
  pthread_sigmask(SIG_BLOCK, &pipe, &former)
  let isDone = write()
  let code = errno
  sigpending(&pending)
  if !wasPending, sigismember(&pending, SIGPIPE) == 1 {
    var number: CInt = 0
    sigwait(&pipe, &number)
  }
  pthread_sigmask(SIG_SETMASK, &former, nil)
  errno = code
  return isDone
}
