#include "internal.h"
#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

// What ends a program by default, and is asked for neither by the keyboard nor by a window.
static const struct {
  int number;
  bool is_crash;
  const char *name;
} fatal[] = {
    {SIGSEGV, true, "SIGSEGV: memory that is not there"},
    {SIGILL, true, "SIGILL: a check that failed, or an instruction that is none"},
    {SIGABRT, true, "SIGABRT: the program gave up"},
    {SIGBUS, true, "SIGBUS: memory that is not there"},
    {SIGFPE, true, "SIGFPE: an impossible division"},
    {SIGTRAP, true, "SIGTRAP: a check that failed"},
    {SIGSYS, true, "SIGSYS: a call that the system refuses"},
    {SIGUSR1, false, "SIGUSR1"},
    {SIGUSR2, false, "SIGUSR2"},
    {SIGALRM, false, "SIGALRM"},
    {SIGVTALRM, false, "SIGVTALRM"},
    {SIGPROF, false, "SIGPROF"},
    // Whoever stops reading a pipe wants no word of it.
    {SIGPIPE, false, NULL},
    {SIGIO, false, "SIGIO"},
#ifdef SIGPWR
    {SIGPWR, false, "SIGPWR: the power fails"},
#endif
#ifdef SIGSTKFLT
    {SIGSTKFLT, false, "SIGSTKFLT"},
#endif
    {SIGXCPU, false, "SIGXCPU: the limit on its processor time, ulimit -t, is reached"},
    {SIGXFSZ, false, "SIGXFSZ: a file would be longer than the limit, ulimit -f"},
};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };

static struct sigaction former[fatal_count], former_quit;
static char stack[64 * 1024];
static bool is_open, is_private;
static volatile sig_atomic_t crashed_by;

static void end_by_default(int signal) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigemptyset(&standard.sa_mask);
  sigaction(signal, &standard, NULL);
}

// Whoever holds the lock that a backtrace needs may never give it back.
static void end_at_last(int signal) {
  (void)signal;
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, crashed_by);
  end_by_default(crashed_by);
  pthread_sigmask(SIG_UNBLOCK, &one, NULL);
  raise(crashed_by);
}

static void end_within(unsigned seconds) {
  struct sigaction action = {.sa_handler = end_at_last};
  sigemptyset(&action.sa_mask);
  sigaction(SIGALRM, &action, NULL);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, SIGALRM);
  pthread_sigmask(SIG_UNBLOCK, &one, NULL);
  alarm(seconds);
}

void crash_say(const char *bytes, size_t count) {
  enum { chunk = 256 };
  while (count > 0) {
    struct pollfd ready = {.fd = STDERR_FILENO, .events = POLLOUT};
    if (poll(&ready, 1, 200) != 1 || !(ready.revents & POLLOUT)) return;
    ssize_t taken = write(STDERR_FILENO, bytes, count < chunk ? count : chunk);
    if (taken < 0 && errno != EINTR && errno != EAGAIN) return;
    if (taken <= 0) continue;
    bytes += taken;
    count -= (size_t)taken;
  }
}

static void say(const char *text) { crash_say(text, strlen(text)); }

static int index_of(int signal) {
  int index = 0;
  while (index < fatal_count - 1 && fatal[index].number != signal) index++;
  return index;
}

static void say_number(int number) {
  char digits[] = {(char)('0' + number / 10 % 10), (char)('0' + number % 10)};
  crash_say(digits + (number < 10), 2 - (number < 10));
}

static void tell_of(int index) {
  if (fatal[index].name == NULL) return;
  say(fatal[index].is_crash ? "fivemoves: crashed by signal " : "fivemoves: ended by signal ");
  say_number(fatal[index].number);
  say(" (");
  say(fatal[index].name);
  say("). The terminal is as it was.");
  if (!fatal[index].is_crash) return say("\n");
  if (is_private) return say(" Start it again, and tell your teacher.\n");
  say(" Start it again; if that crashes too, report it with the calls below, the last one first.\n");
  backtrace_say();
}

// kill, raise and abort send; a fault that returns to its instruction faults again, with its address.
static bool must_send_again(int signal, const siginfo_t *info) {
  bool was_sent = info->si_code <= 0 || info->si_code == SI_USER;
  return was_sent || signal == SIGTRAP || signal == SIGABRT || !fatal[index_of(signal)].is_crash;
}

// Swift's own report would ask for a key, and show memory to whoever sits there.
static void restore_and_crash_on(int signal, siginfo_t *info, void *context) {
  (void)context;
  crashed_by = signal;
  end_within(1);
  if (session_claim_leaving()) {
    const struct sequence *leave = sequence_to_leave();
    outbox_push(leave->bytes, leave->length, 200);
    modes_restore();
    errors_release();
  }
  tell_of(index_of(signal));
  // The alarm that ends this at last stays set, unless it is what came.
  for (int index = 0; index < fatal_count; index++) {
    int number = fatal[index].number;
    if (number == signal || number != SIGALRM) end_by_default(number);
  }
  if (must_send_again(signal, info)) raise(signal);
}

// A stack that overflowed has no room for a handler.
static void provide_stack(void) {
  stack_t present;
  if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
  stack_t ours = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&ours, NULL);
}

bool crash_open(void) {
  if (is_open) return false;
  is_open = true;
  provide_stack();
  backtrace_prepare();
  struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK};
  action.sa_sigaction = restore_and_crash_on;
  sigfillset(&action.sa_mask);
  for (int index = 0; index < fatal_count; index++) {
    sigaction(fatal[index].number, NULL, &former[index]);
    // What only ends the program stays ignored where it is ignored.
    bool stays = !fatal[index].is_crash && former[index].sa_handler == SIG_IGN;
    if (!stays) sigaction(fatal[index].number, &action, NULL);
  }
  // Swift's runtime takes SIGQUIT for a crash; to quit is none.
  sigaction(SIGQUIT, NULL, &former_quit);
  if (former_quit.sa_handler != SIG_IGN) end_by_default(SIGQUIT);
  return true;
}

void crash_close(void) {
  is_open = false;
  for (int index = 0; index < fatal_count; index++) {
    sigaction(fatal[index].number, &former[index], NULL);
  }
  sigaction(SIGQUIT, &former_quit, NULL);
}

void ct_restore_on_crash(void) { crash_open(); }

void ct_keep_crashes_private(void) { is_private = true; }
