#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

/// How often the calling thread has asked for memory, whoever asked in it: malloc, calloc, realloc and
/// posix_memalign. -1 where the C library, or a sanitizer, lets nobody stand before them.
long allocationCount(void);

#endif
