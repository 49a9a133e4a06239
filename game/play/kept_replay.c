#include "play/kept_replay.h"

#include "base/hash.h"
#include "base/memory.h"
#include "replay/trace.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* Of a large world fewer states are marked, so that keeping a game takes no time that one notices. */
enum { CELLS_OF_EVERY_STEP = 4096 };

static struct kept_mark mark_of(const struct timeline *timeline, struct text *trace)
{
    const struct world *world = timeline_world(timeline);
    struct world_counts counts = world_counts(world);
    text_clear(trace);
    trace_write(world, 0, trace);
    uint64_t hash = hash_bytes(HASH_START, trace->bytes, trace->length);
    return (struct kept_mark){timeline_facts(timeline).now, (uint32_t)(hash ^ hash >> 32), counts.out,
                              counts.saved, counts.killed};
}

static int32_t spacing_of(const struct world *world)
{
    return 1 + world_width(world) * world_height(world) / CELLS_OF_EVERY_STEP;
}

/* Of every so many steps and of the last one. */
static void add_marks(struct kept_replay *replay, struct timeline *timeline)
{
    int32_t last = timeline_facts(timeline).last;
    int32_t spacing = spacing_of(timeline_world(timeline));
    struct text trace = {0};
    replay->marks = memory_get_array((size_t)(last / spacing) + 2, sizeof *replay->marks);
    for (int32_t step = spacing; step < last + spacing && last > 0; step += spacing) {
        timeline_seek(timeline, step < last ? step : last);
        replay->marks[replay->mark_count++] = mark_of(timeline, &trace);
    }
    text_free(&trace);
}

static void add_end(struct kept_replay *replay, const struct level *level, const struct world *world)
{
    struct world_counts before = world_counts(level->world);
    struct world_counts counts = world_counts(world);
    replay->outcome = world_outcome(world);
    replay->saved = counts.saved;
    replay->to_save = counts.to_save;
    for (int i = 0; i < ABILITY_COUNT; i++) {
        replay->tokens += before.stock[i] - counts.stock[i];
    }
}

void kept_replay_take(struct kept_replay *replay, const struct session *session,
                      const struct identity *identity, bool *is_whole)
{
    struct text text = {0};
    struct solution solution = {0};
    time_t now = time(NULL);
    struct tm parts;
    timeline_write(session->timeline, true, &text);
    text_add(&text, "");
    *replay = (struct kept_replay){.identity = *identity,
                                   .level_path = memory_copy_text(session->path),
                                   .title = memory_copy_text(session->level->name),
                                   .solution = text.bytes};
    if (localtime_r(&now, &parts) != NULL) {
        strftime(replay->date, sizeof replay->date, "%Y-%m-%d %H:%M", &parts);
    }
    /* What is kept is what the text does, not what was seen. */
    struct timeline *timeline = timeline_create(session->level->world, TIMELINE_BYTES);
    if (solution_parse(replay->solution, &solution, NULL)) {
        timeline_play(timeline, &solution, timeline_facts(session->timeline).last, NULL);
    }
    replay->steps = timeline_facts(timeline).last;
    *is_whole = timeline_facts(timeline).commands == timeline_facts(session->timeline).commands;
    add_marks(replay, timeline);
    add_end(replay, session->level, timeline_world(timeline));
    timeline_destroy(timeline);
    solution_free(&solution);
}

void kept_replay_free(struct kept_replay *replay)
{
    memory_free(replay->level_path);
    memory_free(replay->title);
    memory_free(replay->solution);
    memory_free(replay->marks);
    *replay = (struct kept_replay){0};
}

/* The first mark that the world no longer meets; NULL: it goes its old way. */
static const struct kept_mark *find_divergence(const struct kept_replay *replay, struct timeline *timeline,
                                               struct kept_mark *instead)
{
    struct text trace = {0};
    const struct kept_mark *found = NULL;
    for (int i = 0; i < replay->mark_count && found == NULL; i++) {
        const struct kept_mark *mark = &replay->marks[i];
        if (mark->step > timeline_facts(timeline).last) {
            break;
        }
        timeline_seek(timeline, mark->step);
        *instead = mark_of(timeline, &trace);
        found = instead->hash != mark->hash ? mark : NULL;
    }
    text_free(&trace);
    return found;
}

void kept_replay_watch(const struct kept_replay *replay, struct session *session)
{
    session_watch_text(session, replay->solution, replay->steps);
    int32_t last = timeline_facts(session->timeline).last;
    struct kept_mark now;
    const struct kept_mark *then = find_divergence(replay, session->timeline, &now);
    if (then != NULL && (session->fails_at < 0 || then->step <= session->fails_at)) {
        bool is_counted = then->out != now.out || then->saved != now.saved || then->lost != now.lost;
        session->fails_at = then->step;
        error_set(&session->failure, STATUS_BAD, "diverged",
                  is_counted ? "out %d, saved %d, lost %d; when it was kept, out %d, saved %d, lost %d"
                             : "something moves or stands elsewhere than when it was kept (out %d, saved %d, "
                               "lost %d)",
                  now.out, now.saved, now.lost, then->out, then->saved, then->lost);
    } else if (session->fails_at < 0 && last < replay->steps) {
        session->fails_at = last;
        error_set(&session->failure, STATUS_BAD, "diverged",
                  "the level ends here; when it was kept it had %d "
                  "steps",
                  (int)replay->steps);
    }
    timeline_seek(session->timeline, 0);
}
