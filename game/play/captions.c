#include "play/captions.h"

#include <stdio.h>
#include <string.h>

static void take_out(struct captions *captions, int line)
{
    captions->count--;
    memmove(&captions->lines[line], &captions->lines[line + 1],
            (size_t)(captions->count - line) * sizeof captions->lines[0]);
}

void captions_hear(struct captions *captions, enum sound sound, int count, int side, uint64_t now_ns)
{
    uint64_t until_ns = now_ns + CAPTION_MS * UINT64_C(1000000);
    if (sound_info(sound).caption[0] == '\0') {
        return;
    }
    for (int i = 0; i < captions->count; i++) {
        struct caption *line = &captions->lines[i];
        if (line->sound == sound && line->side == side) {
            line->count = count > line->count ? count : line->count;
            line->until_ns = until_ns;
            return;
        }
    }
    if (captions->count == CAPTIONS_MAX) {
        take_out(captions, 0);
    }
    captions->lines[captions->count++] = (struct caption){sound, count, side, until_ns};
}

bool captions_pass_time(struct captions *captions, uint64_t now_ns)
{
    int before = captions->count;
    for (int i = captions->count - 1; i >= 0; i--) {
        if (now_ns >= captions->lines[i].until_ns) {
            take_out(captions, i);
        }
    }
    return captions->count != before;
}

void caption_text(const struct caption *caption, char *text, size_t size)
{
    char times[24] = "";
    if (caption->count > 1) {
        snprintf(times, sizeof times, ", %d times", caption->count);
    }
    snprintf(text, size, "[%s%s%s]", sound_info(caption->sound).caption, times,
             caption->side < 0   ? ", to the left"
             : caption->side > 0 ? ", to the right"
                                 : "");
}
