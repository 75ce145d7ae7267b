#include "CBuild.h"
#include <stddef.h>

#ifndef FIVEMOVES_COMMIT
#define FIVEMOVES_COMMIT NULL
#endif
#ifndef FIVEMOVES_SWIFT
#define FIVEMOVES_SWIFT NULL
#endif

const char *build_commit(void) { return FIVEMOVES_COMMIT; }

const char *build_swift(void) { return FIVEMOVES_SWIFT; }
