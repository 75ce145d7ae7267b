#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "internal.h"

static struct termios before;
static bool is_saved;
static int device = -1;

/// Keys come one by one and unseen; ctrl-c stays a signal, ^S and ^Q are keys.
bool ct_modes_enter(int input) {
  if (!is_saved) {
    if (tcgetattr(input, &before) != 0) return false;
    is_saved = true;
    device = input;
  }
  struct termios raw = before;
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  raw.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR);
  raw.c_oflag &= ~(tcflag_t)ONLCR;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  return tcsetattr(input, TCSADRAIN, &raw) == 0;
}

void ct_modes_leave(void) {
  if (is_saved) tcsetattr(device, TCSADRAIN, &before);
}

void ct_modes_emergency(void) {
  // Normal attributes, cursor shown, alternate screen left: the same on every terminal that has it.
  static const char leave[] = "\033[0m\033[?25h\033[?1049l\r\n";
  if (ct_tty.screen >= 0) {
    ssize_t sent = write(ct_tty.screen, leave, sizeof leave - 1);
    (void)sent;
  }
  if (is_saved) tcsetattr(device, TCSANOW, &before);
}
