#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { shared_chunk = 4096 };

static char *bytes;
static size_t length, sent, capacity, writes, total;
static int terminal = -1;
/// Ours alone, and never blocks; else it is shared and a courier writes.
static bool own;

static int open_anew(int output) {
  char path[256];
  if (ttyname_r(output, path, sizeof path) != 0) return -1;
  return open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
}

bool outbox_open(int output, bool reopen) {
  length = sent = writes = total = 0;
  terminal = reopen ? open_anew(output) : -1;
  own = terminal >= 0;
  if (own) return true;
  // O_NONBLOCK here would be the shell's too.
  terminal = output;
  return courier_start(output);
}

void outbox_close(void) {
  if (own) close(terminal);
  else courier_stop();
  terminal = -1;
  free(bytes);
  bytes = NULL;
  length = sent = capacity = 0;
}

char *outbox_room(size_t count) {
  if (length + count > capacity) {
    char *grown = realloc(bytes, length + count);
    if (grown == NULL) return NULL;
    bytes = grown;
    capacity = length + count;
  }
  return bytes + length;
}

void outbox_added(size_t count) {
  length += count;
  total += count;
}

void outbox_send(void) {
  if (!own && courier_busy()) return;
  if (sent == length) return;
  if (own) {
    ssize_t count = write(terminal, bytes + sent, length - sent);
    writes += 1;
    if (count > 0) sent += (size_t)count;
    // A terminal that is gone takes everything; poll reports the hangup.
    else if (errno != EAGAIN && errno != EINTR) sent = length;
  } else {
    courier_carry(bytes + sent, length - sent);
    writes += 1;
    sent = length;
  }
  if (sent == length) length = sent = 0;
}

bool outbox_busy(void) { return own ? sent < length : courier_busy(); }

int outbox_descriptor(void) { return own ? terminal : -1; }

size_t outbox_write_count(void) { return writes; }

size_t outbox_total(void) { return total; }

static long milliseconds_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static bool writable_until(long deadline) {
  struct pollfd ready = {.fd = terminal, .events = POLLOUT};
  for (;;) {
    long left = deadline - milliseconds_now();
    int count = poll(&ready, 1, left > 0 ? (int)left : 0);
    if (count > 0) return (ready.revents & POLLOUT) != 0;
    if (count == 0 || errno != EINTR) return false;
  }
}

bool outbox_push(const char *data, size_t count, int milliseconds) {
  long deadline = milliseconds_now() + milliseconds;
  while (count > 0 && writable_until(deadline)) {
    size_t chunk = !own && count > shared_chunk ? shared_chunk : count;
    ssize_t taken = write(terminal, data, chunk);
    if (taken < 0 && errno != EAGAIN && errno != EINTR) return false;
    if (taken <= 0) continue;
    data += taken;
    count -= (size_t)taken;
  }
  return count == 0;
}

void outbox_settle(int milliseconds) {
  if (!own) {
    courier_wait(milliseconds);
    return;
  }
  long deadline = milliseconds_now() + milliseconds;
  while (outbox_busy() && writable_until(deadline)) outbox_send();
  // What the terminal has not taken by now only keeps the way out from reaching it.
  if (outbox_busy()) tcflush(terminal, TCOFLUSH);
  length = sent = 0;
}
