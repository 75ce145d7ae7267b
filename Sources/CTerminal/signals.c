#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

static int ends[2] = {-1, -1};
static const int told[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
static const int fatal[] = {SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP};
enum { told_count = sizeof told / sizeof *told, fatal_count = sizeof fatal / sizeof *fatal };
static struct sigaction told_before[told_count];
static struct sigaction fatal_before[fatal_count];

/// The run loop hears of it through the pipe.
static void tell(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t sent = write(ends[1], &byte, 1);
  (void)sent;
  errno = saved;
}

/// A crash gives the terminal back, then happens as it would have.
static void crash(int number) {
  ct_modes_emergency();
  ct_errors_replay();
  for (int i = 0; i < fatal_count; i++) {
    if (fatal[i] == number) sigaction(number, &fatal_before[i], NULL);
  }
  raise(number);
}

bool ct_signals_install(void) {
  if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  action.sa_handler = tell;
  for (int i = 0; i < told_count; i++) {
    sigaction(told[i], NULL, &told_before[i]);
    // A parent that ignores a signal, as nohup does, means it.
    if (told_before[i].sa_handler == SIG_IGN && told[i] != SIGWINCH) continue;
    sigaction(told[i], &action, NULL);
  }
  action.sa_handler = crash;
  action.sa_flags = SA_NODEFER | SA_ONSTACK;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &fatal_before[i]);
  return true;
}

void ct_signals_remove(void) {
  for (int i = 0; i < told_count; i++) sigaction(told[i], &told_before[i], NULL);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &fatal_before[i], NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

int ct_signals_descriptor(void) { return ends[0]; }

int ct_signal(void) {
  unsigned char byte;
  return read(ends[0], &byte, 1) == 1 ? byte : 0;
}
