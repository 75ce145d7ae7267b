#pragma once

// The few calls of ncursesw that we need. One terminal at a time, used from one thread.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What the terminfo database says of a terminal.
struct ct_terminfo {
  int colors;
  /// Colours are given as 0xRRGGBB.
  bool packed_rgb;
  /// The cursor can be sent anywhere and the screen cleared: the least a full-screen program needs.
  bool addressable;
  /// The host's database does not know the name, and this program does.
  bool built_in;
};

/// False if neither the database nor this program knows the name.
bool ct_look_up_terminfo(const char *name, struct ct_terminfo *facts);

/// True if the locale exists on this host and its characters are UTF-8.
bool ct_is_utf8_locale(const char *name);

struct ct_setup {
  const char *terminfo;
  const char *locale;
  /// The terminal is read here and its modes are set here.
  int input;
  /// The terminal is named here, and written here if it cannot be opened anew.
  int output;
  /// Caught while the screen is up and replayed afterwards, if it is a terminal.
  int errors;
  bool color;
  /// Open the terminal anew for writing that never blocks.
  bool reopen;
};

/// From here on a crash gives back whatever was taken of the terminal, says where it happened, and
/// ends the process by its signal: nothing waits for a key.
void ct_restore_on_crash(void);

/// A crash says no more than that it happened.
void ct_keep_crashes_private(void);

/// Lets go of what of this program's file only its start has read.
void ct_give_back_code(void);
void ct_give_back_freed_blocks(void);

/// Takes the terminal: signals, modes, the alternate screen. False leaves all as it was.
bool ct_open(const struct ct_setup *setup);

/// Gives everything back; harmless when nothing is open.
void ct_close(void);

/// Gives the screen back and stops the process; returns with the screen taken again.
void ct_suspend(void);

/// Sets the modes anew and makes the next frame a full one, after someone else used the screen.
void ct_retake(void);

/// Makes the next frame a full one.
void ct_redraw(void);

enum ct_attribute { ct_bold = 1, ct_dim = 2, ct_reverse = 4, ct_underline = 8 };

enum { ct_style_count = 32 };

/// Colours are indices, or 0xRRGGBB where the terminal packs them; -1 is the terminal's own.
void ct_set_style(int style, int foreground, int background, int attributes);

/// A glyph of two columns is followed by a cell whose glyph is 0.
struct ct_cell {
  uint32_t glyph;
  uint32_t style;
};

void ct_put_row(int row, const struct ct_cell *cells, size_t count);

/// Where the hidden cursor rests after the next frame; -1 wherever the frame leaves it.
void ct_put_cursor(int column, int row);

/// Sends what changed since the last call in one write. Only when not `ct_busy`.
void ct_show(void);

/// Part of a frame is still waiting for the terminal to take it.
bool ct_busy(void);

/// To be polled for writing while busy; -1 if a signal of 0 will tell instead.
int ct_busy_descriptor(void);

/// Goes on with the rest of a frame.
void ct_continue(void);

/// How often anything was written to the terminal since it was opened.
size_t ct_write_count(void);

/// Bytes that the terminal was or will be sent.
size_t ct_byte_count(void);

/// Follows the window; true if its size changed.
bool ct_follow_size(void);
int ct_width(void);
int ct_height(void);

enum {
  ct_key_none = -1,
  // below 256: a byte
  ct_key_up = 256,
  ct_key_down,
  ct_key_left,
  ct_key_right,
  ct_key_home,
  ct_key_end,
  ct_key_page_up,
  ct_key_page_down,
  ct_key_back_tab,
  ct_key_backspace,
  ct_key_enter,
  ct_key_other,
  ct_key_report,
};

/// The next byte or named key that has arrived.
int ct_next_key(void);

/// Whether the key is the person's ^C, ^\ or ^Z; if so its signal is on its way.
bool ct_type_signal(int key);

/// To be polled for reading: a signal arrived.
int ct_signal_descriptor(void);

/// The next signal that arrived, 0 if the terminal took more of a frame, -1 if none.
int ct_next_signal(void);
