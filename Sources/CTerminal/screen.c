#include "styles.h"
#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static SCREEN *screen;
static FILE *input, *output;
static int spool = -1, window_source = -1;
static bool color, enter_next;
static cchar_t *row_cells;
static struct window size;

static bool open_files(const struct ct_setup *setup) {
  spool = spool_open("fivemoves-screen");
  int keys = fcntl(setup->input, F_DUPFD_CLOEXEC, 3);
  output = spool < 0 ? NULL : fdopen(spool, "w");
  input = keys < 0 ? NULL : fdopen(keys, "r");
  return output != NULL && input != NULL;
}

static void close_files(void) {
  if (output != NULL) fclose(output);
  if (input != NULL) fclose(input);
  output = input = NULL;
}

static void empty_spool(void) {
  ssize_t ignored = ftruncate(spool, 0);
  (void)ignored;
  lseek(spool, 0, SEEK_SET);
}

static void fit(struct window window) {
  size = window;
  resize_term(window.height, window.width);
  free(row_cells);
  row_cells = calloc((size_t)window.width, sizeof *row_cells);
  sequences_prepare(color, window.height);
  ct_redraw();
}

// All that curses says while it gets ready is dropped: our own sequences enter the screen.
static void prepare_curses(void) {
  cbreak();
  noecho();
  nonl();
  typeahead(-1);
  curs_set(0);
  leaveok(stdscr, TRUE);
  if (color) {
    start_color();
    use_default_colors();
  }
  keys_open();
  empty_spool();
}

static SCREEN *new_screen(const char *terminfo) {
  bool is_lent = !terminfo_has(terminfo) && known_lend(terminfo);
  SCREEN *made = newterm((char *)terminfo, output, input);
  if (is_lent) known_take_back();
  return made;
}

bool screen_open(const struct ct_setup *setup) {
  setlocale(LC_CTYPE, setup->locale);
  // The window says its size; with use_env(FALSE) terminals whose entry has no size are refused.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  if (!open_files(setup)) return close_files(), false;
  screen = new_screen(setup->terminfo);
  if (screen == NULL) return close_files(), false;
  set_term(screen);
  color = setup->color && has_colors();
  window_source = setup->output;
  prepare_curses();
  styles_open(color);
  fit(window_of(window_source));
  return true;
}

void screen_close(void) {
  keys_close();
  delscreen(screen);
  screen = NULL;
  close_files();
  free(row_cells);
  row_cells = NULL;
}

void screen_enter(void) {
  enter_next = true;
  ct_redraw();
}

void ct_redraw(void) { clearok(curscr, TRUE); }

bool ct_follow_size(void) {
  struct window window = window_of(window_source);
  if (window.width == size.width && window.height == size.height) return false;
  fit(window);
  return true;
}

int ct_width(void) { return size.width; }

int ct_height(void) { return size.height; }

void ct_put_row(int row, const struct ct_cell *cells, size_t count) {
  if (row_cells == NULL || row < 0 || row >= size.height) return;
  if (count > (size_t)size.width) count = (size_t)size.width;
  size_t used = 0;
  for (size_t column = 0; column < count; column++) {
    bool wide = column + 1 < count && cells[column + 1].glyph == 0;
    if (style_cell(&row_cells[used++], cells[column], wide ? 2 : 1) == 2) column++;
  }
  // Unlike its kin it neither wraps nor scrolls, even in the last corner.
  mvwadd_wchnstr(stdscr, row, 0, row_cells, (int)used);
}

void ct_put_cursor(int column, int row) {
  bool rests = column >= 0 && row >= 0 && wmove(stdscr, row, column) == OK;
  leaveok(stdscr, !rests);
}

static void move_spool_to_outbox(void) {
  struct stat spooled;
  if (fstat(spool, &spooled) != 0 || spooled.st_size == 0) return;
  size_t count = (size_t)spooled.st_size;
  char *room = outbox_room(count);
  if (room != NULL && pread(spool, room, count, 0) == (ssize_t)count) outbox_added(count);
  empty_spool();
}

void screen_show(void) {
  const struct sequence *enter = sequence_to_enter();
  char *room = enter_next ? outbox_room(enter->length) : NULL;
  if (room != NULL) {
    memcpy(room, enter->bytes, enter->length);
    outbox_added(enter->length);
  }
  enter_next = false;
  wnoutrefresh(stdscr);
  doupdate();
  move_spool_to_outbox();
  outbox_send();
}
