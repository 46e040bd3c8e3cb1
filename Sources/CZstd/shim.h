// The system's libzstd (https://facebook.github.io/zstd/, format: RFC 8878). Storage keeps its long JSON texts small with it.
#include <zstd.h>
