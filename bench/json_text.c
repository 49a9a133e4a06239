#include "bench/json_text.h"

#include "base/require.h"

#include <stdbool.h>

/* Large results have some hundred thousand numbers: the text need not grow from nothing. */
enum { ROOM_AT_FIRST = 1 << 16 };

static void add(struct text *out, char *printed)
{
    require(printed != NULL);
    text_add(out, printed);
    cJSON_free(printed);
}

void json_text_add(struct text *out, const cJSON *json)
{
    add(out, cJSON_PrintBuffered(json, ROOM_AT_FIRST, true));
    text_add_char(out, '\n');
}

void json_text_add_value(struct text *out, const cJSON *json)
{
    add(out, cJSON_PrintUnformatted(json));
}
