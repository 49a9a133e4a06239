/* The A/B test on what is being played (F9): the setting that was switched last against the one before,
 * flipped in the blocks of a trial (frame/trial.h) while the game goes on. The arm changes in the painter
 * alone: what the player has chosen stays chosen. A frame is timed from the start of building the scene to
 * the finished picture, controls and presenting apart. Called by the application; draws the level and nothing
 * else (compare_draw.c shows the verdict). */
#ifndef WARREN_PLAY_COMPARE_H
#define WARREN_PLAY_COMPARE_H

#include "frame/trial.h"
#include "play/display.h"
#include "play/view.h"

enum { COMPARE_CALIBRATION_FRAMES = 5 };
#define COMPARE_MARGIN 0.01

enum compare_phase {
    COMPARE_OFF,
    COMPARE_LOOKING,     /* at the pictures of both arms; one frame */
    COMPARE_CALIBRATING, /* how long frames are, of both arms in turn */
    COMPARE_RUNNING,
    COMPARE_OVER /* the verdict stays */
};

/* The last switch: what it was, and the value before. */
struct compare_switch {
    bool is_made;
    enum display_toggle toggle;
    enum paint_path path;
    uint8_t choice; /* of the hint */
};

struct compare_arm {
    enum paint_path path;
    struct hint_values hints;
    char setting[32];  /* as asked for: "linear" */
    char in_force[64]; /* as read back */
    bool is_read_back;
};

/* What a frame shows, apart from the arm. A quad in which it changes is given up, whatever it saw. */
struct compare_sight {
    int zoom_px, width_px, height_px, generation;
    bool is_still, is_covered; /* covered by a menu: nothing is measured */
};

struct compare {
    enum compare_phase phase;
    struct compare_switch last_switch;
    struct compare_arm arms[2]; /* A: the one before; B: the last */
    bool is_of_path;
    enum hint hint;  /* unless it is */
    int put, drawn;  /* the arm in force; frames it has drawn since it was, or since the sight changed */
    int turn;        /* the arm to be calibrated */
    bool has_change; /* the arm was changed since the player's own was in force */
    double calibration_ns[2][COMPARE_CALIBRATION_FRAMES];
    struct trial trial; /* from COMPARE_RUNNING on */
    bool has_trial;
    struct compare_sight sight; /* of the last frame */
    int given_up;               /* quads */
    int quads, still_quads;     /* counted; of these, on a picture that stands still */
    int zoom_min_px, zoom_max_px;
    char where[48];   /* driver and path */
    double differing; /* share of the pixels in which the arms' pictures differ */
    char reason[128]; /* why it ended, if not because all was clear */
    bool is_invalid;  /* for that reason */
    struct judgement judgement;
};

/* Before the display is switched, and after it was, without an error. */
struct compare_switch compare_before_switch(const struct display *display, enum display_toggle toggle);
void compare_note_switch(struct compare *compare, struct compare_switch before);

/* F9: starts, stops, or puts a verdict away. Error, in words for the player: it cannot start. */
bool compare_toggle(struct compare *compare, struct display *display, uint64_t seed, struct error *error);
/* The player's own setting is in force again; the reason is shown. Nothing happens unless it is running. */
void compare_stop(struct compare *compare, struct display *display, const char *reason);
void compare_free(struct compare *compare);

bool compare_is_running(const struct compare *compare);

/* Draws the level as view_draw does, under the arm whose turn it is. is_covered: see above. */
void compare_level(struct compare *compare, struct display *display, struct view *view,
                   const struct session *session, bool is_still, bool is_covered);

/* "scale quality"; for the eyes. */
const char *compare_what(const struct compare *compare);

#endif
