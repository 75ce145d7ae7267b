#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static const int reported[] = {SIGWINCH, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT};
enum { reported_count = sizeof reported / sizeof reported[0] };

static struct sigaction former[reported_count];
static int ends[2] = {-1, -1};
static volatile sig_atomic_t ending;

static bool asks_to_end(int signal) {
  return signal == SIGINT || signal == SIGTERM || signal == SIGHUP || signal == SIGQUIT;
}

void signals_note(int signal) {
  int before = errno;
  unsigned char byte = (unsigned char)signal;
  if (asks_to_end(signal)) ending = 1;
  // A full pipe already wakes the loop.
  ssize_t ignored = write(ends[1], &byte, 1);
  (void)ignored;
  errno = before;
}

static void report(int signal) {
  struct sigaction action = {.sa_handler = signals_note, .sa_flags = SA_RESTART | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

static bool open_pipe(void) {
  if (pipe(ends) != 0) return false;
  for (int end = 0; end < 2; end++) {
    fcntl(ends[end], F_SETFL, O_NONBLOCK);
    fcntl(ends[end], F_SETFD, FD_CLOEXEC);
  }
  return true;
}

bool signals_open(void) {
  if (!open_pipe()) return false;
  ending = 0;
  for (int index = 0; index < reported_count; index++) {
    sigaction(reported[index], NULL, &former[index]);
    // What nohup or the shell ignores for us stays ignored.
    bool ignored = former[index].sa_handler == SIG_IGN;
    if (!ignored || reported[index] == SIGWINCH) report(reported[index]);
  }
  return true;
}

void signals_close(void) {
  for (int index = 0; index < reported_count; index++) {
    sigaction(reported[index], &former[index], NULL);
  }
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

bool signals_ending(void) { return ending != 0; }

void signals_stop(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, stopping, continuing;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &stopping);
  sigaction(SIGCONT, &standard, &continuing);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &stopping, NULL);
  sigaction(SIGCONT, &continuing, NULL);
}

int ct_signal_descriptor(void) { return ends[0]; }

int ct_next_signal(void) {
  unsigned char byte;
  return read(ends[0], &byte, 1) == 1 ? byte : -1;
}
