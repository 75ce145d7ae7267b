#pragma once

#include "internal.h"
#include <curses.h>

// styles.c: the only part of curses' types that two files share

void styles_open(bool color);
void style_cell(cchar_t *cell, struct ct_cell from);
