// Serves the files of one folder over HTTP/1.1 on 127.0.0.1, as fast as one thread can: the publisher of `poll.py`.
//
//     cc -O2 -o feed_server feed_server.c
//     ./feed_server FOLDER [SICK]        prints the port, then serves until its standard input ends
//
// Every file is read once and answered from memory with an ETag, or with 304 where the request names it. With SICK (a
// number of a hundred) the connections whose path's number falls below it are hung: a third say nothing, a third say one
// byte a second, a third are closed in the middle.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FILES = 20000, MOST_CONNECTIONS = 65536, REQUEST_BYTES = 4096 };

struct file {
    char name[64];
    char *answer;
    size_t length;
};

struct connection {
    char request[REQUEST_BYTES];
    size_t got;
    const char *rest;
    size_t left;
    int drips;
    char small[160];
};

static struct file files[MOST_FILES];
static int file_count, sick;
static struct connection *connections[MOST_CONNECTIONS];
static int epoll;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static int by_name(const void *left, const void *right) {
    return strcmp(((const struct file *)left)->name, ((const struct file *)right)->name);
}

static void read_files(const char *folder) {
    DIR *directory = opendir(folder);
    if (!directory) fail(folder);
    for (struct dirent *entry; (entry = readdir(directory)) && file_count < MOST_FILES;) {
        char path[4096];
        struct stat status;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (strlen(entry->d_name) >= sizeof files[0].name || stat(path, &status) || !S_ISREG(status.st_mode)) continue;
        FILE *input = fopen(path, "rb");
        if (!input) fail(path);
        struct file *file = &files[file_count++];
        strcpy(file->name, entry->d_name);
        file->answer = malloc(256 + status.st_size);
        int head = sprintf(file->answer,
                           "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: \"%s\"\r\n"
                           "Content-Length: %lld\r\n\r\n", file->name, (long long)status.st_size);
        if (fread(file->answer + head, 1, status.st_size, input) != (size_t)status.st_size) fail(path);
        file->length = head + status.st_size;
        fclose(input);
    }
    closedir(directory);
    qsort(files, file_count, sizeof files[0], by_name);
}

static void drop(int descriptor) {
    free(connections[descriptor]);
    connections[descriptor] = NULL;
    close(descriptor);
}

static void watch(int descriptor, unsigned events, int operation) {
    struct epoll_event event = {.events = events, .data.fd = descriptor};
    epoll_ctl(epoll, operation, descriptor, &event);
}

// Sends what is left of the answer; 0 when the connection is gone.
static int flush(int descriptor) {
    struct connection *one = connections[descriptor];
    while (one->left) {
        ssize_t sent = send(descriptor, one->rest, one->left, MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN) return watch(descriptor, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD), 1;
        if (sent <= 0) return drop(descriptor), 0;
        one->rest += sent;
        one->left -= sent;
    }
    watch(descriptor, EPOLLIN, EPOLL_CTL_MOD);
    return 1;
}

static int answer(int descriptor) {
    struct connection *one = connections[descriptor];
    struct file wanted = {0};
    if (sscanf(one->request, "GET /%63[^ ?]", wanted.name) != 1) return drop(descriptor), 0;
    int number = atoi(wanted.name + strcspn(wanted.name, "0123456789"));
    if (number % 100 < sick) {
        if (number % 3 == 0) return 1;
        if (number % 3 == 1) return one->drips = 1;
        return drop(descriptor), 0;
    }
    struct file *file = bsearch(&wanted, files, file_count, sizeof files[0], by_name);
    char condition[100];
    snprintf(condition, sizeof condition, "If-None-Match: \"%s\"", wanted.name);
    if (!file) {
        one->left = sprintf(one->small, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        one->rest = one->small;
    } else if (strcasestr(one->request, condition)) {
        one->left = sprintf(one->small, "HTTP/1.1 304 Not Modified\r\nETag: \"%s\"\r\n\r\n", wanted.name);
        one->rest = one->small;
    } else {
        one->rest = file->answer;
        one->left = file->length;
    }
    return flush(descriptor);
}

static void receive(int descriptor) {
    struct connection *one = connections[descriptor];
    ssize_t got = recv(descriptor, one->request + one->got, REQUEST_BYTES - 1 - one->got, 0);
    if (got <= 0) {
        if (got == 0 || errno != EAGAIN) drop(descriptor);
        return;
    }
    one->got += got;
    one->request[one->got] = 0;
    if (!strstr(one->request, "\r\n\r\n")) {
        if (one->got == REQUEST_BYTES - 1) drop(descriptor);
        return;
    }
    one->got = 0;
    answer(descriptor);
}

static void drip(void) {
    for (int descriptor = 0; descriptor < MOST_CONNECTIONS; descriptor++) {
        if (connections[descriptor] && connections[descriptor]->drips && send(descriptor, "H", 1, MSG_NOSIGNAL) <= 0) {
            drop(descriptor);
        }
    }
}

int main(int count, char **arguments) {
    if (count < 2) return fprintf(stderr, "usage: feed_server FOLDER [SICK]\n"), 2;
    sick = count > 2 ? atoi(arguments[2]) : 0;
    read_files(arguments[1]);
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), yes = 1;
    // All of 127.0.0.0/8, so that a test can spread its feeds over many hosts, and the loopback device only.
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_ANY)};
    socklen_t length = sizeof address;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (setsockopt(listener, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3)) fail("bind to lo");
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 4096)) fail("listen");
    getsockname(listener, (struct sockaddr *)&address, &length);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    epoll = epoll_create1(0);
    watch(listener, EPOLLIN, EPOLL_CTL_ADD);
    fcntl(0, F_SETFL, O_NONBLOCK);
    watch(0, EPOLLIN, EPOLL_CTL_ADD);
    for (;;) {
        struct epoll_event events[256];
        int ready = epoll_wait(epoll, events, 256, sick ? 1000 : -1);
        if (ready == 0) drip();
        for (int index = 0; index < ready; index++) {
            int descriptor = events[index].data.fd;
            if (descriptor == 0) return 0;
            if (descriptor == listener) {
                struct sockaddr_in from;
                socklen_t size = sizeof from;
                for (int next; (next = accept4(listener, (struct sockaddr *)&from, &size, SOCK_NONBLOCK)) >= 0;) {
                    if (next >= MOST_CONNECTIONS) {
                        close(next);
                        continue;
                    }
                    setsockopt(next, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
                    connections[next] = calloc(1, sizeof(struct connection));
                    watch(next, EPOLLIN, EPOLL_CTL_ADD);
                }
            } else if (connections[descriptor]) {
                if (events[index].events & EPOLLOUT && !flush(descriptor)) continue;
                if (events[index].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) receive(descriptor);
            }
        }
    }
}
