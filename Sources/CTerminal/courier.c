#include "internal.h"
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { chunk = 4096 };

static pthread_t thread;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int terminal = -1;
static char *load;
static size_t load_length;
static bool busy, stopping;

// A terminal that is ready takes at least a little; more than that may block, but only this thread.
static void write_all(int fd, const char *bytes, size_t count) {
  while (count > 0) {
    struct pollfd ready = {.fd = fd, .events = POLLOUT};
    if (poll(&ready, 1, -1) < 0 && errno != EINTR) return;
    ssize_t taken = write(fd, bytes, count < chunk ? count : chunk);
    if (taken < 0 && errno != EINTR && errno != EAGAIN) return;
    if (taken <= 0) continue;
    bytes += taken;
    count -= (size_t)taken;
  }
}

static void *carry_until_stopped(void *unused) {
  pthread_mutex_lock(&mutex);
  while (!stopping) {
    if (!busy) {
      pthread_cond_wait(&changed, &mutex);
      continue;
    }
    pthread_mutex_unlock(&mutex);
    write_all(terminal, load, load_length);
    pthread_mutex_lock(&mutex);
    busy = false;
    pthread_cond_broadcast(&changed);
    signals_note(0);
  }
  pthread_mutex_unlock(&mutex);
  return unused;
}

bool courier_start(int fd) {
  terminal = fd;
  busy = stopping = false;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  bool started = pthread_create(&thread, NULL, carry_until_stopped, NULL) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return started;
}

void courier_stop(void) {
  pthread_mutex_lock(&mutex);
  stopping = true;
  bool stuck = busy;
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&mutex);
  // A thread inside a write that blocks ends with the process.
  if (stuck) {
    pthread_detach(thread);
    return;
  }
  pthread_join(thread, NULL);
  free(load);
  load = NULL;
}

void courier_carry(const char *bytes, size_t count) {
  pthread_mutex_lock(&mutex);
  char *grown = realloc(load, count);
  if (grown != NULL) {
    load = grown;
    memcpy(load, bytes, count);
    load_length = count;
    busy = true;
    pthread_cond_broadcast(&changed);
  }
  pthread_mutex_unlock(&mutex);
}

bool courier_busy(void) {
  pthread_mutex_lock(&mutex);
  bool result = busy;
  pthread_mutex_unlock(&mutex);
  return result;
}

bool courier_wait(int milliseconds) {
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_nsec += milliseconds * 1000000L;
  until.tv_sec += until.tv_nsec / 1000000000;
  until.tv_nsec %= 1000000000;
  pthread_mutex_lock(&mutex);
  while (busy && pthread_cond_timedwait(&changed, &mutex, &until) == 0) {}
  bool done = !busy;
  pthread_mutex_unlock(&mutex);
  return done;
}
