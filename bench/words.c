#include "bench/words.h"

#include <math.h>
#include <stdio.h>

const char *words_percent(double log_ratio, char *out)
{
    double percent = 100 * expm1(log_ratio);
    snprintf(out, WORDS_MAX, "%+.*f%%", fabs(percent) < 9.995 ? 2 : 1, percent);
    return out;
}

const char *words_interval(const struct judgement *judgement, char *out)
{
    char low[WORDS_MAX];
    char high[WORDS_MAX];
    if (!judgement->has_interval) {
        snprintf(out, WORDS_MAX, "[none yet]");
        return out;
    }
    snprintf(out, WORDS_MAX, "[%.24s, %.24s]", words_percent(judgement->low, low),
             words_percent(judgement->high, high));
    return out;
}

const char *words_ms(double ms, char *out)
{
    if (ms < 0.1) {
        snprintf(out, WORDS_MAX, "%.1f us", ms * 1000);
    } else {
        snprintf(out, WORDS_MAX, "%.*f ms", ms < 1 ? 3 : ms < 10 ? 2 : 1, ms);
    }
    return out;
}

const char *words_seconds(double seconds, char *out)
{
    long whole = seconds > 0 ? lround(seconds) : 0;
    if (whole >= 60) {
        snprintf(out, WORDS_MAX, "%ld min %02ld s", whole / 60, whole % 60);
    } else {
        snprintf(out, WORDS_MAX, "%ld s", whole);
    }
    return out;
}
