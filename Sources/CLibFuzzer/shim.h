#ifndef NEWSWARD_CLIBFUZZER_H
#define NEWSWARD_CLIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

// Part of the compiler's fuzzing runtime, which -sanitize=fuzzer links in; it comes without a header.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
