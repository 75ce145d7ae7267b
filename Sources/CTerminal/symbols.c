#include "internal.h"
#include <stddef.h>

#ifdef __linux__
#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef ElfW(Ehdr) header;
typedef ElfW(Shdr) section;
typedef ElfW(Sym) symbol;

static const char *mapped;

// Only a crash reads it, and then the process ends: it is never given back.
static const char *map_program(void) {
  int file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  struct stat facts;
  if (file < 0 || fstat(file, &facts) != 0) return NULL;
  void *bytes = mmap(NULL, (size_t)facts.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  close(file);
  return bytes == MAP_FAILED ? NULL : bytes;
}

static const section *symbol_table(const section *sections, size_t count) {
  for (size_t index = 0; index < count; index++) {
    if (sections[index].sh_type == SHT_SYMTAB) return &sections[index];
  }
  return NULL;
}

const char *symbol_at(unsigned long place) {
  if (mapped == NULL) mapped = map_program();
  if (mapped == NULL) return NULL;
  const header *head = (const header *)mapped;
  const section *sections = (const section *)(mapped + head->e_shoff);
  const section *table = symbol_table(sections, head->e_shnum);
  if (table == NULL) return NULL;
  const symbol *symbols = (const symbol *)(mapped + table->sh_offset);
  const char *names = mapped + sections[table->sh_link].sh_offset;
  for (size_t index = 0; index < table->sh_size / sizeof *symbols; index++) {
    const symbol *one = &symbols[index];
    bool is_function = (one->st_info & 0xF) == STT_FUNC;
    if (is_function && place - one->st_value < one->st_size) return names + one->st_name;
  }
  return NULL;
}
#else
const char *symbol_at(unsigned long place) {
  (void)place;
  return NULL;
}
#endif
