#include "scratch_file.h"

#include "base/require.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);

static char path[] = P_tmpdir "/warren-fuzz-XXXXXX";

static void drop_file(void)
{
    unlink(path);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    int descriptor = mkstemp(path);
    require(descriptor >= 0);
    close(descriptor);
    return atexit(drop_file);
}

const char *scratch_file_put(const void *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    require(file != NULL && fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
    return path;
}
