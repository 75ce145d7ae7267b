#include "internal.h"
#include <stdlib.h>
#include <string.h>

// What the machine that builds this program knows of a few terminals travels in it.

#if !defined __has_embed
#define __has_embed(file) 0
#endif
#pragma clang diagnostic ignored "-Wc23-extensions"

#if __has_embed(<x/xterm-256color>)
static const unsigned char xterm_256color[] = {
#embed <x/xterm-256color>
};
#endif
#if __has_embed(<x/xterm>)
static const unsigned char xterm[] = {
#embed <x/xterm>
};
#endif
#if __has_embed(<s/screen-256color>)
static const unsigned char screen_256color[] = {
#embed <s/screen-256color>
};
#endif
#if __has_embed(<t/tmux-256color>)
static const unsigned char tmux_256color[] = {
#embed <t/tmux-256color>
};
#endif
#if __has_embed(<l/linux>)
static const unsigned char linux_console[] = {
#embed <l/linux>
};
#endif
#if __has_embed(<v/vt100>)
static const unsigned char vt100[] = {
#embed <v/vt100>
};
#endif

static const struct entry {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} entries[] = {
#if __has_embed(<x/xterm-256color>)
    {"xterm-256color", xterm_256color, sizeof xterm_256color},
#endif
#if __has_embed(<x/xterm>)
    {"xterm", xterm, sizeof xterm},
#endif
#if __has_embed(<s/screen-256color>)
    {"screen-256color", screen_256color, sizeof screen_256color},
#endif
#if __has_embed(<t/tmux-256color>)
    {"tmux-256color", tmux_256color, sizeof tmux_256color},
#endif
#if __has_embed(<l/linux>)
    {"linux", linux_console, sizeof linux_console},
#endif
#if __has_embed(<v/vt100>)
    {"vt100", vt100, sizeof vt100},
#endif
    {NULL, NULL, 0},
};

static const struct entry *entry_of(const char *name) {
  const struct entry *entry = entries;
  while (entry->name != NULL && strcmp(entry->name, name) != 0) entry++;
  return entry->name != NULL ? entry : NULL;
}

/// As TERMINFO takes a whole entry in the place of a folder; NULL without memory.
static char *spelled(const struct entry *entry) {
  static const char digits[] = "0123456789ABCDEF";
  char *text = malloc(5 + 2 * entry->count);
  if (text == NULL) return NULL;
  char *end = stpcpy(text, "hex:");
  for (size_t place = 0; place < entry->count; place++) {
    *end++ = digits[entry->bytes[place] >> 4];
    *end++ = digits[entry->bytes[place] & 15];
  }
  *end = '\0';
  return text;
}

static char *former;

bool known_lend(const char *name) {
  const struct entry *entry = entry_of(name);
  char *text = entry == NULL ? NULL : spelled(entry);
  if (text == NULL) return false;
  const char *before = getenv("TERMINFO");
  former = before == NULL ? NULL : strdup(before);
  setenv("TERMINFO", text, true);
  free(text);
  return true;
}

void known_take_back(void) {
  if (former == NULL) unsetenv("TERMINFO");
  else setenv("TERMINFO", former, true);
  free(former);
  former = NULL;
}
