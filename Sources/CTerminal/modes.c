#include "internal.h"
#include <termios.h>

static int terminal = -1;
static struct termios saved;

bool modes_save(int fd) {
  if (tcgetattr(fd, &saved) != 0) return false;
  terminal = fd;
  return true;
}

// Curses cannot do this: what it calls its terminal is a file in memory.
void modes_set(void) {
  struct termios modes = saved;
  modes.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR | IGNCR | ISTRIP);
  // Curses believes that line feeds and tabs arrive as they are.
  modes.c_oflag &= ~(tcflag_t)OPOST;
  modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
  // ^C and ^Z are signals, which must not tear a frame apart by flushing it.
  modes.c_lflag |= ISIG | NOFLSH;
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  tcsetattr(terminal, TCSANOW, &modes);
}

void modes_restore(void) {
  sigset_t background, before;
  sigemptyset(&background);
  sigaddset(&background, SIGTTOU);
  // From the background this would stop us on our way out.
  pthread_sigmask(SIG_BLOCK, &background, &before);
  // TCSADRAIN would wait for a terminal that has stalled.
  tcsetattr(terminal, TCSANOW, &saved);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}
