#include "paint/picture_ahead.h"

#include "base/memory.h"

#include <string.h>

enum { FOLLOWERS = 12 }; /* so many motions after one that was met are expected */

void ahead_open(struct picture_ahead *ahead, const struct picture_source *source)
{
    *ahead = (struct picture_ahead){.count = source->count};
    ahead->motion_of = memory_get_array((size_t)source->count, sizeof *ahead->motion_of);
    ahead->is_still = memory_get_array((size_t)source->count, sizeof *ahead->is_still);
    ahead->is_met = memory_get_array((size_t)source->count, sizeof *ahead->is_met);
    for (int i = 0; i < source->count; i++) {
        bool is_same = i > 0 && strcmp(source->info(i).name, source->info(i - 1).name) == 0;
        ahead->motions += !is_same;
        ahead->motion_of[i] = ahead->motions - 1;
        ahead->is_still[ahead->motions - 1] = !is_same;
    }
}

void ahead_close(struct picture_ahead *ahead)
{
    memory_free(ahead->motion_of);
    memory_free(ahead->is_met);
    memory_free(ahead->is_still);
}

void ahead_restart(struct picture_ahead *ahead)
{
    ahead->next[WISH_MOTION] = 0;
    ahead->next[WISH_NEXT] = 0;
}

void ahead_meet(struct picture_ahead *ahead, int picture)
{
    bool *is_met = &ahead->is_met[ahead->motion_of[picture]];
    if (!*is_met) {
        *is_met = true;
        ahead_restart(ahead);
    }
}

/* What stands still may come into view at any time. */
static bool is_expected(const struct picture_ahead *ahead, int motion)
{
    if (ahead->is_still[motion]) {
        return true;
    }
    for (int i = motion; i >= 0 && i >= motion - FOLLOWERS; i--) {
        if (ahead->is_met[i] && !ahead->is_still[i]) {
            return true;
        }
    }
    return false;
}

static bool is_wished(const struct picture_ahead *ahead, int picture, enum picture_wish wish)
{
    int motion = ahead->motion_of[picture];
    return wish == WISH_RESERVE || (wish == WISH_MOTION ? ahead->is_met[motion] : is_expected(ahead, motion));
}

int ahead_next(struct picture_ahead *ahead, enum picture_wish wish)
{
    while (ahead->next[wish] < ahead->count) {
        int picture = ahead->next[wish]++;
        if (is_wished(ahead, picture, wish)) {
            return picture;
        }
    }
    return -1;
}

void ahead_give_up(struct picture_ahead *ahead, enum picture_wish wish)
{
    ahead->next[wish] = ahead->count;
}
