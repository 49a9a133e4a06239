#include "pace_host.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/un.h>
#include <unistd.h>
#ifdef __linux__
#include <asm/socket.h> /* SO_PEERCRED, which POSIX does not have */
#endif

enum { TICKS_PER_S = 100, STEAL_COLUMN = 8, STAT_BYTES = 16384, DESCRIPTORS_MAX = 256 };

#ifdef SO_PEERCRED
struct credentials {
    pid_t process;
    uid_t user;
    gid_t group;
};

/* Whether a program that shows windows listens at the other end. */
static bool leads_to_display(int descriptor)
{
    struct sockaddr_un address = {0};
    socklen_t size = sizeof address;
    if (getpeername(descriptor, (struct sockaddr *)&address, &size) != 0 || address.sun_family != AF_UNIX) {
        return false;
    }
    char path[sizeof address.sun_path + 1] = "";
    memcpy(path, address.sun_path, sizeof address.sun_path);
    const char *name = path[0] == '\0' ? path + 1 : path; /* a name that is in no folder begins with a 0 */
    return strstr(name, ".X11-unix/") != NULL || strstr(name, "wayland-") != NULL;
}

static pid_t find_server(void)
{
    for (int descriptor = 0; descriptor < DESCRIPTORS_MAX; descriptor++) {
        struct credentials credentials;
        socklen_t size = sizeof credentials;
        if (leads_to_display(descriptor) &&
            getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0) {
            return credentials.process;
        }
    }
    return 0;
}
#else
static pid_t find_server(void)
{
    return 0;
}
#endif

void pace_host_open(struct pace_host *host)
{
    host->stat = open("/proc/stat", O_RDONLY | O_CLOEXEC);
    host->thread = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    host->server = -1;
    pid_t server = find_server();
    if (server > 0) {
        char path[64];
        snprintf(path, sizeof path, "/proc/%ld/schedstat", (long)server);
        host->server = open(path, O_RDONLY | O_CLOEXEC);
    }
}

void pace_host_close(struct pace_host *host)
{
    const int files[] = {host->stat, host->thread, host->server};
    for (int i = 0; i < 3; i++) {
        if (files[i] >= 0) {
            close(files[i]);
        }
    }
}

static bool read_file(int file, char *text, size_t size)
{
    ssize_t got = file >= 0 ? pread(file, text, size - 1, 0) : -1;
    text[got > 0 ? got : 0] = '\0';
    return got > 0;
}

/* "cpu0 USER NICE SYSTEM IDLE IOWAIT IRQ SOFTIRQ STEAL ...", a line for each after one for all. */
static void read_taken(const char *text, struct pace_reading *reading)
{
    for (const char *line = strchr(text, '\n'); line != NULL && strncmp(line + 1, "cpu", 3) == 0;
         line = strchr(line + 1, '\n')) {
        char *at = NULL;
        strtoull(line + 4, &at, 10);
        uint64_t ticks = 0;
        for (int column = 0; column < STEAL_COLUMN; column++) {
            ticks = strtoull(at, &at, 10);
        }
        if (reading->processors < PACE_PROCESSORS_MAX) {
            reading->taken_ms[reading->processors++] = ticks * 1000 / TICKS_PER_S;
        }
    }
}

static void read_thread(int file, uint64_t *ran_ns, uint64_t *delayed_ns)
{
    char text[128];
    char *at = text;
    if (read_file(file, text, sizeof text)) {
        *ran_ns = strtoull(at, &at, 10);
        *delayed_ns = strtoull(at, &at, 10);
    }
}

void pace_host_read(const struct pace_host *host, struct pace_reading *reading)
{
    static char text[STAT_BYTES];
    *reading = (struct pace_reading){0};
    if (read_file(host->stat, text, sizeof text)) {
        read_taken(text, reading);
    }
    read_thread(host->thread, &reading->thread_ran_ns, &reading->thread_delayed_ns);
    read_thread(host->server, &reading->server_ran_ns, &reading->server_delayed_ns);
}

uint64_t pace_host_taken_ms(const struct pace_reading *before, const struct pace_reading *after)
{
    uint64_t taken_ms = 0;
    for (int i = 0; i < after->processors; i++) {
        taken_ms += after->taken_ms[i] - before->taken_ms[i];
    }
    return taken_ms;
}

static void say_thread(const char *who, int file, uint64_t ran_ns, uint64_t delayed_ns)
{
    if (file < 0) {
        printf("; %s: not known", who);
    } else {
        printf("; %s ran %.2f, had no processor %.2f", who, (double)ran_ns / 1e6, (double)delayed_ns / 1e6);
    }
}

void pace_host_say(const struct pace_host *host, const struct pace_reading *before,
                   const struct pace_reading *after)
{
    printf("host took");
    for (int i = 0; i < after->processors; i++) {
        printf(" %" PRIu64, after->taken_ms[i] - before->taken_ms[i]);
    }
    printf(after->processors == 0 ? ": not known" : " of the processors");
    say_thread("game", host->thread, after->thread_ran_ns - before->thread_ran_ns,
               after->thread_delayed_ns - before->thread_delayed_ns);
    say_thread("display's server", host->server, after->server_ran_ns - before->server_ran_ns,
               after->server_delayed_ns - before->server_delayed_ns);
    printf("\n");
}
