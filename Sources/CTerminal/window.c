#include "internal.h"
#include <sys/ioctl.h>

static int bounded(int value, int most) { return value < most ? value : most; }

struct window window_of(int fd) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
    return (struct window){80, 24};
  }
  return (struct window){bounded(size.ws_col, 1000), bounded(size.ws_row, 400)};
}
