/* What the player can do, and which keys and pad controls do it. Everything that reacts to a device goes
 * through this table, so that the key help, the settings and the game cannot disagree. Pure but for SDL's
 * names of keys; knows no events (input.h turns these into actions). */
#ifndef WARREN_PLAY_ACTION_H
#define WARREN_PLAY_ACTION_H

#include "play/action_table.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum player_action {
#define ROW(id, name, help, context, repeats, key, other, mouse, pad) DO_##id,
    ACTIONS(ROW)
#undef ROW
        DO_COUNT,
    DO_NOTHING = -1
};

/* Where an action is listened to. One key may mean two things in two contexts, but not within one. */
enum action_context { CONTEXT_MENU, CONTEXT_PLAY, CONTEXT_ANYWHERE };

struct action_info {
    const char *name; /* for the settings file */
    const char *help; /* one line */
    enum action_context context;
    bool repeats;
};

struct action_info action_info(enum player_action action);

enum { CHORDS_MAX = 3, PAD_NONE = -1 };

/* Controls of the mouse stand among the keys, above SDL's own codes: a button is CHORD_MOUSE + its number. */
enum {
    CHORD_MOUSE = 1 << 29,
    CHORD_MOUSE_LEFT = CHORD_MOUSE + 1,
    CHORD_MOUSE_BUTTONS = 16,
    CHORD_WHEEL_UP = CHORD_MOUSE + 32,
    CHORD_WHEEL_DOWN
};

struct chord {
    int32_t key; /* an SDL_Keycode or a control of the mouse; 0: none */
    bool ctrl, alt, shift;
};

struct bindings {
    struct chord keys[DO_COUNT][CHORDS_MAX];
    int pad[DO_COUNT]; /* an SDL_GameControllerButton, or SDL_CONTROLLER_BUTTON_MAX + axis of a trigger;
                          PAD_NONE */
};

void bindings_default(struct bindings *bindings);

/* What a key or a pad control does in a context. Where no chord fits exactly, Shift is not looked at, because
 * some signs need it on some keyboards; with the mouse no modifier is then. */
enum player_action bindings_of_key(const struct bindings *bindings, enum action_context context,
                                   struct chord chord);
enum player_action bindings_of_pad(const struct bindings *bindings, enum action_context context, int control);

/* Gives a chord (to place `slot`) or a control to an action and takes it from those that had it in the same
 * context. Returns one that lost it, or DO_NOTHING. */
enum player_action bindings_set_key(struct bindings *bindings, enum player_action action, int slot,
                                    struct chord chord);
enum player_action bindings_set_pad(struct bindings *bindings, enum player_action action, int control);

bool chord_is_mouse(struct chord chord);

/* Whether menus can be gone through with what is bound, by keys and by a pad: without that nobody could mend
 * it. */
bool bindings_reach_menus(const struct bindings *bindings);

/* "Ctrl+Z", "Wheel up", "leftshoulder"; empty for none. Reading is the reverse; false for what is not
 * understood. */
void chord_write(struct chord chord, char *text, size_t size);
bool chord_read(const char *text, struct chord *chord);
const char *pad_label(int control); /* for people: "Left bumper"; "" for none */
void pad_write(int control, char *text, size_t size);
bool pad_read(const char *text, int *control);

#endif
