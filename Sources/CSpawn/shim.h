// What <spawn.h> of glibc 2.34 and later has beyond POSIX, and shows to programs with _GNU_SOURCE only.
#pragma once
#include <spawn.h>

int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
