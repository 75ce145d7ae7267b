#include "styles.h"
#include <wchar.h>

static bool color;

static struct style {
  attr_t attributes;
  int pair;
} styles[ct_style_count];

void styles_open(bool with_color) {
  color = with_color;
  for (int style = 0; style < ct_style_count; style++) styles[style] = (struct style){0};
}

static attr_t curses_attributes(int attributes) {
  return (attributes & ct_bold ? A_BOLD : 0) | (attributes & ct_dim ? A_DIM : 0) |
         (attributes & ct_reverse ? A_REVERSE : 0) | (attributes & ct_underline ? A_UNDERLINE : 0);
}

// macOS has an older curses, with no more colours than a short holds.
#if NCURSES_VERSION_PATCH >= 20170401
static int pair_of(int style, int foreground, int background) {
  (void)style;
  int pair = alloc_pair(foreground, background);
  return pair > 0 ? pair : 0;
}
#else
static int pair_of(int style, int foreground, int background) {
  int pair = style + 1;
  return init_pair((short)pair, (short)foreground, (short)background) == OK ? pair : 0;
}
#endif

void ct_set_style(int style, int foreground, int background, int attributes) {
  if (style < 0 || style >= ct_style_count) return;
  bool colored = color && (foreground >= 0 || background >= 0);
  styles[style].attributes = curses_attributes(attributes);
  styles[style].pair = colored ? pair_of(style, foreground, background) : 0;
}

int style_cell(cchar_t *cell, struct ct_cell from, int columns) {
  struct style style = styles[from.style < ct_style_count ? from.style : 0];
  // What this locale shows in other columns would shift the rest of the row.
  bool fits = wcwidth((wchar_t)from.glyph) == columns;
  wchar_t glyph = from.glyph == 0 ? L' ' : fits ? (wchar_t)from.glyph : L'?';
  wchar_t text[2] = {glyph, 0};
#if NCURSES_VERSION_PATCH >= 20170401
  setcchar(cell, text, style.attributes, 0, &style.pair);
#else
  setcchar(cell, text, style.attributes, (short)style.pair, NULL);
#endif
  return fits ? columns : 1;
}
