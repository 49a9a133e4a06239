/* The values of options: numbers, sizes and lists. Called by options.c only. Lists are cut at their commas
 * where they stand; what is named twice is kept once. All errors have status 2. */
#ifndef WARREN_BENCH_OPTIONS_VALUES_H
#define WARREN_BENCH_OPTIONS_VALUES_H

#include "bench/options.h"

/* Always false: what is wrong, and with which word. */
bool options_usage(struct error *error, const char *what, const char *word);

/* low < value < high */
bool options_read_number(const char *word, double low, double high, double *out, struct error *error);
bool options_read_zooms(char *list, struct plan_request *request, struct error *error);
bool options_read_drivers(char *list, struct plan_request *request, struct error *error);
bool options_read_paths(char *list, struct plan_request *request, struct error *error);
bool options_read_size(const char *word, struct options *out, struct error *error);
bool options_read_tries(const char *word, struct options *out, struct error *error);
bool options_read_replica(const char *word, struct options *out, struct error *error);
bool options_read_only(char *list, struct options *out, struct error *error);
bool options_read_seed(const char *word, struct options *out, struct error *error);

#endif
