#include "CPlatform.h"

static char **words;
static int count;

// Glibc and Darwin call what runs before main as they call main.
__attribute__((constructor)) static void keep(int argc, char **argv) {
  words = argv;
  count = argc;
}

char **platform_words(void) { return words; }

int platform_word_count(void) { return count; }
