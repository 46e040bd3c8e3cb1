#ifndef NEWSWARD_CCURL_SHIM_H
#define NEWSWARD_CCURL_SHIM_H

#include <curl/curl.h>
#include <string.h>
#include <sys/socket.h>
#include <netinet/in.h>

#if LIBCURL_VERSION_NUM < 0x075700
#error "Newsward needs the headers of libcurl 7.87 or later (CURLOPT_QUICK_EXIT)"
#endif

// Swift cannot call functions with variable arguments: one function for each type of argument.

static inline CURLcode newsward_easy_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode newsward_easy_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode newsward_easy_set_text(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode newsward_easy_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode newsward_easy_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode newsward_easy_set_receiver(CURL *easy, CURLoption option, curl_write_callback value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode newsward_easy_set_sender(CURL *easy, CURLoption option, curl_read_callback value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode newsward_easy_set_opensocket(CURL *easy, curl_opensocket_callback value) {
    return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, value);
}

static inline CURLcode newsward_easy_set_prereq(CURL *easy, curl_prereq_callback value) {
    return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, value);
}

static inline CURLcode newsward_easy_get_long(CURL *easy, CURLINFO info, long *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode newsward_easy_get_offset(CURL *easy, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode newsward_easy_get_text(CURL *easy, CURLINFO info, const char **value) {
    return curl_easy_getinfo(easy, info, (char **)value);
}

static inline CURLcode newsward_easy_get_pointer(CURL *easy, CURLINFO info, void **value) {
    return curl_easy_getinfo(easy, info, (char **)value);
}

static inline CURLMcode newsward_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

// Two macros that Swift does not import.

static inline const curl_version_info_data *newsward_version_info(void) {
    return curl_version_info(CURLVERSION_NOW);
}

static inline long newsward_auth_basic(void) {
    return (long)CURLAUTH_BASIC;
}

// The result of a finished transfer: a union member in CURLMsg.
static inline CURLcode newsward_message_result(const CURLMsg *message) {
    return message->data.result;
}

// Copies the IP address that libcurl is about to connect to. Returns its length (4 or 16), or 0 where it is no IP
// address. `addr` is a variable-length part of the struct, which Swift sees as 16 bytes.
static inline int newsward_address_bytes(const struct curl_sockaddr *address, unsigned char out[16]) {
    if (address->family == AF_INET) {
        struct sockaddr_in ipv4;
        if (address->addrlen < sizeof ipv4) return 0;
        memcpy(&ipv4, &address->addr, sizeof ipv4);
        memcpy(out, &ipv4.sin_addr, 4);
        return 4;
    }
    if (address->family == AF_INET6) {
        struct sockaddr_in6 ipv6;
        if (address->addrlen < sizeof ipv6) return 0;
        memcpy(&ipv6, &address->addr, sizeof ipv6);
        memcpy(out, &ipv6.sin6_addr, 16);
        return 16;
    }
    return 0;
}

#endif
