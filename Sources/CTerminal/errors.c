#include <sys/mman.h>
#include <unistd.h>

#include "internal.h"

static int original = -1;
static int memory = -1;

void ct_errors_catch(void) {
  if (original >= 0) return;
  memory = memfd_create("standard-error", MFD_CLOEXEC);
  if (memory < 0) return;
  original = dup(STDERR_FILENO);
  dup2(memory, STDERR_FILENO);
}

/// Safe in a signal handler.
void ct_errors_replay(void) {
  if (original < 0) return;
  dup2(original, STDERR_FILENO);
  close(original);
  original = -1;
  char bytes[1024];
  ssize_t count;
  lseek(memory, 0, SEEK_SET);
  while ((count = read(memory, bytes, sizeof bytes)) > 0) {
    ssize_t sent = write(STDERR_FILENO, bytes, (size_t)count);
    (void)sent;
  }
  close(memory);
  memory = -1;
}
