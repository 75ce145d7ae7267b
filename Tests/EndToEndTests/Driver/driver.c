// Takes the terminal through all that the program ever does with it, for tools that watch memory.
#include "CTerminal.h"
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static unsigned next_random(unsigned limit) {
  static unsigned long state = 7;
  state = state * 6364136223846793005UL + 1442695040888963407UL;
  return (unsigned)(state >> 33) % limit;
}

static void resize(int width, int height) {
  struct winsize size = {.ws_row = (unsigned short)height, .ws_col = (unsigned short)width};
  ioctl(1, TIOCSWINSZ, &size);
  ct_follow_size();
}

static void draw(void) {
  static const unsigned glyphs[] = {'a', ' ', 0x2500, 0x28FF, 0x2588, 0x1F600, 0x300, 7};
  int width = ct_width();
  struct ct_cell *cells = malloc((size_t)width * sizeof *cells);
  for (int row = 0; row < ct_height(); row++) {
    for (int column = 0; column < width; column++) {
      cells[column] = (struct ct_cell){glyphs[next_random(8)], next_random(ct_style_count + 4)};
    }
    ct_put_row(row, cells, (size_t)width);
  }
  ct_put_row(ct_height() + 3, cells, (size_t)width);
  free(cells);
  ct_show();
  for (int turn = 0; ct_busy() && turn < 200; turn++, usleep(1000)) ct_continue();
}

static void read_keys(void) {
  while (ct_next_key() != ct_key_none) {}
  while (ct_next_signal() >= 0) {}
}

static int visit(const char *terminfo, bool reopen) {
  struct ct_setup setup = {
      .terminfo = terminfo, .locale = "C.UTF-8", .input = 0, .output = 1, .errors = 2,
      .color = true, .reopen = reopen};
  if (!ct_open(&setup)) return 1;
  for (int style = 0; style < ct_style_count; style++) {
    ct_set_style(style, (int)next_random(9) - 1, (int)next_random(9) - 1, (int)next_random(16));
  }
  for (int turn = 0; turn < 40; turn++) {
    resize(1 + (int)next_random(200), 1 + (int)next_random(60));
    draw();
    read_keys();
    if (turn % 10 == 0) ct_retake();
    if (turn % 15 == 0) ct_redraw();
  }
  ssize_t ignored = write(2, "said meanwhile\n", 15);
  (void)ignored;
  ct_close();
  ct_close();
  return 0;
}

int main(void) {
  struct ct_terminfo facts;
  bool known = ct_look_up_terminfo("xterm-256color", &facts) && facts.addressable;
  if (!known || ct_look_up_terminfo("no-such-terminal", &facts)) return 2;
  if (!ct_is_utf8_locale("C.UTF-8") || ct_is_utf8_locale("xx_XX.UTF-8")) return 3;
  if (visit("xterm-256color", true) || visit("vt100", true) || visit("linux", false)) return 4;
  struct ct_setup unknown = {.terminfo = "no-such-terminal", .locale = "C", .output = 1};
  return ct_open(&unknown) ? 5 : 0;
}
