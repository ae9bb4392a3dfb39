/*
 * Makes a process write to the files of one directory as to a slow disk: each write and each sync there takes some
 * milliseconds more. To be preloaded (LD_PRELOAD).
 *
 *   SLOW_DISK_DIRECTORY  the directory, without links
 *   SLOW_DISK_MILLIS     how much longer each call takes
 *   SLOW_DISK_MARK       a file that the first such call makes, to tell that this works
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static int is_there(int fd, const char *directory)
{
    char link[32];
    char path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path);
    size_t beginning = strlen(directory);
    return length > (ssize_t)beginning && memcmp(path, directory, beginning) == 0;
}

static void slow(int fd)
{
    static int marked = 0;
    const char *directory = getenv("SLOW_DISK_DIRECTORY");
    const char *millis = getenv("SLOW_DISK_MILLIS");
    const char *mark = getenv("SLOW_DISK_MARK");
    if (directory == NULL || millis == NULL || mark == NULL || !is_there(fd, directory)) {
        return;
    }
    if (!marked) {
        marked = 1;
        int file = open(mark, O_CREAT | O_WRONLY, 0600);
        if (file >= 0) {
            close(file);
        }
    }
    struct timespec pause = {atol(millis) / 1000, atol(millis) % 1000 * 1000000};
    nanosleep(&pause, NULL);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *bytes, size_t count)
{
    slow(fd);
    return NEXT(write)(fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at)
{
    slow(fd);
    return NEXT(pwrite)(fd, bytes, count, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at)
{
    slow(fd);
    return NEXT(pwrite64)(fd, bytes, count, at);
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    slow(fd);
    return NEXT(writev)(fd, parts, count);
}

int fsync(int fd)
{
    slow(fd);
    return NEXT(fsync)(fd);
}

int fdatasync(int fd)
{
    slow(fd);
    return NEXT(fdatasync)(fd);
}
