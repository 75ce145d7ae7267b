#include "internal.h"
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <term.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

static bool has(const char *capability) {
  const char *value = tigetstr((char *)capability);
  return value != NULL && value != (char *)-1;
}

static bool look_up(const char *name, struct ct_terminfo *facts) {
  int found = 0;
  TERMINAL *before = cur_term;
  // A hardcopy terminal is known (found 1) though setupterm fails on it.
  if (setupterm((char *)name, 1, &found) != OK) return found == 1;
  facts->colors = tigetnum("colors");
  facts->packed_rgb = tigetflag("RGB") > 0 && facts->colors == 1 << 24;
  facts->addressable = has("cup") && has("clear");
  del_curterm(cur_term);
  set_curterm(before);
  return true;
}

bool terminfo_has(const char *name) {
  struct ct_terminfo facts;
  return look_up(name, &facts);
}

bool ct_look_up_terminfo(const char *name, struct ct_terminfo *facts) {
  *facts = (struct ct_terminfo){0};
  if (look_up(name, facts)) return true;
  if (!known_lend(name)) return false;
  facts->built_in = look_up(name, facts);
  known_take_back();
  return facts->built_in;
}

bool ct_is_utf8_locale(const char *name) {
  locale_t locale = newlocale(LC_CTYPE_MASK, name, (locale_t)0);
  if (locale == (locale_t)0) return false;
  bool utf8 = strcmp(nl_langinfo_l(CODESET, locale), "UTF-8") == 0;
  freelocale(locale);
  return utf8;
}
