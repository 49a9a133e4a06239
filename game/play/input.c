#include "play/input.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define STICK_DEAD 0.24
#define TRIGGER_DOWN 0.5

void input_start(struct input *input)
{
    *input = (struct input){.pixels_per_unit = 1, .action = DO_NOTHING, .times = 1, .pad = PAD_NONE};
    bindings_default(&input->bindings);
    SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER); /* without one, there are just no pads */
}

void input_stop(struct input *input)
{
    for (int i = 0; i < PADS_MAX; i++) {
        if (input->pads[i] != NULL) {
            SDL_GameControllerClose(input->pads[i]);
        }
    }
    SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
}

void input_begin_pass(struct input *input)
{
    input->has_press = false;
    input->action = DO_NOTHING;
    input->times = 1;
    input->chord = (struct chord){0};
    input->pad = PAD_NONE;
    input->clicked = false;
    input->released = false;
    input->has_moved = false;
    input->wheel = 0;
    input->drag_x_px = 0;
    input->drag_y_px = 0;
}

void input_release_all(struct input *input)
{
    memset(input->held, 0, sizeof input->held);
    memset(input->held_key, 0, sizeof input->held_key);
    input->is_down = false;
    input->wheel_rest = 0;
    input->stick_x = input->stick_y = input->look_x = input->look_y = 0;
}

static void act(struct input *input, enum player_action action)
{
    input->has_press = true;
    input->action = action;
    if (action != DO_NOTHING) {
        input->held[action] = true;
    }
}

static struct chord chord_of(int32_t key, SDL_Keymod mod)
{
    return (struct chord){.key = key,
                          .ctrl = (mod & KMOD_CTRL) != 0,
                          .alt = (mod & KMOD_ALT) != 0,
                          .shift = (mod & KMOD_SHIFT) != 0};
}

static void key_down(struct input *input, const SDL_KeyboardEvent *event)
{
    struct chord chord = chord_of(event->keysym.sym, (SDL_Keymod)event->keysym.mod);
    bool is_modifier = chord.key >= SDLK_LCTRL && chord.key <= SDLK_RGUI;
    if (is_modifier) {
        return;
    }
    input->device = DEVICE_KEYS;
    if (input->is_capturing) {
        input->has_press = event->repeat == 0;
        input->chord = event->repeat == 0 ? chord : (struct chord){0};
        return;
    }
    enum player_action action = bindings_of_key(&input->bindings, input->context, chord);
    if (action == DO_NOTHING || (event->repeat != 0 && !action_info(action).repeats)) {
        return;
    }
    input->held_key[action] = chord.key;
    act(input, action);
}

static void key_up(struct input *input, int32_t key)
{
    for (int action = 0; action < DO_COUNT; action++) {
        if (input->held[action] && input->held_key[action] == key) {
            input->held[action] = false;
        }
    }
}

static void pad_down(struct input *input, int control)
{
    input->device = DEVICE_PAD;
    if (input->is_capturing) {
        input->has_press = true;
        input->pad = control;
        return;
    }
    enum player_action action = bindings_of_pad(&input->bindings, input->context, control);
    if (action != DO_NOTHING) {
        input->held_key[action] = 0;
        act(input, action);
    }
}

static void pad_up(struct input *input, int control)
{
    for (int action = 0; action < DO_COUNT; action++) {
        if (input->bindings.pad[action] == control && input->held_key[action] == 0) {
            input->held[action] = false;
        }
    }
}

static void pad_axis(struct input *input, const SDL_ControllerAxisEvent *event)
{
    double value = event->value / 32767.0;
    if (event->axis == SDL_CONTROLLER_AXIS_TRIGGERLEFT || event->axis == SDL_CONTROLLER_AXIS_TRIGGERRIGHT) {
        bool *is_down = &input->trigger_is_down[event->axis - SDL_CONTROLLER_AXIS_TRIGGERLEFT];
        bool was_down = *is_down;
        *is_down = value > TRIGGER_DOWN;
        if (*is_down && !was_down) {
            pad_down(input, SDL_CONTROLLER_BUTTON_MAX + event->axis);
        } else if (was_down && !*is_down) {
            pad_up(input, SDL_CONTROLLER_BUTTON_MAX + event->axis);
        }
        return;
    }
    value = fabs(value) < STICK_DEAD ? 0 : fmax(value, -1);
    if (value != 0) {
        input->device = DEVICE_PAD;
    }
    switch (event->axis) {
    case SDL_CONTROLLER_AXIS_LEFTX: input->stick_x = value; break;
    case SDL_CONTROLLER_AXIS_LEFTY: input->stick_y = value; break;
    case SDL_CONTROLLER_AXIS_RIGHTX: input->look_x = value; break;
    case SDL_CONTROLLER_AXIS_RIGHTY: input->look_y = value; break;
    default: break;
    }
}

static void point_at(struct input *input, int x, int y)
{
    input->pointer_x_px = x * input->pixels_per_unit;
    input->pointer_y_px = y * input->pixels_per_unit;
    input->has_moved = true;
    input->device = DEVICE_MOUSE;
}

