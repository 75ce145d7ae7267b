#include "CPlatform.h"

#ifdef __x86_64__
bool platform_has_avx2(void) { return __builtin_cpu_supports("avx2"); }
bool platform_has_fma(void) { return __builtin_cpu_supports("fma"); }
bool platform_has_avx512f(void) { return __builtin_cpu_supports("avx512f"); }
#else
bool platform_has_avx2(void) { return false; }
bool platform_has_fma(void) { return false; }
bool platform_has_avx512f(void) { return false; }
#endif
