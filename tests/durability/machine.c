/* Stands between a crawl and its machine (LD_PRELOAD), as its environment says:

   RECORD_ROOT, RECORD_LOG  logs what reaches the files below a folder, for tests/durability/powercut.py
   CLOCK_FILE               adds the seconds in this file (a double) to the clock of the day
   HOST_NAME                is the name of the host
   BOOT_ID                  is the file that identifies the running system
   NO_LOCKS                 grants every lock, as storage does whose hosts do not see each other's locks

   A record of the log is: operation (1 byte), inode, offset, lengths of path and data (8 bytes each), path, data. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))next(#name))
static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

/* Recording */

static const char *root, *log_path;
static int log_file = -1;

__attribute__((constructor)) static void begin(void) {
    root = getenv("RECORD_ROOT");
    log_path = getenv("RECORD_LOG");
}

static int is_ours(const char *path) {
    size_t length = root ? strlen(root) : 0;
    return length && !strncmp(path, root, length) && (path[length] == '/' || !path[length]);
}

static const char *absolute(int folder, const char *path, char *into) {
    char base[PATH_MAX], link[64];
    if (path[0] == '/') {
        snprintf(into, PATH_MAX, "%s", path);
        return into;
    }
    snprintf(link, sizeof link, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, base, sizeof base - 1);
    base[length < 0 ? 0 : length] = 0;
    snprintf(into, PATH_MAX, "%.2000s/%.2000s", base, path);
    return into;
}

static const char *path_of(int file, char *into) { /* empty for unrecorded files */
    char link[64];
    into[0] = 0;
    if (!root)
        return into;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, into, PATH_MAX - 1);
    into[length < 0 ? 0 : length] = 0;
    if (!is_ours(into))
        into[0] = 0;
    return into;
}

static void note(char operation, uint64_t inode, uint64_t offset, const char *path, const void *data, uint64_t size) {
    int kept = errno;
    char head[33];
    uint64_t words[4] = {inode, offset, strlen(path), size};
    if (log_file < 0)
        log_file = NEXT(open64)(log_path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    head[0] = operation;
    memcpy(head + 1, words, sizeof words);
    struct iovec parts[] = {{head, sizeof head}, {(void *)path, strlen(path)}, {(void *)data, size}};
    NEXT(writev)(log_file, parts, 3);
    errno = kept;
}

static uint64_t inode_of(int file) {
    struct stat64 found;
    return NEXT(fstat64)(file, &found) ? 0 : found.st_ino;
}

static void note_file(char operation, int file, uint64_t offset, const void *data, uint64_t size) {
    char path[PATH_MAX];
    if (path_of(file, path)[0])
        note(operation, inode_of(file), offset, path, data, size);
}

static void note_appended(int file, const void *data, ssize_t size) { /* at the offset that the append got */
    if (root && size > 0)
        note_file('w', file, lseek(file, 0, SEEK_CUR) - size, data, size);
}

static int opened(int folder, const char *given, int flags, mode_t mode, int (*open_it)(int, const char *, int, ...)) {
    char path[PATH_MAX];
    if (getenv("BOOT_ID") && !strcmp(given, "/proc/sys/kernel/random/boot_id"))
        given = getenv("BOOT_ID");
    int was_there = !root || !(flags & (O_CREAT | O_TRUNC)) || !faccessat(folder, given, F_OK, 0);
    int file = open_it(folder, given, flags, mode);
    if (root && file >= 0 && is_ours(absolute(folder, given, path))) {
        if (!was_there)
            note('c', inode_of(file), 0, path, "", 0);
        else if (flags & O_TRUNC)
            note('t', inode_of(file), 0, path, "", 0);
    }
    return file;
}

static mode_t mode_in(int flags, va_list rest) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; }

#define OPEN(name)                                                     \
    int name(const char *path, int flags, ...) {                       \
        va_list rest;                                                  \
        va_start(rest, flags);                                         \
        mode_t mode = mode_in(flags, rest);                            \
        va_end(rest);                                                  \
        return opened(AT_FDCWD, path, flags, mode, NEXT(openat64));    \
    }
#define OPENAT(name)                                                   \
    int name(int folder, const char *path, int flags, ...) {           \
        va_list rest;                                                  \
        va_start(rest, flags);                                         \
        mode_t mode = mode_in(flags, rest);                            \
        va_end(rest);                                                  \
        return opened(folder, path, flags, mode, (int (*)(int, const char *, int, ...))next("openat64")); \
    }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int file, const void *data, size_t size) {
    ssize_t written = NEXT(write)(file, data, size);
    note_appended(file, data, written);
    return written;
}

