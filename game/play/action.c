#include "play/action.h"

#include "base/require.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct row {
    struct action_info info;
    const char *keys[CHORDS_MAX];
    const char *pad;
};

static const struct row rows[DO_COUNT] = {
#define ROW(id, name, help, context, repeats, key, other, mouse, pad)                                        \
    {{name, help, CONTEXT_##context, repeats}, {key, other, mouse}, pad},
    ACTIONS(ROW)
#undef ROW
};

struct action_info action_info(enum player_action action)
{
    return rows[action].info;
}

void bindings_default(struct bindings *bindings)
{
    for (int action = 0; action < DO_COUNT; action++) {
        for (int slot = 0; slot < CHORDS_MAX; slot++) {
            bool good = chord_read(rows[action].keys[slot], &bindings->keys[action][slot]);
            require(good);
        }
        bool good = pad_read(rows[action].pad, &bindings->pad[action]);
        require(good);
    }
}

static bool is_heard_in(int action, enum action_context context)
{
    return rows[action].info.context == context || rows[action].info.context == CONTEXT_ANYWHERE;
}

/* Whether both can be meant at the same moment. */
static bool may_clash(int a, int b)
{
    return a != b && (is_heard_in(a, rows[b].info.context) || is_heard_in(b, rows[a].info.context));
}

bool chord_is_mouse(struct chord chord)
{
    return chord.key > CHORD_MOUSE && chord.key <= CHORD_WHEEL_DOWN;
}

enum likeness { LIKE_EXACTLY, LIKE_BUT_SHIFT, LIKE_MOUSE_ALONE, LIKENESSES };

static bool is_same(struct chord a, struct chord b, enum likeness likeness)
{
    if (a.key == 0 || a.key != b.key) {
        return false;
    }
    if (likeness == LIKE_MOUSE_ALONE) {
        return chord_is_mouse(a) && !a.ctrl && !a.alt && !a.shift;
    }
    return a.ctrl == b.ctrl && a.alt == b.alt && (likeness == LIKE_BUT_SHIFT || a.shift == b.shift);
}

enum player_action bindings_of_key(const struct bindings *bindings, enum action_context context,
                                   struct chord chord)
{
    for (int likeness = 0; likeness < LIKENESSES; likeness++) {
        for (int action = 0; action < DO_COUNT; action++) {
            for (int slot = 0; slot < CHORDS_MAX && is_heard_in(action, context); slot++) {
                if (is_same(bindings->keys[action][slot], chord, (enum likeness)likeness)) {
                    return (enum player_action)action;
                }
            }
        }
    }
    return DO_NOTHING;
}

enum player_action bindings_of_pad(const struct bindings *bindings, enum action_context context, int control)
{
    for (int action = 0; action < DO_COUNT && control != PAD_NONE; action++) {
        if (bindings->pad[action] == control && is_heard_in(action, context)) {
            return (enum player_action)action;
        }
    }
    return DO_NOTHING;
}

enum player_action bindings_set_key(struct bindings *bindings, enum player_action action, int slot,
                                    struct chord chord)
{
    enum player_action loser = DO_NOTHING;
    for (int other = 0; other < DO_COUNT; other++) {
        for (int i = 0; i < CHORDS_MAX; i++) {
            bool is_own = other == (int)action;
            if (is_same(bindings->keys[other][i], chord, LIKE_EXACTLY) &&
                (is_own || may_clash(other, (int)action))) {
                bindings->keys[other][i] = (struct chord){0};
                loser = is_own ? loser : (enum player_action)other;
            }
        }
    }
    bindings->keys[action][slot] = chord;
    return loser;
}

enum player_action bindings_set_pad(struct bindings *bindings, enum player_action action, int control)
{
    enum player_action loser = DO_NOTHING;
    for (int other = 0; other < DO_COUNT; other++) {
        if (control != PAD_NONE && bindings->pad[other] == control && may_clash(other, (int)action)) {
            bindings->pad[other] = PAD_NONE;
            loser = (enum player_action)other;
        }
    }
    bindings->pad[action] = control;
    return loser;
}

bool bindings_reach_menus(const struct bindings *bindings)
{
    static const enum player_action needed[] = {DO_UP, DO_DOWN, DO_ACCEPT, DO_BACK};
    bool is_good = true;
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        bool has_key = false;
        for (int slot = 0; slot < CHORDS_MAX; slot++) {
            struct chord chord = bindings->keys[needed[i]][slot];
            has_key = has_key || (chord.key != 0 && !chord_is_mouse(chord));
        }
        is_good = is_good && has_key && bindings->pad[needed[i]] != PAD_NONE;
    }
    return is_good;
}

static const struct mouse_name {
    int32_t key;
    const char *name;
} mouse_names[] = {{CHORD_MOUSE + SDL_BUTTON_LEFT, "Left button"},
                   {CHORD_MOUSE + SDL_BUTTON_MIDDLE, "Middle button"},
                   {CHORD_MOUSE + SDL_BUTTON_RIGHT, "Right button"},
                   {CHORD_WHEEL_UP, "Wheel up"},
                   {CHORD_WHEEL_DOWN, "Wheel down"}};

enum { MOUSE_NAMES = sizeof mouse_names / sizeof mouse_names[0] };

static void write_mouse(int32_t key, char *text, size_t size)
{
    for (int i = 0; i < MOUSE_NAMES; i++) {
        if (mouse_names[i].key == key) {
            snprintf(text, size, "%s", mouse_names[i].name);
            return;
        }
    }
    snprintf(text, size, "Button %d", (int)(key - CHORD_MOUSE));
}

/* 0: it is none of the mouse's controls. */
static int32_t read_mouse(const char *text)
{
    for (int i = 0; i < MOUSE_NAMES; i++) {
        if (strcmp(mouse_names[i].name, text) == 0) {
            return mouse_names[i].key;
        }
    }
    static const char BUTTON[] = "Button ";
    if (strncmp(text, BUTTON, sizeof BUTTON - 1) != 0) {
        return 0;
    }
    char *end;
    long number = strtol(text + sizeof BUTTON - 1, &end, 10);
    bool is_button = *end == '\0' && number > SDL_BUTTON_RIGHT && number <= CHORD_MOUSE_BUTTONS;
    return is_button ? CHORD_MOUSE + (int32_t)number : 0;
}

void chord_write(struct chord chord, char *text, size_t size)
{
    char mouse[24];
    if (chord.key == 0) {
        text[0] = '\0';
        return;
    }
    write_mouse(chord.key, mouse, sizeof mouse);
    snprintf(text, size, "%s%s%s%s", chord.ctrl ? "Ctrl+" : "", chord.alt ? "Alt+" : "",
             chord.shift ? "Shift+" : "", chord_is_mouse(chord) ? mouse : SDL_GetKeyName(chord.key));
}

static bool take_prefix(const char **text, const char *prefix)
{
    size_t length = strlen(prefix);
    bool has = strncmp(*text, prefix, length) == 0;
    *text += has ? length : 0;
    return has;
}

bool chord_read(const char *text, struct chord *chord)
{
    *chord = (struct chord){0};
    if (*text == '\0') {
        return true;
    }
    chord->ctrl = take_prefix(&text, "Ctrl+");
    chord->alt = take_prefix(&text, "Alt+");
    chord->shift = take_prefix(&text, "Shift+");
    chord->key = read_mouse(text);
    if (chord->key == 0) {
        chord->key = SDL_GetKeyFromName(text);
    }
    return chord->key != SDLK_UNKNOWN;
}

void pad_write(int control, char *text, size_t size)
{
    const char *name = "";
    if (control >= SDL_CONTROLLER_BUTTON_MAX) {
        name =
            SDL_GameControllerGetStringForAxis((SDL_GameControllerAxis)(control - SDL_CONTROLLER_BUTTON_MAX));
    } else if (control >= 0) {
        name = SDL_GameControllerGetStringForButton((SDL_GameControllerButton)control);
    }
    snprintf(text, size, "%s", name != NULL ? name : "");
}

bool pad_read(const char *text, int *control)
{
    *control = PAD_NONE;
    if (*text == '\0') {
        return true;
    }
    SDL_GameControllerButton button = SDL_GameControllerGetButtonFromString(text);
    SDL_GameControllerAxis axis = SDL_GameControllerGetAxisFromString(text);
    if (button != SDL_CONTROLLER_BUTTON_INVALID) {
        *control = (int)button;
    } else if (axis != SDL_CONTROLLER_AXIS_INVALID) {
        *control = SDL_CONTROLLER_BUTTON_MAX + (int)axis;
    }
    return *control != PAD_NONE;
}

const char *pad_label(int control)
{
    static const char *const labels[] = {
        [SDL_CONTROLLER_BUTTON_A] = "A",
        [SDL_CONTROLLER_BUTTON_B] = "B",
        [SDL_CONTROLLER_BUTTON_X] = "X",
        [SDL_CONTROLLER_BUTTON_Y] = "Y",
        [SDL_CONTROLLER_BUTTON_BACK] = "Back",
        [SDL_CONTROLLER_BUTTON_GUIDE] = "Guide",
        [SDL_CONTROLLER_BUTTON_START] = "Start",
        [SDL_CONTROLLER_BUTTON_LEFTSTICK] = "Left stick",
        [SDL_CONTROLLER_BUTTON_RIGHTSTICK] = "Right stick",
        [SDL_CONTROLLER_BUTTON_LEFTSHOULDER] = "Left bumper",
        [SDL_CONTROLLER_BUTTON_RIGHTSHOULDER] = "Right bumper",
        [SDL_CONTROLLER_BUTTON_DPAD_UP] = "Pad up",
        [SDL_CONTROLLER_BUTTON_DPAD_DOWN] = "Pad down",
        [SDL_CONTROLLER_BUTTON_DPAD_LEFT] = "Pad left",
        [SDL_CONTROLLER_BUTTON_DPAD_RIGHT] = "Pad right",
        [SDL_CONTROLLER_BUTTON_MISC1] = "Extra button",
        [SDL_CONTROLLER_BUTTON_PADDLE1] = "Paddle 1",
        [SDL_CONTROLLER_BUTTON_PADDLE2] = "Paddle 2",
        [SDL_CONTROLLER_BUTTON_PADDLE3] = "Paddle 3",
        [SDL_CONTROLLER_BUTTON_PADDLE4] = "Paddle 4",
        [SDL_CONTROLLER_BUTTON_TOUCHPAD] = "Touchpad",
        [SDL_CONTROLLER_BUTTON_MAX + SDL_CONTROLLER_AXIS_TRIGGERLEFT] = "Left trigger",
        [SDL_CONTROLLER_BUTTON_MAX + SDL_CONTROLLER_AXIS_TRIGGERRIGHT] = "Right trigger"};
    bool is_known = control >= 0 && control < (int)(sizeof labels / sizeof labels[0]);
    return is_known && labels[control] != NULL ? labels[control] : "";
}
