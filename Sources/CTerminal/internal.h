#pragma once

#include "CTerminal.h"
#include <signal.h>

// spool.c: an anonymous file in memory

int spool_open(const char *name);

// modes.c: how the terminal treats what is typed

bool modes_save(int fd);
void modes_set(void);
void modes_restore(void);

// window.c

struct window {
  int width, height;
};
struct window window_of(int fd);

// sequences.c: what enters and leaves the screen, ready before it is needed

struct sequence {
  char bytes[512];
  size_t length;
};
void sequences_prepare(bool color, int height);
const struct sequence *sequence_to_enter(void);
/// Safe in a signal handler.
const struct sequence *sequence_to_leave(void);

// outbox.c: bytes on their way to the terminal

bool outbox_open(int output, bool reopen);
void outbox_close(void);
/// Room for this many more bytes after those waiting.
char *outbox_room(size_t count);
void outbox_added(size_t count);
void outbox_send(void);
bool outbox_busy(void);
int outbox_descriptor(void);
size_t outbox_write_count(void);
size_t outbox_total(void);
/// Waits this long for what is under way, then drops the rest of it.
void outbox_settle(int milliseconds);
/// Writes now, waiting at most this long; false if not all was taken. Safe in a signal handler.
bool outbox_push(const char *bytes, size_t count, int milliseconds);

// courier.c: the thread that writes where writing may block

bool courier_start(int fd);
void courier_stop(void);
void courier_carry(const char *bytes, size_t count);
bool courier_busy(void);
bool courier_wait(int milliseconds);

// known.c: terminals that are known without a database

/// Gives curses the program's own entry, until it is taken back; false if there is none.
bool known_lend(const char *name);
void known_take_back(void);

// terminfo.c

/// Whether the host's database has the name.
bool terminfo_has(const char *name);

// screen.c: curses

bool screen_open(const struct ct_setup *setup);
void screen_close(void);
void screen_enter(void);
void screen_show(void);

// keys.c

void keys_open(void);
void keys_close(void);

// signals.c

bool signals_open(void);
void signals_close(void);
void signals_note(int signal);
/// Stops the process as ^Z does, until it is continued.
void signals_stop(void);
/// A signal that asks us to end has arrived.
bool signals_ending(void);

// crash.c: signals after which nothing but restoring is safe

/// False if they are watched for already.
bool crash_open(void);
void crash_close(void);
/// On standard error, waiting no longer than a terminal deserves. Safe in a signal handler.
void crash_say(const char *bytes, size_t count);

// backtrace.c: where the program was, a line for each call

void backtrace_prepare(void);
void backtrace_say(void);

// symbols.c: names of the program's own functions

/// NULL where it was stripped of them.
const char *symbol_at(unsigned long place);

// errors.c: standard error while the screen is up

void errors_catch(int fd);
/// Safe in a signal handler.
void errors_release(void);

// session.c

/// Gives the screen back once, whoever asks first. Safe in a signal handler.
bool session_claim_leaving(void);
