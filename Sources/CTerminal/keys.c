#include "internal.h"
#include <curses.h>
#include <string.h>

static WINDOW *pad;

static const struct {
  const char *bytes;
  int key;
} forms[] = {
    // the cursor keys in their normal and in their application form
    {"\033[A", KEY_UP},    {"\033OA", KEY_UP},    {"\033[B", KEY_DOWN},  {"\033OB", KEY_DOWN},
    {"\033[D", KEY_LEFT},  {"\033OD", KEY_LEFT},  {"\033[C", KEY_RIGHT}, {"\033OC", KEY_RIGHT},
    {"\033[H", KEY_HOME},  {"\033OH", KEY_HOME},  {"\033[F", KEY_END},   {"\033OF", KEY_END},
    // VT220 and Linux, then rxvt
    {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END},  {"\033[7~", KEY_HOME}, {"\033[8~", KEY_END},
    {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE}, {"\033[Z", KEY_BTAB}, {"\033OM", KEY_ENTER},
};

void keys_open(void) {
  set_escdelay(50);
  // Reading from a pad never draws, as reading from a window does.
  pad = newpad(1, 1);
  nodelay(pad, TRUE);
  // Without meta the eighth bit of every byte would be lost.
  meta(pad, TRUE);
  keypad(pad, TRUE);
  // After keypad, which loads the terminal's own.
  for (size_t index = 0; index < sizeof forms / sizeof forms[0]; index++) {
    define_key((char *)forms[index].bytes, forms[index].key);
  }
  // What a mouse sends that another program left on is a sequence like any unknown one.
  keyok(KEY_MOUSE, FALSE);
}

void keys_close(void) {
  delwin(pad);
  pad = NULL;
}

// Newer terminal descriptions give names to what a terminal tells of its window.
static bool is_report(int code) {
  const char *name = keyname(code);
  if (name == NULL || code == KEY_RESIZE || code == KEY_MOUSE) return true;
  return strcmp(name, "kxIN") == 0 || strcmp(name, "kxOUT") == 0;
}

static int named(int code) {
  switch (code) {
  case KEY_UP: return ct_key_up;
  case KEY_DOWN: return ct_key_down;
  case KEY_LEFT: return ct_key_left;
  case KEY_RIGHT: return ct_key_right;
  case KEY_HOME: return ct_key_home;
  case KEY_END: return ct_key_end;
  case KEY_PPAGE: return ct_key_page_up;
  case KEY_NPAGE: return ct_key_page_down;
  case KEY_BTAB: return ct_key_back_tab;
  case KEY_BACKSPACE: return ct_key_backspace;
  case KEY_ENTER: return ct_key_enter;
  default: return is_report(code) ? ct_key_report : ct_key_other;
  }
}

// Bytes rather than wget_wch: that loses the keys around a character that is broken or late.
int ct_next_key(void) {
  if (pad == NULL) return ct_key_none;
  int code = wgetch(pad);
  if (code == ERR) return ct_key_none;
  return code < 256 ? code : named(code);
}
