#pragma once

#include "internal.h"
#include <curses.h>

// styles.c: the only part of curses' types that two files share

void styles_open(bool color);
/// Returns how many columns it takes: 2 only where that is asked for.
int style_cell(cchar_t *cell, struct ct_cell from, int columns);
