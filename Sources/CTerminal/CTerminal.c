#include "CTerminal.h"
typedef int placeholder;
