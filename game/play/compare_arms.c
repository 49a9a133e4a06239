/* What is flipped: the settings of the two arms, and putting them in force. */
#include "play/compare_arms.h"

#include <stdio.h>
#include <string.h>

/* Both arms are as the display is, but for one setting. */
static bool choose_arms(struct compare *compare, const struct display *display, struct error *error)
{
    const struct compare_switch *before = &compare->last_switch;
    struct compare_arm own = {.path = display->settings.path, .hints = display->settings.hints};
    compare->arms[0] = own;
    compare->arms[1] = own;
    if (before->is_made && before->toggle == TOGGLE_DRIVER) {
        return error_set(error, STATUS_ENVIRONMENT, "compare",
                         "Another driver needs another window: it cannot be flipped while you play. Switch "
                         "something else first");
    }
    if (before->is_made && before->toggle == TOGGLE_PATH && before->path != own.path) {
        compare->is_of_path = true;
        compare->arms[0].path = before->path;
        return true;
    }
    compare->hint = before->is_made && before->toggle == TOGGLE_BLEND ? HINT_BLEND : HINT_SCALE_QUALITY;
    if (before->is_made && before->toggle != TOGGLE_PATH &&
        before->choice != own.hints.choice[compare->hint]) {
        compare->arms[0].hints.choice[compare->hint] = before->choice;
        return true;
    }
    compare->hint = HINT_SCALE_QUALITY;
    return hint_values_set(&compare->arms[0].hints, "scale-quality", "nearest", error) &&
           hint_values_set(&compare->arms[1].hints, "scale-quality", "linear", error);
}

bool compare_put(struct compare *compare, struct display *display, int arm, struct error *error)
{
    const struct compare_arm *wanted = &compare->arms[arm];
    if (compare->has_change && compare->put == arm) {
        return true;
    }
    if (!painter_change(display->painter, wanted->path, &wanted->hints, error)) {
        return false;
    }
    compare->has_change = true;
    compare->put = arm;
    compare->drawn = 0;
    return true;
}

static void read_back(struct compare *compare, struct display *display)
{
    struct compare_arm *arm = &compare->arms[compare->put];
    const char *asked = hint_values_get(&arm->hints, compare->hint);
    if (compare->is_of_path) {
        snprintf(arm->in_force, sizeof arm->in_force, "%s", painter_state(display->painter).path);
        snprintf(arm->setting, sizeof arm->setting, "%s", paint_path_name(arm->path));
        arm->is_read_back = true;
        return;
    }
    struct hint_reading reading = painter_reading(display->painter, compare->hint);
    snprintf(arm->in_force, sizeof arm->in_force, "%s", reading.value);
    snprintf(arm->setting, sizeof arm->setting, "%s", asked != NULL ? asked : "unset");
    arm->is_read_back = reading.is_read_back;
}

/* Nothing is drawn in between, so that the player sees nothing of it. */
static bool try_arms(struct compare *compare, struct display *display, struct error *error)
{
    for (int arm = 0; arm < 2; arm++) {
        if (!compare_put(compare, display, arm, error)) {
            return false;
        }
        read_back(compare, display);
    }
    if (strcmp(compare->arms[0].in_force, compare->arms[1].in_force) == 0) {
        return error_set(error, STATUS_ENVIRONMENT, "compare", "%s: %s and %s are the same here (%s)",
                         compare_what(compare), compare->arms[0].setting, compare->arms[1].setting,
                         compare->arms[0].in_force);
    }
    return true;
}

void compare_put_back(struct compare *compare, struct display *display)
{
    if (compare->has_change) {
        painter_change(display->painter, display->settings.path, &display->settings.hints, NULL);
        compare->has_change = false;
    }
}

bool compare_choose(struct compare *compare, struct display *display, struct error *error)
{
    return choose_arms(compare, display, error) && try_arms(compare, display, error);
}
