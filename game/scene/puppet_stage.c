#include "scene/puppet_stage.h"

#include "scene/puppet_colours.h"
#include "scene/puppet_effect.h"

/* When, as shares of their clips, things happen that the poses do not tell. */
static const double BLAST = 0.27; /* of EXPLODE: the figure is gone, its pieces fly */
static const double CRASH_BLAST = 0.2;
static const double PLANK_LAID = 0.3; /* of BUILD: hands are free for the mallet */
static const double PLANK_FETCHED = 0.08;
static const double BUILD_DONE = 0.92;
static const double BUBBLE_POPS = 0.95; /* of DROWN */

/* How a figure is shown as a whole. */
struct entry {
    struct place place;
    struct coat coat;
    bool is_there;
};

/* Smaller by the share `scale`, towards a point at this height above the ground. */
static struct place shrunk(double scale, double height, double turn)
{
    struct place place = place_turned(place_at(0, -height), turn);
    place = place_scaled(place, scale, scale);
    return place_moved(place, 0, height);
}

static struct entry entry_of(const struct act *act)
{
    const double share = act->share;
    struct entry entry = {.place = place_at(0, 0), .is_there = true};
    switch (act->clip) {
    case CLIP_BURN:
        entry.coat =
            (struct coat){COLOUR_INK, 0.92 * puppet_ramp(0.1, 0.75, share), share > 0.15 && share < 0.8};
        entry.place = shrunk(1 - 0.7 * puppet_ramp(0.75, 1, share), 0, 0);
        break;
    case CLIP_DROWN:
        entry.coat = (struct coat){COLOUR_WATER, 0.25 * puppet_ramp(0, 0.4, share), false};
        entry.place = shrunk(1 - 0.7 * puppet_ramp(0.4, 1, share), 70, 0);
        entry.is_there = share < BUBBLE_POPS;
        break;
    case CLIP_DIE:
        entry.place = place_scaled(place_at(0, 0), 1 - 0.4 * puppet_ramp(0.85, 1, share),
                                   1 - 0.85 * puppet_ramp(0.65, 0.95, share));
        entry.is_there = share < 0.99;
        break;
    case CLIP_EXIT:
    case CLIP_EXIT_CLIMBING: entry.place = shrunk(1 - 0.8 * puppet_ramp(0.55, 1, share), 26, 0); break;
    case CLIP_OUT_OF_BOUNDS:
        entry.place = shrunk(1 - 0.9 * puppet_ramp(0.3, 0.95, share), 45, 600 * puppet_ramp(0.3, 1, share));
        entry.is_there = share < 0.95;
        break;
    case CLIP_EXPLODE: {
        const double swollen = 1 + 0.25 * puppet_ramp(0.05, BLAST, share);
        entry.place = place_scaled(place_at(0, 0), swollen, swollen);
        entry.is_there = share < BLAST;
        break;
    }
    default: break;
    }
    return entry;
}

static void before_figure(struct pen *pen, const struct act *act, const struct rig *rig)
{
    if (act->clip == CLIP_BROLLY) {
        prop_brolly(pen, rig);
    } else if (act->clip == CLIP_BURN && act->share < 0.5) {
        air_flames(pen, act->share * 0.8);
    }
}

static void after_figure(struct pen *pen, const struct act *act, const struct rig *rig)
{
    const double share = act->share;
    switch (act->clip) {
    case CLIP_BUILD:
    case CLIP_BUILD_UP:
    case CLIP_BUILD_DOWN:
        if (share > PLANK_LAID && share < BUILD_DONE) {
            prop_mallet(pen, rig);
        } else if (share > PLANK_FETCHED && share <= PLANK_LAID) {
            prop_plank_in_hand(pen, rig);
        }
        break;
    case CLIP_BURN:
        air_flames(pen, share);
        air_ash(pen, share);
        break;
    case CLIP_DROWN:
        air_bubbles(pen, place_spot(rig->head, 8, 5), share);
        if (share > 0.2) {
            air_big_bubble(pen, puppet_ramp(0.2, 0.45, share), 1 - 0.7 * puppet_ramp(0.4, 1, share),
                           share >= BUBBLE_POPS);
        }
        break;
    case CLIP_BANG_HEAD:
        if (share > 0.1 && share < 0.4) {
            burst_impact(pen, (struct spot){rig->head.x0, -95}, 13);
        } else if (share >= 0.4) {
            air_stars(pen, place_spot(rig->head, 0, -17), share);
        }
        break;
    case CLIP_DIE:
        if (share > 0.3 && share < 0.7) {
            air_stars(pen, place_spot(rig->head, 0, -15), share);
        } else if (share >= 0.85) {
            air_puff(pen, (struct spot){0, -8}, 13 - 7 * puppet_ramp(0.85, 1, share));
        }
        break;
    case CLIP_OUT_OF_BOUNDS:
        if (share > 0.7) {
            air_stars(pen, (struct spot){0, -45}, share);
        }
        break;
    default: break;
    }
}

static void figure(struct pen *pen, enum puppet_kind kind, const struct act *act, const struct coat *coat)
{
    if (kind == PUPPET_RABBOT) {
        puppet_draw_rabbot(pen, act, coat);
    } else {
        puppet_draw_rabbit(pen, act, coat);
    }
}

void stage_play(struct pen *pen, enum puppet_kind kind, enum puppet_clip clip, int step)
{
    const struct act act = puppet_act_of(clip, step);
    const struct rig rig = puppet_rig_of(&act);
    const struct entry entry = entry_of(&act);
    before_figure(pen, &act, &rig);
    if (entry.is_there) {
        pen_group(pen, entry.place);
        figure(pen, kind, &act, &entry.coat);
        pen_group_end(pen);
    }
    after_figure(pen, &act, &rig);
    if (clip == CLIP_EXPLODE && act.share >= BLAST) {
        burst_confetti(pen, kind, puppet_ramp(BLAST, 1, act.share + 0.04));
    }
}

/* The rabbot meets the rabbit: both for a moment, then neither. */
static void crash(struct pen *pen, int step)
{
    const struct act act = puppet_act_of(CLIP_CRASH, step);
    const struct coat coat = {0};
    if (act.share >= CRASH_BLAST) {
        burst_works(pen, puppet_ramp(CRASH_BLAST, 1, act.share + 0.04));
        return;
    }
    pen_group(pen, place_at(12 - 30 * act.share, 0));
    pen_group(pen, place_scaled(place_at(0, 0), -1, 1));
    puppet_draw_rabbit(pen, &act, &coat);
    pen_group_end(pen);
    pen_group_end(pen);
    pen_group(pen, place_at(-12 + 30 * act.share, 0));
    puppet_draw_rabbot(pen, &act, &coat);
    pen_group_end(pen);
    burst_impact(pen, (struct spot){1, -52}, 10 + 90 * act.share);
}

void stage_play_shared(struct pen *pen, enum puppet_clip clip, int step)
{
    const double share = step / (puppet_clip_frames(clip) - 1.0);
    switch (clip) {
    case CLIP_CRASH: crash(pen, step); break;
    case CLIP_PLANKS: prop_planks(pen, step); break;
    default: burst_chips(pen, clip, share); break;
    }
}
