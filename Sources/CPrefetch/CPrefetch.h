#ifndef CPREFETCH_H
#define CPREFETCH_H

/// Asks for the cache line of `address`, which will be written soon. Swift has no word for it.
/// Any address may be asked for.
static inline void prefetchForWriting(const void *address) { __builtin_prefetch(address, 1, 3); }

#endif
