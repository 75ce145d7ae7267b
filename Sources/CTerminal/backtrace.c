#include "internal.h"
#include <dlfcn.h>
#include <execinfo.h>
#include <string.h>

enum { most_frames = 40 };

// The first call may load what it needs, which a crash cannot. To ask for no frame is enough for
// that, and reads none of the tables, which would stay in memory.
void backtrace_prepare(void) {
  void *frame;
  backtrace(&frame, 0);
}

static size_t append(char *line, size_t length, size_t room, const char *text) {
  size_t count = strlen(text);
  if (count > room - length) count = room - length;
  memcpy(line + length, text, count);
  return length + count;
}

static const char *in_hexadecimal(unsigned long number, char digits[20]) {
  char *place = digits + 19;
  *place = 0;
  do *--place = "0123456789abcdef"[number % 16];
  while ((number /= 16) > 0);
  *--place = 'x';
  *--place = '0';
  return place;
}

static const char *last_part(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash == NULL ? path : slash + 1;
}

// The loader knows names of libraries only.
static const char *name_of(const Dl_info *found, unsigned long place) {
  Dl_info own;
  if (found->dli_sname != NULL) return found->dli_sname;
  bool is_own = dladdr((void *)backtrace_say, &own) != 0 && own.dli_fbase == found->dli_fbase;
  return is_own ? symbol_at(place) : NULL;
}

// As addr2line and its kin take them: the file, the place in it, and the name where there is one.
static void say_frame(void *address) {
  char line[300], digits[20];
  enum { room = sizeof line - 1 };
  size_t length = append(line, 0, room, "  ");
  Dl_info found;
  bool known = dladdr(address, &found) != 0 && found.dli_fname != NULL;
  unsigned long place = (unsigned long)address - (known ? (unsigned long)found.dli_fbase : 0);
  if (known) length = append(line, length, room, last_part(found.dli_fname));
  if (known) length = append(line, length, room, " + ");
  length = append(line, length, room, in_hexadecimal(place, digits));
  const char *name = known ? name_of(&found, place) : NULL;
  if (name != NULL) length = append(line, length, room, "  ");
  if (name != NULL) length = append(line, length, room, name);
  line[length] = '\n';
  crash_say(line, length + 1);
}

void backtrace_say(void) {
  void *frames[most_frames];
  int count = backtrace(frames, most_frames);
  for (int index = 0; index < count; index++) say_frame(frames[index]);
}
