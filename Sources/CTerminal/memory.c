#include "internal.h"

#ifdef __linux__

#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// The first that is told of is the program itself. Unchanged pages of its file: whoever reads one
// again gets it from there.
static int give_back(struct dl_phdr_info *info, size_t size, void *unused) {
  (void)size;
  (void)unused;
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  for (int index = 0; index < info->dlpi_phnum; index++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[index];
    if (part->p_type != PT_LOAD || (part->p_flags & PF_W)) continue;
    uintptr_t start = info->dlpi_addr + part->p_vaddr;
    uintptr_t first = (start + page - 1) / page * page, end = (start + part->p_memsz) / page * page;
    if (first < end) madvise((void *)first, end - first, MADV_DONTNEED);
  }
  return 1;
}

void ct_give_back_code(void) { dl_iterate_phdr(give_back, NULL); }

#else

void ct_give_back_code(void) {}

#endif

#ifdef __GLIBC__

#include <malloc.h>

// Unless told, the threshold follows the largest block that was ever freed.
void ct_give_back_freed_blocks(void) { mallopt(M_MMAP_THRESHOLD, 256 * 1024); }

#else

void ct_give_back_freed_blocks(void) {}

#endif
