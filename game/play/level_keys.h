/* What the keys for another try, the next level and a hint do wherever a level is in hand: before it, in it
 * and after it. Called by those three screens in every pass. */
#ifndef WARREN_PLAY_LEVEL_KEYS_H
#define WARREN_PLAY_LEVEL_KEYS_H

#include "play/screen.h"

/* Where the action of this pass leads from here. */
enum screen level_keys_hear(struct app *app, enum screen here);

enum screen level_keys_next(struct app *app);  /* the next level of the set, or the page with all of them */
enum screen level_keys_retry(struct app *app); /* the same from its start */
/* One more hint than before, on the page before the level. After its end the level begins anew. */
enum screen level_keys_hint(struct app *app);
/* Where the levels beside this one are listed. */
enum screen level_keys_leave(const struct app *app);

#endif
