// Two functions that the libraries inside a handed-out program would take from a C library of 2022:
// with these it also runs on one of 2021.
#ifdef __linux__
#include <math.h>
#include <stdint.h>
#include <sys/random.h>

__attribute__((visibility("hidden"))) uint32_t arc4random(void) {
  uint32_t number = 0;
  while (getrandom(&number, sizeof number, 0) != sizeof number) {}
  return number;
}

// Exact but for the last rounding, since squares of floats fit doubles.
__attribute__((visibility("hidden"))) float hypotf(float x, float y) {
  if (isinf(x) || isinf(y)) return INFINITY;
  return (float)sqrt((double)x * x + (double)y * y);
}
#endif
