#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

struct ct_tty ct_tty = {-1, -1, false};

static char *waiting;
static long waiting_count;
static long sent_frames;
static long sent_bytes;

/// An own description of the terminal, so that O_NONBLOCK never leaks to the shell.
bool ct_output_open(int output) {
  const char *name = ttyname(output);
  int own = name ? open(name, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) : -1;
  ct_tty.is_nonblocking = own >= 0;
  ct_tty.screen = own >= 0 ? own : output;
  return true;
}

void ct_output_close(void) {
  if (ct_tty.is_nonblocking) close(ct_tty.screen);
  ct_tty.screen = -1;
  free(waiting);
  waiting = NULL;
  waiting_count = 0;
}

/// Without a descriptor of our own a write must fit what the line takes at once.
static ssize_t send_some(const char *bytes, long count) {
  if (ct_tty.is_nonblocking) return write(ct_tty.screen, bytes, (size_t)count);
  struct pollfd line = {ct_tty.screen, POLLOUT, 0};
  if (poll(&line, 1, 0) != 1 || !(line.revents & POLLOUT)) return 0;
  return write(ct_tty.screen, bytes, (size_t)(count < 4096 ? count : 4096));
}

static void keep(const char *bytes, long count) {
  char *rest = malloc((size_t)count);
  if (!rest) return;
  memcpy(rest, bytes, (size_t)count);
  free(waiting);
  waiting = rest;
  waiting_count = count;
}

bool ct_output_send(const char *bytes, long count) {
  ssize_t sent = send_some(bytes, count);
  sent_frames += 1;
  sent_bytes += count;
  if (sent == count) return true;
  if (sent < 0 && errno != EAGAIN && errno != EINTR) return true;
  if (sent < 0) sent = 0;
  keep(bytes + sent, count - sent);
  return false;
}

bool ct_output_finish(void) {
  if (waiting_count == 0) return true;
  ssize_t sent = send_some(waiting, waiting_count);
  if (sent < 0) {
    if (errno == EAGAIN || errno == EINTR) return false;
    sent = waiting_count;
  }
  if (sent < waiting_count) {
    memmove(waiting, waiting + sent, (size_t)(waiting_count - sent));
    waiting_count -= sent;
    return false;
  }
  free(waiting);
  waiting = NULL;
  waiting_count = 0;
  return true;
}

long ct_frames(void) { return sent_frames; }
long ct_bytes(void) { return sent_bytes; }
