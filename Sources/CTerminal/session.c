#include "internal.h"
#include <stdatomic.h>
#include <stdlib.h>

static atomic_bool is_up;
static bool is_open;
static int errors = -1;
// Whether crashes were not watched for before.
static bool watches_crashes;

bool session_claim_leaving(void) { return atomic_exchange(&is_up, false); }

static void take_screen(void) {
  errors_catch(errors);
  modes_set();
  screen_enter();
  atomic_store(&is_up, true);
}

static void give_screen_back(void) {
  if (!session_claim_leaving()) return;
  outbox_settle(100);
  const struct sequence *leave = sequence_to_leave();
  outbox_push(leave->bytes, leave->length, 100);
  modes_restore();
  errors_release();
}

// For an exit that passed by `ct_close`.
static void close_once_at_exit(void) {
  static bool registered;
  if (!registered) registered = atexit(ct_close) == 0;
}

static bool open_parts(const struct ct_setup *setup) {
  if (!signals_open()) return false;
  if (outbox_open(setup->output, setup->reopen)) {
    if (screen_open(setup)) return true;
    outbox_close();
  }
  signals_close();
  return false;
}

static void stop_watching(void) {
  if (watches_crashes) crash_close();
  watches_crashes = false;
}

bool ct_open(const struct ct_setup *setup) {
  if (is_open || !modes_save(setup->input)) return false;
  watches_crashes = crash_open();
  // Before curses, which would install handlers of its own.
  if (!open_parts(setup)) return stop_watching(), false;
  is_open = true;
  errors = setup->errors;
  close_once_at_exit();
  take_screen();
  return true;
}

void ct_close(void) {
  if (!is_open) return;
  is_open = false;
  give_screen_back();
  screen_close();
  outbox_close();
  signals_close();
  stop_watching();
}

void ct_suspend(void) {
  if (!is_open) return;
  give_screen_back();
  signals_stop();
  // A shell's kill continues a stopped job in the background, where taking the screen stops it.
  if (!signals_ending()) take_screen();
}

void ct_retake(void) {
  if (!atomic_load(&is_up)) return;
  modes_set();
  screen_enter();
}

void ct_show(void) {
  if (atomic_load(&is_up)) screen_show();
}

void ct_continue(void) {
  if (atomic_load(&is_up)) outbox_send();
}

bool ct_busy(void) { return outbox_busy(); }

int ct_busy_descriptor(void) { return outbox_descriptor(); }

size_t ct_write_count(void) { return outbox_write_count(); }
size_t ct_byte_count(void) { return outbox_total(); }
