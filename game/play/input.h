/* What the devices say, as a screen wants to hear it: one press at a time, and what is held. Fed with SDL's
 * events by the application's loop; knows no screens. Presses are handed out one for each pass, so that a
 * key, a click and another key that came within one frame are acted on in their order. */
#ifndef WARREN_PLAY_INPUT_H
#define WARREN_PLAY_INPUT_H

#include "play/action.h"

#include <SDL.h>

enum { PADS_MAX = 4 };

enum input_device { DEVICE_MOUSE, DEVICE_KEYS, DEVICE_PAD };

struct input {
    struct bindings bindings;
    enum action_context context; /* of the screen that is shown */
    bool is_capturing;           /* keys, buttons and pad controls are wanted as they are, not as actions */
    bool is_over_control;        /* the pointer, at the next press: then the left button is the control's */
    enum input_device device;    /* that was used last */

    /* Of this pass only. */
    bool has_press; /* enough for one pass: leave the next events where they are */
    enum player_action action;
    int times;          /* 1, or how far the wheel went */
    struct chord chord; /* that was pressed, for who is capturing */
    int pad;            /* control that was pressed, or PAD_NONE, the same */
    bool clicked;       /* the left button went down */
    bool released;      /* and up */
    bool has_moved;     /* the pointer */
    double wheel;       /* notches for what scrolls; up is positive */
    double drag_x_px, drag_y_px;

    /* Until they end. */
    double pointer_x_px, pointer_y_px; /* of the output */
    bool is_down;                      /* the left button */
    double wheel_rest;                 /* part of a notch, from fine wheels */
    bool held[DO_COUNT];
    double stick_x, stick_y, look_x, look_y; /* left and right stick, -1 to 1, 0 near the middle */

    double pixels_per_unit; /* of the output for each unit of the window */
    int32_t held_key[DO_COUNT];
    SDL_GameController *pads[PADS_MAX];
    bool trigger_is_down[2];
};

void input_start(struct input *input);
void input_stop(struct input *input);
void input_begin_pass(struct input *input);
void input_event(struct input *input, const SDL_Event *event);
void input_release_all(struct input *input); /* the window lost the keyboard, or the screen changed */

/* What of the device in hand does it, for people: "Space", "Left bumper"; what another device has if this one
 * has nothing. */
void input_name(const struct input *input, enum player_action action, char *text, size_t size);

/* Whether something is held that moves the picture along. */
bool input_is_holding(const struct input *input);

#endif
