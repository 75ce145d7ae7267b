#pragma once
#include "CTerminal.h"

/// Descriptors of the terminal that is open.
struct ct_tty {
  int input;
  /// Where frames go: its own non-blocking descriptor, or `output` where that cannot be opened.
  int screen;
  /// Whether `screen` may be written to without ever blocking.
  bool is_nonblocking;
};
extern struct ct_tty ct_tty;

/// Signals: handlers, the pipe they write to, and what a crash must restore.
bool ct_signals_install(void);
void ct_signals_remove(void);
int ct_signals_descriptor(void);

/// What the terminal was before, for leaving it in any way.
bool ct_modes_enter(int input);
void ct_modes_leave(void);
/// Safe in a signal handler: leaves the screen and puts the modes back.
void ct_modes_emergency(void);

/// Standard error goes to memory while the screen is up.
void ct_errors_catch(void);
void ct_errors_replay(void);

/// The frame as curses wrote it into memory.
bool ct_output_open(int output);
void ct_output_close(void);
/// Sends bytes at once where possible; keeps the rest.
bool ct_output_send(const char *bytes, long count);
bool ct_output_finish(void);