#define PWRITE(name)                                                   \
    ssize_t name(int file, const void *data, size_t size, off64_t at) { \
        ssize_t written = NEXT(pwrite64)(file, data, size, at);        \
        if (root && written > 0)                                       \
            note_file('w', file, at, data, written);                   \
        return written;                                                \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

#define FTRUNCATE(name)                                                \
    int name(int file, off64_t size) {                                 \
        int failed = NEXT(ftruncate64)(file, size);                    \
        if (root && !failed)                                           \
            note_file('t', file, size, "", 0);                         \
        return failed;                                                 \
    }
FTRUNCATE(ftruncate)
FTRUNCATE(ftruncate64)

#define TRUNCATE(name)                                                 \
    int name(const char *given, off64_t size) {                        \
        int file = open64(given, O_WRONLY | O_CLOEXEC);                \
        int failed = file < 0 || ftruncate64(file, size);              \
        if (file >= 0)                                                 \
            close(file);                                               \
        return failed ? -1 : 0;                                        \
    }
TRUNCATE(truncate)
TRUNCATE(truncate64)

static ssize_t copied(int to, ssize_t size) { /* reads back the bytes that the kernel copied */
    if (root && size > 0) {
        char link[64], *data = malloc(size);
        snprintf(link, sizeof link, "/proc/self/fd/%d", to);
        int file = NEXT(open64)(link, O_RDONLY | O_CLOEXEC);
        off64_t at = lseek(to, 0, SEEK_CUR) - size;
        ssize_t found = file < 0 ? -1 : pread64(file, data, size, at);
        if (file >= 0)
            close(file);
        if (found == size)
            note_file('w', to, at, data, size);
        free(data);
    }
    return size;
}

ssize_t sendfile64(int to, int from, off64_t *at, size_t size) {
    return copied(to, NEXT(sendfile64)(to, from, at, size));
}

ssize_t sendfile(int to, int from, off_t *at, size_t size) { return sendfile64(to, from, (off64_t *)at, size); }

int fsync(int file) {
    int failed = NEXT(fsync)(file);
    if (root && !failed)
        note_file('s', file, 0, "", 0);
    return failed;
}

int fdatasync(int file) {
    int failed = NEXT(fdatasync)(file);
    if (root && !failed)
        note_file('s', file, 0, "", 0);
    return failed;
}

int renameat(int from, const char *old, int to, const char *new) {
    char before[PATH_MAX], after[PATH_MAX];
    int failed = NEXT(renameat)(from, old, to, new);
    if (root && !failed && is_ours(absolute(from, old, before)) && is_ours(absolute(to, new, after)))
        note('r', 0, 0, before, after, strlen(after));
    return failed;
}

int rename(const char *old, const char *new) { return renameat(AT_FDCWD, old, AT_FDCWD, new); }

int unlinkat(int folder, const char *given, int flags) {
    char path[PATH_MAX];
    int failed = NEXT(unlinkat)(folder, given, flags);
    if (root && !failed && is_ours(absolute(folder, given, path)))
        note('u', 0, 0, path, "", 0);
    return failed;
}

int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }

int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int folder, const char *given, mode_t mode) {
    char path[PATH_MAX];
    int failed = NEXT(mkdirat)(folder, given, mode);
    if (root && !failed && is_ours(absolute(folder, given, path)))
        note('m', 0, 0, path, "", 0);
    return failed;
}

int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

/* The clock of the day */

static double ahead(void) {
    static volatile double *seconds;
    static int is_sought;
    if (!is_sought) {
        is_sought = 1;
        const char *path = getenv("CLOCK_FILE");
        int file = path ? NEXT(open64)(path, O_RDONLY | O_CLOEXEC) : -1;
        void *found = file < 0 ? MAP_FAILED : mmap(0, sizeof(double), PROT_READ, MAP_SHARED, file, 0);
        seconds = found == MAP_FAILED ? 0 : found;
        if (file >= 0)
            close(file);
    }
    return seconds ? *seconds : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int failed = NEXT(clock_gettime)(clock, now);
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)
        now->tv_sec += (time_t)ahead();
    return failed;
}

int gettimeofday(struct timeval *now, void *zone) {
    int failed = NEXT(gettimeofday)(now, zone);
    now->tv_sec += (time_t)ahead();
    return failed;
}

time_t time(time_t *now) {
    struct timespec found;
    clock_gettime(CLOCK_REALTIME, &found);
    if (now)
        *now = found.tv_sec;
    return found.tv_sec;
}

/* The name of the host */

int gethostname(char *name, size_t size) {
    const char *given = getenv("HOST_NAME");
    if (!given)
        return NEXT(gethostname)(name, size);
    snprintf(name, size, "%s", given);
    return 0;
}

int uname(struct utsname *found) {
    int failed = NEXT(uname)(found);
    if (!failed)
        gethostname(found->nodename, sizeof found->nodename);
    return failed;
}

/* Locks */

int flock(int file, int operation) { return getenv("NO_LOCKS") ? 0 : NEXT(flock)(file, operation); }

static int locked(int file, int command, void *given, int (*ask)(int, int, ...)) {
    int is_lock = command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK || command == F_OFD_SETLKW;
    return is_lock && getenv("NO_LOCKS") ? 0 : ask(file, command, given);
}

#define FCNTL(name)                                                    \
    int name(int file, int command, ...) {                             \
        va_list rest;                                                  \
        va_start(rest, command);                                       \
        void *given = va_arg(rest, void *);                            \
        va_end(rest);                                                  \
        return locked(file, command, given, (int (*)(int, int, ...))next("fcntl64")); \
    }
FCNTL(fcntl)
FCNTL(fcntl64)
