#include "internal.h"
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int spool_open(const char *name) {
#ifdef __linux__
  return memfd_create(name, MFD_CLOEXEC);
#else
  (void)name;
  char path[] = "/tmp/fivemoves.XXXXXX";
  int fd = mkstemp(path);
  if (fd >= 0) unlink(path);
  return fd;
#endif
}
