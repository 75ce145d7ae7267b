#pragma once

#include <stdbool.h>

/// The words that the program was called with, its own name first, and how many they are. The
/// system hands them over at the start: no file is read for them.
char **platform_words(void);
int platform_word_count(void);

/// Whether the processor has these instructions, and the system keeps their registers.
bool platform_has_avx2(void);
bool platform_has_fma(void);
bool platform_has_avx512f(void);
