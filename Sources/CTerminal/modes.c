#include "internal.h"
#include <termios.h>
#include <unistd.h>

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
  // The terminal cannot know that a ^C or ^Z is pasted text; ct_type_signal does its part.
  modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN | ISIG);
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

static int signal_of(int key) {
  static const struct {
    int place, signal;
  } keys[] = {{VINTR, SIGINT}, {VQUIT, SIGQUIT}, {VSUSP, SIGTSTP}};
  for (size_t index = 0; index < sizeof keys / sizeof keys[0]; index++) {
    cc_t own = saved.c_cc[keys[index].place];
    if (own == key && own != _POSIX_VDISABLE) return keys[index].signal;
  }
  return 0;
}

bool ct_type_signal(int key) {
  int signal = signal_of(key);
  if (signal == 0) return false;
  // As the terminal does it: a script that waits for us must stop with us.
  if (tcgetpgrp(terminal) == getpgrp()) kill(0, signal);
  else signals_note(signal);
  return true;
}
