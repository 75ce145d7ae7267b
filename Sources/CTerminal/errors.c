#include "internal.h"
#include <fcntl.h>
#include <unistd.h>

static int caught = -1, saved = -1, spool = -1;

void errors_catch(int fd) {
  // A file or a pipe does not disturb the screen.
  if (!isatty(fd)) return;
  spool = spool_open("fivemoves-errors");
  saved = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  if (spool < 0 || saved < 0) return;
  caught = fd;
  dup2(spool, fd);
}

static void replay(void) {
  char bytes[4096];
  lseek(spool, 0, SEEK_SET);
  for (;;) {
    ssize_t count = read(spool, bytes, sizeof bytes);
    if (count <= 0 || !outbox_push(bytes, (size_t)count, 100)) return;
  }
}

void errors_release(void) {
  if (caught >= 0) {
    dup2(saved, caught);
    replay();
  }
  if (spool >= 0) close(spool);
  if (saved >= 0) close(saved);
  caught = saved = spool = -1;
}
