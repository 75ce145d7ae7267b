#include <poll.h>
#include <stddef.h>

#include "internal.h"

int ct_wait(int wake, int milliseconds) {
  struct pollfd lines[4] = {
    {ct_tty.input, POLLIN, 0},
    {ct_signals_descriptor(), POLLIN, 0},
    {wake, POLLIN, 0},
    {ct_finish() ? -1 : ct_tty.screen, POLLOUT, 0},
  };
  if (poll(lines, 4, milliseconds) < 0) return ct_signals_descriptor() >= 0 ? CT_SIGNAL : 0;
  int events = 0;
  if (lines[0].revents & POLLIN) events |= CT_INPUT;
  if (lines[0].revents & (POLLHUP | POLLERR | POLLNVAL)) events |= CT_HANGUP;
  if (lines[1].revents & POLLIN) events |= CT_SIGNAL;
  if (lines[2].revents & POLLIN) events |= CT_WAKE;
  if (lines[3].revents & POLLOUT) events |= CT_WRITABLE;
  return events;
}
