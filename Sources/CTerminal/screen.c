#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#include "internal.h"

/// Curses draws into memory; we send each finished frame ourselves.
static FILE *memory;
static FILE *keys;
static SCREEN *screen;
static bool is_closing;

enum ct_status ct_lookup(const char *type, int *colors) {
  int error = 0;
  if (setupterm(type, 1, &error) != OK) return CT_UNKNOWN_TERMINAL;
  int count = tigetnum("colors");
  *colors = count > 0 ? count : 0;
  char *move = tigetstr("cup");
  bool can_move = move && move != (char *)-1;
  TERMINAL *entry = cur_term;
  set_curterm(NULL);
  del_curterm(entry);
  return can_move ? CT_OK : CT_UNKNOWN_TERMINAL;
}

bool ct_set_locale(const char *const *names, int count) {
  bool is_set = setlocale(LC_CTYPE, "") != NULL;
  for (int i = 0; i < count && (!is_set || strcmp(nl_langinfo(CODESET), "UTF-8") != 0); i++) {
    if (setlocale(LC_CTYPE, names[i])) is_set = true;
  }
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/// Both forms of the cursor keys, whichever mode the terminal believes it is in.
static void define_keys(void) {
  static const struct {
    const char *bytes;
    int key;
  } forms[] = {
    {"\033[A", KEY_UP},    {"\033OA", KEY_UP},    {"\033[B", KEY_DOWN}, {"\033OB", KEY_DOWN},
    {"\033[C", KEY_RIGHT}, {"\033OC", KEY_RIGHT}, {"\033[D", KEY_LEFT}, {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME},  {"\033OH", KEY_HOME},  {"\033[F", KEY_END},  {"\033OF", KEY_END},
    {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END},  {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
    {"\033[Z", KEY_BTAB},
  };
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    define_key(forms[i].bytes, forms[i].key);
  }
}

/// What curses wrote since the last call goes out in one write.
static bool send_frame(void) {
  fflush(memory);
  long count = ftell(memory);
  if (count <= 0) return true;
  char *bytes = mmap(NULL, (size_t)count, PROT_READ, MAP_SHARED, fileno(memory), 0);
  bool is_sent = true;
  if (bytes != MAP_FAILED) {
    is_sent = ct_output_send(bytes, count);
    munmap(bytes, (size_t)count);
  }
  rewind(memory);
  return is_sent;
}

/// Leaving must arrive even on a line that is behind, but never hang.
static void send_last(void) {
  for (int tries = 0; tries < 40 && !ct_output_finish(); tries++) usleep(5000);
  if (!ct_output_finish()) return;
  if (!send_frame()) {
    for (int tries = 0; tries < 40 && !ct_output_finish(); tries++) usleep(5000);
  }
}

static bool read_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(ct_tty.input, TIOCGWINSZ, &size) != 0) return false;
  *width = size.ws_col > 0 ? size.ws_col : 80;
  *height = size.ws_row > 0 ? size.ws_row : 24;
  return true;
}

enum ct_status ct_open(const char *type, int input, int output) {
  if (!isatty(input) || !isatty(output)) return CT_NO_TERMINAL;
  unsetenv("LINES");
  unsetenv("COLUMNS");
  ct_tty.input = input;
  int store = memfd_create("frame", MFD_CLOEXEC);
  if (store < 0 || !ct_output_open(output) || !ct_signals_install()) return CT_FAILED;
  memory = fdopen(store, "w+");
  keys = fdopen(dup(input), "r");
  screen = memory && keys ? newterm(type, memory, keys) : NULL;
  if (!screen) return CT_FAILED;
  if (!ct_modes_enter(input)) return CT_NO_TERMINAL;
  ct_errors_catch();
  set_term(screen);
  int width = 80, height = 24;
  if (read_size(&width, &height)) resizeterm(height, width);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  typeahead(-1);
  set_escdelay(50);
  curs_set(0);
  define_keys();
  leaveok(stdscr, TRUE);
  return CT_OK;
}

void ct_close(void) {
  if (!screen || is_closing) return;
  is_closing = true;
  curs_set(1);
  endwin();
  send_last();
  ct_modes_leave();
  ct_errors_replay();
  delscreen(screen);
  screen = NULL;
  fclose(memory);
  fclose(keys);
  ct_output_close();
  ct_signals_remove();
  is_closing = false;
}

void ct_suspend(void) {
  curs_set(1);
  endwin();
  send_last();
  ct_modes_leave();
}

void ct_resume(void) {
  ct_modes_enter(ct_tty.input);
  curs_set(0);
  clearok(curscr, TRUE);
  refresh();
}

void ct_size(int *width, int *height) {
  if (!read_size(width, height)) {
    *width = COLS;
    *height = LINES;
  }
  if (*width != COLS || *height != LINES) {
    resizeterm(*height, *width);
    clearok(curscr, TRUE);
  }
}

int ct_pair(int foreground, int background) {
  if (!has_colors()) return 0;
  int pair = alloc_pair(foreground, background);
  return pair > 0 ? pair : 0;
}

static attr_t attributes_of(uint8_t bits) {
  return (bits & CT_BOLD ? A_BOLD : 0) | (bits & CT_DIM ? A_DIM : 0)
    | (bits & CT_REVERSE ? A_REVERSE : 0);
}

void ct_put(int y, const uint32_t *glyphs, const uint8_t *attributes, const int *pairs, int count) {
  cchar_t cells[count > 0 ? count : 1];
  for (int x = 0; x < count; x++) {
    wchar_t text[2] = {(wchar_t)glyphs[x], 0};
    int pair = pairs[x];
    setcchar(&cells[x], text, attributes_of(attributes[x]), 0, &pair);
  }
  mvwadd_wchnstr(stdscr, y, 0, cells, count);
}

void ct_redraw(void) { clearok(curscr, TRUE); }

bool ct_show(void) {
  if (!ct_output_finish()) return false;
  wnoutrefresh(stdscr);
  doupdate();
  send_frame();
  return true;
}

bool ct_finish(void) { return ct_output_finish(); }

static int32_t special(wint_t key) {
  switch (key) {
  case KEY_UP: return CT_KEY_UP;
  case KEY_DOWN: return CT_KEY_DOWN;
  case KEY_LEFT: return CT_KEY_LEFT;
  case KEY_RIGHT: return CT_KEY_RIGHT;
  case KEY_HOME: return CT_KEY_HOME;
  case KEY_END: return CT_KEY_END;
  case KEY_PPAGE: return CT_KEY_PAGE_UP;
  case KEY_NPAGE: return CT_KEY_PAGE_DOWN;
  case KEY_BTAB: return CT_KEY_BACK_TAB;
  case KEY_BACKSPACE: return CT_KEY_BACKSPACE;
  case KEY_ENTER: return CT_KEY_ENTER;
  default: return CT_KEY_OTHER;
  }
}

int32_t ct_read(void) {
  wint_t key;
  for (;;) {
    int kind = wget_wch(stdscr, &key);
    if (kind == ERR) return CT_KEY_NONE;
    if (kind != KEY_CODE_YES) return (int32_t)key;
    if (key != KEY_RESIZE) return special(key);
  }
}
