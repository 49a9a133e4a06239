/* The game in hand as a file: which level, what was done so far and what is seen of it, so that the next
 * start goes on where this one ended, however it ended. The application hands a game over in every pass while
 * one is played; it is written when a command was given or taken back, and otherwise once a second at most,
 * off the frame. Knows timelines, no sessions and no screens. */
#ifndef WARREN_PLAY_SAVED_GAME_H
#define WARREN_PLAY_SAVED_GAME_H

#include "play/folders.h"
#include "play/identity.h"
#include "play/keeper.h"
#include "replay/timeline.h"

#include <stdbool.h>
#include <stdint.h>

/* How it was shown. */
struct saved_view {
    int zoom_px;
    bool is_fitted;
    double x_px, y_px; /* of the camera */
};

struct saved_game {
    char *level_path;
    struct identity identity;
    char *solution; /* past and future, open at the end */
    int32_t step;   /* the present */
    int32_t last;   /* that was reached */
    int given;      /* commands behind the present */
    int speed;
    int chosen; /* enum ability or -1 */
    bool is_paused, is_watching;
    struct saved_view view;
};

struct game_saver {
    struct keeper *keeper;
    char *path; /* NULL: nothing is kept */
    uint64_t written_ns;
    uint64_t commands; /* hash of what was written last, without what time alone changes */
    uint64_t whole;    /* hash of all that was written last; 0: nothing */
};

/* Error: there is nowhere to keep it; the saver then does nothing. */
bool game_saver_open(struct game_saver *saver, const struct folders *folders, struct keeper *keeper,
                     struct error *error);
void game_saver_close(struct game_saver *saver);

/* What is in hand; solution, step, last and given of it come from the timeline. */
void game_saver_keep(struct game_saver *saver, const struct saved_game *game, const struct timeline *timeline,
                     uint64_t now_ns);
/* The same at once: before the program ends, and before it opens another level. */
void game_saver_keep_now(struct game_saver *saver, const struct saved_game *game,
                         const struct timeline *timeline);
/* It is over and done with: nothing to go on with. */
void game_saver_forget(struct game_saver *saver);

/* What was in hand last. False with kind "none": nothing. False otherwise: it could not be read, has been set
 * aside, and the error is for the player. Free it with saved_game_free. */
bool game_saver_load(const struct game_saver *saver, struct saved_game *game, struct error *error);

/* Plays a saved game into a new timeline of its level, and goes to its step. Error: the level has changed in
 * a way that does not fit; what was possible is there. */
bool saved_game_restore(const struct saved_game *game, struct timeline *timeline, struct error *error);
void saved_game_free(struct saved_game *game);

/* The text of the file, and back: for tests. */
void saved_game_write(const struct saved_game *game, struct text *out);
bool saved_game_read(const char *bytes, size_t size, struct saved_game *game, struct error *error);

#endif
