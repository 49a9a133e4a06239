/* Every sound, one row each: X(NAME, "file in assets/sounds", "caption", gap in ms). The caption is what is
 * shown to those who do not hear; empty for sounds that say no more than the picture. The same sound is not
 * started again before the gap has passed. */
#ifndef WARREN_PLAY_SOUND_TABLE_H
#define WARREN_PLAY_SOUND_TABLE_H

/* clang-format off */
#define SOUNDS(X) \
    X(ENTER,   "enter",   "a rabbit comes out",     120) \
    X(BASH,    "bash",    "bashing",                 90) \
    X(DIG,     "dig",     "digging",                 90) \
    X(BRIDGE,  "bridge",  "building",                70) \
    X(CLIMB,   "climb",   "climbing",               120) \
    X(BUMP,    "bump",    "a bumped head",          120) \
    X(BURN,    "burn",    "a rabbit burns",         200) \
    X(DROWN,   "drown",   "a rabbit drowns",        200) \
    X(DIE,     "die",     "a fall too deep",        120) \
    X(EXPLODE, "explode", "a bang",                 150) \
    X(CRASH,   "crash",   "a crash with a rabbot",  150) \
    X(OUT,     "out",     "a rabbit fell off",      150) \
    X(HOME,    "home",    "a rabbit is home",       150) \
    X(HISS,    "hiss",    "a fire goes out",        150) \
    X(WON,     "won",     "the level is won",      1000) \
    X(LOST,    "lost",    "the level is lost",     1000) \
    X(PLACE,   "place",   "",                        40) \
    X(REFUSE,  "refuse",  "not here",               150) \
    X(CLICK,   "click",   "",                        40)
/* clang-format on */

#endif
