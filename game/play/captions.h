/* What is heard, as text: a few lines that stay for a while. Told of every sound, also of those that were too
 * many to be played; the screen that shows a level draws the lines. Pure: is told the time. */
#ifndef WARREN_PLAY_CAPTIONS_H
#define WARREN_PLAY_CAPTIONS_H

#include "play/sounds.h"

#include <stddef.h>

enum { CAPTIONS_MAX = 4, CAPTION_MS = 2500 };

struct caption {
    enum sound sound;
    int count; /* at once, the most while the line stands */
    int side;  /* -1 left of what is seen, 0 in it, 1 right of it */
    uint64_t until_ns;
};

/* Zero-initialise it. The oldest line comes first, and goes when there are too many. */
struct captions {
    struct caption lines[CAPTIONS_MAX];
    int count;
};

/* Sounds without a caption are passed over. */
void captions_hear(struct captions *captions, enum sound sound, int count, int side, uint64_t now_ns);
/* Takes away what has stood long enough; true if that was something. */
bool captions_pass_time(struct captions *captions, uint64_t now_ns);
/* "[digging, 3 times, to the left]" */
void caption_text(const struct caption *caption, char *text, size_t size);

#endif
