#include "internal.h"
#include <stddef.h>

static const int fatal[] = {SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };

static struct sigaction former[fatal_count];
static char stack[64 * 1024];

static void restore_actions(void) {
  for (int index = 0; index < fatal_count; index++) {
    sigaction(fatal[index], &former[index], NULL);
  }
}

// kill, raise and abort send; a fault that returns to its instruction faults again, with its address.
static bool must_send_again(int signal, const siginfo_t *info) {
  bool was_sent = info->si_code <= 0 || info->si_code == SI_USER;
  return was_sent || signal == SIGTRAP || signal == SIGABRT;
}

static void restore_and_crash_on(int signal, siginfo_t *info, void *context) {
  (void)context;
  if (session_claim_leaving()) {
    const struct sequence *leave = sequence_to_leave();
    outbox_push(leave->bytes, leave->length, 200);
    modes_restore();
    errors_release();
  }
  restore_actions();
  if (must_send_again(signal, info)) raise(signal);
}

// A stack that overflowed has no room for a handler.
static void provide_stack(void) {
  stack_t present;
  if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
  stack_t ours = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&ours, NULL);
}

void crash_open(void) {
  provide_stack();
  struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK};
  action.sa_sigaction = restore_and_crash_on;
  sigfillset(&action.sa_mask);
  for (int index = 0; index < fatal_count; index++) {
    sigaction(fatal[index], &action, &former[index]);
  }
}

void crash_close(void) { restore_actions(); }
