/* Lets the n-th write or sync below one folder fail. Loaded before the C library (LD_PRELOAD); armed from Python. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[PATH_MAX];
static int fails_at, fails_with, goes_on, seen, armed;

void fault_arm(const char *below, int at, int with, int on) {
    strncpy(folder, below, sizeof folder - 1);
    fails_at = at; fails_with = with; goes_on = on; seen = 0; armed = 1;
}

int fault_disarm(void) { armed = 0; return seen; }

static int fails(int fd) {
    char link[64], place[PATH_MAX];
    ssize_t length;
    if (!armed) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, place, sizeof place - 1);
    if (length <= 0) return 0;
    place[length] = 0;
    if (strncmp(place, folder, strlen(folder)) != 0) return 0;
    seen++;
    if (seen != fails_at && !(goes_on && seen > fails_at)) return 0;
    errno = fails_with;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *from, size_t size) { return fails(fd) ? -1 : REAL(write)(fd, from, size); }
ssize_t pwrite(int fd, const void *from, size_t size, off_t at) { return fails(fd) ? -1 : REAL(pwrite)(fd, from, size, at); }
ssize_t pwrite64(int fd, const void *from, size_t size, off64_t at) { return fails(fd) ? -1 : REAL(pwrite64)(fd, from, size, at); }
int fsync(int fd) { return fails(fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails(fd) ? -1 : REAL(fdatasync)(fd); }
int ftruncate(int fd, off_t size) { return fails(fd) ? -1 : REAL(ftruncate)(fd, size); }
int ftruncate64(int fd, off64_t size) { return fails(fd) ? -1 : REAL(ftruncate64)(fd, size); }
