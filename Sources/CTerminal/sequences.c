#include "internal.h"
#include <curses.h>
#include <stdatomic.h>
#include <string.h>
#include <term.h>

static struct sequence enter;
// A crash may read one while the other is written.
static struct sequence leave[2];
static atomic_int current_leave;
static struct sequence *filling;

static int add_byte(int byte) {
  if (filling->length < sizeof filling->bytes) filling->bytes[filling->length++] = (char)byte;
  return byte;
}

static const char *capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

static void add(const char *string) {
  if (string != NULL) tputs(string, 1, add_byte);
}

static void begin(struct sequence *sequence) {
  filling = sequence;
  sequence->length = 0;
}

static bool has_private_mode(const char *name) {
  const char *value = capability(name);
  return value != NULL && strstr(value, "\033[?") != NULL;
}

// Entries seldom tell of it; whoever knows private modes passes over a strange one.
static const char *bracketed_paste(bool on) {
  bool known = has_private_mode("smcup") || has_private_mode("civis") || has_private_mode("rmam");
  return !known ? NULL : on ? "\033[?2004h" : "\033[?2004l";
}

// Keypad mode is left alone: the arrows are understood in both of their forms.
static void prepare_enter(void) {
  begin(&enter);
  add(capability("smcup"));
  add(capability("civis"));
  add(bracketed_paste(true));
}

static void prepare_leave(struct sequence *sequence, bool color, int height) {
  begin(sequence);
  // Cancels a control sequence that a torn frame left open.
  add_byte(0x18);
  add(capability("sgr0"));
  if (color) add(capability("op"));
  add(bracketed_paste(false));
  const char *address = capability("cup");
  if (address != NULL) add(tiparm(address, height - 1, 0));
  add(capability("cnorm"));
  if (capability("rmcup") != NULL) add(capability("rmcup"));
  else add("\r\n");
}

void sequences_prepare(bool color, int height) {
  prepare_enter();
  int next = 1 - atomic_load(&current_leave);
  prepare_leave(&leave[next], color, height);
  atomic_store(&current_leave, next);
}

const struct sequence *sequence_to_enter(void) { return &enter; }

const struct sequence *sequence_to_leave(void) { return &leave[atomic_load(&current_leave)]; }
