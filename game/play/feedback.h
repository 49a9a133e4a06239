/* What has just happened, marked where it happened: a tick where a rabbit came home, a cross where one was
 * lost, and the ability that one took. A mark rises for about a second. Followed and drawn by the play screen
 * in each pass; told the time. Going back in time, or far ahead, shows nothing. */
#ifndef WARREN_PLAY_FEEDBACK_H
#define WARREN_PLAY_FEEDBACK_H

#include "play/canvas.h"
#include "play/view.h"
#include "world/world.h"

enum { FEEDBACK_MARKS_MAX = 24, FEEDBACK_MS = 1100 };

struct feedback_mark {
    int x, y; /* the square */
    enum event_kind kind;
    int ability; /* of a token that was taken */
    uint64_t since_ns;
};

/* Zero-initialise it. The oldest mark goes when there are too many. */
struct feedback {
    struct feedback_mark marks[FEEDBACK_MARKS_MAX];
    int count;
    int32_t steps; /* of the world, when it was last looked at */
    bool has_begun;
};

/* Takes up what the last step brought, and drops what has been shown long enough. */
void feedback_follow(struct feedback *feedback, const struct world *world, uint64_t now_ns);

/* is_still: the marks do not rise. */
void feedback_draw(const struct feedback *feedback, struct canvas *canvas, const struct view *view,
                   bool is_still, uint64_t now_ns);

#endif
