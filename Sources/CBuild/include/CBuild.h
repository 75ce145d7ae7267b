#pragma once

/// The commit that the program was made from; NULL where nobody told the build.
const char *build_commit(void);

/// The version of Swift that it was made with; NULL where nobody told the build.
const char *build_swift(void);
