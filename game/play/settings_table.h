/* The preferences as JSON, key by key: one table says which keys there are, what they may be and which of
 * them could leave the player without a picture. Used by settings.c alone. */
#ifndef WARREN_PLAY_SETTINGS_TABLE_H
#define WARREN_PLAY_SETTINGS_TABLE_H

#include "base/error.h"
#include "play/preferences.h"

struct cJSON;

/* Which settings are meant: those that may break the display live in an object of their own. */
enum settings_part { SETTINGS_PLAIN, SETTINGS_DISPLAY };

/* Takes over what the object has. False: something in it is not what it should be (the error tells which, the
 * first of them); that stays as it was, and all the rest is taken. Keys that nobody knows are passed over. */
bool settings_read(const struct cJSON *object, enum settings_part part, struct preferences *preferences,
                   struct error *error);

/* Puts all of them into the object, next to what nobody knows. Keys and buttons: only those that are not the
 * defaults. */
void settings_write(const struct preferences *preferences, enum settings_part part, struct cJSON *object);

bool settings_equal(const struct preferences *a, const struct preferences *b, enum settings_part part);

/* Copies what is in `now` and was not in `before`: what was changed meanwhile, and nothing else. */
void settings_take_changes(const struct preferences *before, const struct preferences *now,
                           enum settings_part part, struct preferences *to);

/* Copies one whole part. */
void settings_copy(const struct preferences *from, enum settings_part part, struct preferences *to);

#endif
