#include "replay/repeat.h"

#include "base/require.h"

void repeat_board_open(struct repeat_board *board)
{
    *board = (struct repeat_board){0};
    pthread_mutex_init(&board->lock, NULL);
    pthread_cond_init(&board->changed, NULL);
}

void repeat_board_close(struct repeat_board *board)
{
    require(board->first == NULL && board->owners == 0);
    pthread_cond_destroy(&board->changed);
    pthread_mutex_destroy(&board->lock);
}

void repeat_enter(struct repeat_board *board)
{
    pthread_mutex_lock(&board->lock);
    board->owners++;
    pthread_mutex_unlock(&board->lock);
}

void repeat_leave(struct repeat_board *board)
{
    pthread_mutex_lock(&board->lock);
    board->owners--;
    pthread_cond_broadcast(&board->changed);
    pthread_mutex_unlock(&board->lock);
}

static void put_on_board(struct repeat_board *board, struct repeat *repeat)
{
    pthread_mutex_lock(&board->lock);
    repeat->next = board->first;
    board->first = repeat;
    pthread_cond_broadcast(&board->changed);
    pthread_mutex_unlock(&board->lock);
}

/* Nobody finds it after this, and nobody is at work with it. */
static void take_off_board(struct repeat_board *board, struct repeat *repeat)
{
    pthread_mutex_lock(&board->lock);
    struct repeat **link = &board->first;
    while (*link != repeat) {
        link = &(*link)->next;
    }
    *link = repeat->next;
    while (repeat->helpers > 0) {
        pthread_cond_wait(&board->changed, &board->lock);
    }
    pthread_mutex_unlock(&board->lock);
}

static void replay_once(const struct repeat *repeat, struct world *world, struct repeat_result *result)
{
    world_assign(world, repeat->start);
    struct replay replay;
    replay_start(&replay, world, repeat->solution);
    enum replay_progress progress;
    do {
        progress = replay_advance(&replay, &result->error);
    } while (progress == REPLAY_STEPPED);
    result->is_valid = progress == REPLAY_DONE;
    result->steps = replay.steps;
    result->outcome = world_outcome(world);
}

static bool begins_another(struct repeat *repeat)
{
    return atomic_fetch_sub_explicit(&repeat->left, 1, memory_order_relaxed) > 0;
}

void repeat_run(struct repeat_board *board, const struct world *start, struct world *world,
                const struct solution *solution, int count, struct repeat_result *result)
{
    require(count >= 1);
    struct repeat repeat = {.start = start, .solution = solution};
    atomic_init(&repeat.left, count - 1); /* the first one is the owner's, who wants to know how it ends */
    if (count > 1) {
        put_on_board(board, &repeat);
    }
    do {
        replay_once(&repeat, world, result);
    } while (begins_another(&repeat));
    if (count > 1) {
        take_off_board(board, &repeat);
    }
}

static bool has_replays_left(struct repeat *repeat)
{
    return atomic_load_explicit(&repeat->left, memory_order_relaxed) > 0;
}

struct repeat *repeat_find(struct repeat_board *board)
{
    pthread_mutex_lock(&board->lock);
    struct repeat *found = NULL;
    for (;;) {
        found = board->first;
        while (found != NULL && !has_replays_left(found)) {
            found = found->next;
        }
        if (found != NULL || board->owners == 0) {
            break;
        }
        pthread_cond_wait(&board->changed, &board->lock);
    }
    if (found != NULL) {
        found->helpers++;
    }
    pthread_mutex_unlock(&board->lock);
    return found;
}

void repeat_help(struct repeat_board *board, struct repeat *repeat)
{
    struct world *world = world_copy(repeat->start);
    struct repeat_result result;
    while (begins_another(repeat)) {
        replay_once(repeat, world, &result);
    }
    world_destroy(world);
    pthread_mutex_lock(&board->lock);
    repeat->helpers--;
    pthread_cond_broadcast(&board->changed);
    pthread_mutex_unlock(&board->lock);
}
