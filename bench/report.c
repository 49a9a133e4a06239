#include "bench/report.h"

bool report_write(const struct result *result, const char *pictures, const char *folder, struct error *error)
{
    (void)result;
    (void)pictures;
    (void)folder;
    (void)error;
    return true;
}