static void button_down(struct input *input, const SDL_MouseButtonEvent *event)
{
    struct chord chord = chord_of(CHORD_MOUSE + event->button, SDL_GetModState());
    bool is_left = event->button == SDL_BUTTON_LEFT;
    if (event->button > CHORD_MOUSE_BUTTONS) {
        return;
    }
    if (input->is_capturing) {
        input->has_press = true;
        input->chord = chord;
        return;
    }
    if (is_left) {
        input->is_down = true;
        input->clicked = true;
        input->has_press = true;
    }
    bool is_pointing = is_left && (input->context == CONTEXT_MENU || input->is_over_control);
    enum player_action action =
        is_pointing ? DO_NOTHING : bindings_of_key(&input->bindings, input->context, chord);
    if (action != DO_NOTHING) {
        input->held_key[action] = chord.key;
        act(input, action);
    }
}

static void button_up(struct input *input, const SDL_MouseButtonEvent *event)
{
    if (event->button == SDL_BUTTON_LEFT) {
        input->is_down = false;
        input->released = true;
        input->has_press = true;
    }
    key_up(input, CHORD_MOUSE + event->button);
}

/* A notch is pressed and let go at once. What is bound to nothing scrolls. */
static void wheel_turned(struct input *input, double notches)
{
    int32_t key = notches > 0 ? CHORD_WHEEL_UP : CHORD_WHEEL_DOWN;
    struct chord chord = chord_of(key, SDL_GetModState());
    enum player_action action = bindings_of_key(&input->bindings, input->context, chord);
    bool is_sideways = !(notches > 0) && !(notches < 0);
    if (is_sideways) {
        return;
    }
    input->device = DEVICE_MOUSE;
    if (!input->is_capturing && action == DO_NOTHING) {
        input->wheel += notches;
        return;
    }
    input->wheel_rest = (input->wheel_rest > 0) == (notches > 0) ? input->wheel_rest + notches : notches;
    int whole = (int)fabs(input->wheel_rest);
    if (whole == 0) {
        return;
    }
    input->wheel_rest -= notches > 0 ? whole : -whole;
    if (input->is_capturing) {
        input->has_press = true;
        input->chord = chord;
        return;
    }
    act(input, action);
    input->held[action] = false;
    input->times = action_info(action).repeats ? whole : 1;
}

static void pointer_moved(struct input *input, const SDL_MouseMotionEvent *event)
{
    double x_px = input->pointer_x_px;
    double y_px = input->pointer_y_px;
    point_at(input, event->x, event->y);
    if (input->held[DO_DRAG]) {
        input->drag_x_px += input->pointer_x_px - x_px;
        input->drag_y_px += input->pointer_y_px - y_px;
    }
}

static void pad_added(struct input *input, int device)
{
    for (int i = 0; i < PADS_MAX; i++) {
        if (input->pads[i] == NULL) {
            input->pads[i] = SDL_GameControllerOpen(device);
            return;
        }
    }
}

static void pad_removed(struct input *input, SDL_JoystickID id)
{
    for (int i = 0; i < PADS_MAX; i++) {
        if (input->pads[i] != NULL &&
            SDL_JoystickInstanceID(SDL_GameControllerGetJoystick(input->pads[i])) == id) {
            SDL_GameControllerClose(input->pads[i]);
            input->pads[i] = NULL;
        }
    }
    input_release_all(input);
}

void input_event(struct input *input, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_KEYDOWN: key_down(input, &event->key); break;
    case SDL_KEYUP: key_up(input, event->key.keysym.sym); break;
    case SDL_MOUSEMOTION: pointer_moved(input, &event->motion); break;
    case SDL_MOUSEBUTTONDOWN:
        point_at(input, event->button.x, event->button.y);
        button_down(input, &event->button);
        break;
    case SDL_MOUSEBUTTONUP:
        point_at(input, event->button.x, event->button.y);
        button_up(input, &event->button);
        break;
    case SDL_MOUSEWHEEL: wheel_turned(input, (double)event->wheel.preciseY); break;
    case SDL_CONTROLLERBUTTONDOWN: pad_down(input, event->cbutton.button); break;
    case SDL_CONTROLLERBUTTONUP: pad_up(input, event->cbutton.button); break;
    case SDL_CONTROLLERAXISMOTION: pad_axis(input, &event->caxis); break;
    case SDL_CONTROLLERDEVICEADDED: pad_added(input, event->cdevice.which); break;
    case SDL_CONTROLLERDEVICEREMOVED: pad_removed(input, event->cdevice.which); break;
    case SDL_WINDOWEVENT:
        if (event->window.event == SDL_WINDOWEVENT_FOCUS_LOST) {
            input_release_all(input);
        }
        break;
    default: break;
    }
}

void input_name(const struct input *input, enum player_action action, char *text, size_t size)
{
    int control = input->bindings.pad[action];
    const struct chord *keys = input->bindings.keys[action];
    int slot = 0;
    while (slot < CHORDS_MAX - 1 && keys[slot].key == 0) {
        slot++;
    }
    bool has_key = keys[slot].key != 0;
    if (control != PAD_NONE && (input->device == DEVICE_PAD || !has_key)) {
        snprintf(text, size, "%s", pad_label(control));
    } else {
        chord_write(keys[slot], text, size);
    }
}

bool input_is_holding(const struct input *input)
{
    return input->stick_x != 0 || input->stick_y != 0 || input->look_x != 0 || input->look_y != 0 ||
           input->held[DO_PAN_UP] || input->held[DO_PAN_DOWN] || input->held[DO_PAN_LEFT] ||
           input->held[DO_PAN_RIGHT] || input->held[DO_REWIND];
}
