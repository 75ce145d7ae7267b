#pragma once
#include <stdbool.h>
#include <stdint.h>

/// The few calls of ncursesw that the program needs. One terminal at a time, from one thread.

/// Why a terminal could not be opened.
enum ct_status {
  CT_OK = 0,
  CT_NO_TERMINAL,
  CT_UNKNOWN_TERMINAL,
  CT_FAILED,
};

/// Keys that are not characters; characters come as their code points.
enum ct_key {
  CT_KEY_NONE = -1,
  CT_KEY_FIRST = 0x200000,
  CT_KEY_UP = CT_KEY_FIRST,
  CT_KEY_DOWN,
  CT_KEY_LEFT,
  CT_KEY_RIGHT,
  CT_KEY_HOME,
  CT_KEY_END,
  CT_KEY_PAGE_UP,
  CT_KEY_PAGE_DOWN,
  CT_KEY_BACK_TAB,
  CT_KEY_BACKSPACE,
  CT_KEY_ENTER,
  CT_KEY_OTHER,
};

/// Attributes of a cell.
enum ct_attribute {
  CT_BOLD = 1,
  CT_DIM = 2,
  CT_REVERSE = 4,
};

/// What a wait ended with: any of these together.
enum ct_event {
  CT_INPUT = 1,
  CT_WAKE = 2,
  CT_WRITABLE = 4,
  CT_SIGNAL = 8,
  CT_HANGUP = 16,
};

/// Looks a terminal type up; fills in its number of colours (0 for none).
enum ct_status ct_lookup(const char *type, int *colors);

/// Chooses the locale for text: the environment's, or the first of these names that exists.
/// Returns whether it holds UTF-8.
bool ct_set_locale(const char *const *names, int count);

/// Takes over the terminal on these descriptors: raw keys, alternate screen, no cursor.
enum ct_status ct_open(const char *type, int input, int output);
/// Gives the terminal back as it was, and what was written to standard error meanwhile.
void ct_close(void);

/// Leaves the screen for a while, as ^Z does, and comes back to it.
void ct_suspend(void);
void ct_resume(void);

/// The window's size; 80 x 24 where it has none. Tells curses when it changed.
void ct_size(int *width, int *height);
/// Foreground and background of a cell's colours (-1 for the terminal's own); a number for ct_put.
int ct_pair(int foreground, int background);
/// Puts cells into row y, from its left edge.
void ct_put(int y, const uint32_t *glyphs, const uint8_t *attributes, const int *pairs, int count);
/// Draws everything anew at the next show.
void ct_redraw(void);
/// Sends what changed since the last show in one write. False while an earlier frame still waits.
bool ct_show(void);
/// Sends the rest of a frame that the terminal did not take; true when nothing waits.
bool ct_finish(void);

/// The next key that has arrived, or CT_KEY_NONE.
int32_t ct_read(void);

/// Sleeps until a key, a signal, or a byte on `wake`; at most so many milliseconds (-1 for ever).
int ct_wait(int wake, int milliseconds);
/// The next signal that arrived, or 0.
int ct_signal(void);

/// Frames sent, and bytes of them, since the start.
long ct_frames(void);
long ct_bytes(void);
