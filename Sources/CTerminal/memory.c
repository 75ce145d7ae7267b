#include "internal.h"

#ifdef __linux__

#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// Unchanged pages of the program's file: whoever reads one again gets it from there.
static void give_back_pages(uintptr_t from, uintptr_t to) {
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t first = (from + page - 1) / page * page, end = to / page * page;
  if (first < end) madvise((void *)first, end - first, MADV_DONTNEED);
}

// The first that is told of is the program itself.
static int give_back_relocations(struct dl_phdr_info *info, size_t size, void *unused) {
  (void)size;
  (void)unused;
  uintptr_t table = 0, length = 0;
  for (int index = 0; index < info->dlpi_phnum; index++) {
    if (info->dlpi_phdr[index].p_type != PT_DYNAMIC) continue;
    const ElfW(Dyn) *entry = (const void *)(info->dlpi_addr + info->dlpi_phdr[index].p_vaddr);
    for (; entry->d_tag != DT_NULL; entry++) {
      if (entry->d_tag == DT_RELA) table = entry->d_un.d_ptr;
      if (entry->d_tag == DT_RELASZ) length = entry->d_un.d_val;
    }
  }
  // Not every loader puts the address where the table came to stand.
  if (table < info->dlpi_addr) table += info->dlpi_addr;
  give_back_pages(table, table + length);
  return 1;
}

static int give_back_code(struct dl_phdr_info *info, size_t size, void *unused) {
  (void)size;
  (void)unused;
  for (int index = 0; index < info->dlpi_phnum; index++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[index];
    if (part->p_type != PT_LOAD || (part->p_flags & PF_W)) continue;
    uintptr_t start = info->dlpi_addr + part->p_vaddr;
    give_back_pages(start, start + part->p_memsz);
  }
  return 1;
}

void ct_give_back_relocations(void) { dl_iterate_phdr(give_back_relocations, NULL); }

void ct_give_back_code(void) { dl_iterate_phdr(give_back_code, NULL); }

#else

void ct_give_back_relocations(void) {}

void ct_give_back_code(void) {}

#endif

#ifdef __GLIBC__

#include <malloc.h>

// Unless told, the threshold follows the largest block that was ever freed.
void ct_give_back_freed_blocks(void) { mallopt(M_MMAP_THRESHOLD, 256 * 1024); }

#else

void ct_give_back_freed_blocks(void) {}

#endif
