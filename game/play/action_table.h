/* Every action of the player, one row each, in the order in which the key help shows them:
 * X(NAME, "name in the settings file", "what it does", context, repeats, "key", "other key", "mouse", "pad").
 * Keys are SDL's names with Ctrl+, Alt+ and Shift+ before them, and so are the buttons and the wheel of the
 * mouse (action.c names them); pad controls are SDL's names of buttons and of the two triggers. repeats:
 * holding the key does it again and again. Defaults: those that games of this kind agree on. In menus the
 * left button is the pointer's own, whatever it does in a level. */
#ifndef WARREN_PLAY_ACTION_TABLE_H
#define WARREN_PLAY_ACTION_TABLE_H

/* clang-format off */
#define ACTIONS(X) \
    X(UP,           "up",           "Move up in a menu",                    MENU, true,  "Up",     "", "", "dpup") \
    X(DOWN,         "down",         "Move down in a menu",                  MENU, true,  "Down",   "Tab", "", "dpdown") \
    X(LEFT,         "left",         "Move left, or less",                   MENU, true,  "Left",   "", "", "dpleft") \
    X(RIGHT,        "right",        "Move right, or more",                  MENU, true,  "Right",  "", "", "dpright") \
    X(ACCEPT,       "accept",       "Choose",                               MENU, false, "Return", "Space", "", "a") \
    X(REMOVE,       "remove",       "Remove a replay, empty a key", MENU, false, "Delete", "", "", "x") \
    X(ABILITY_1,    "ability-1",    "Take the first ability",               PLAY, false, "1", "Keypad 1", "", "") \
    X(ABILITY_2,    "ability-2",    "Take the second ability",              PLAY, false, "2", "Keypad 2", "", "") \
    X(ABILITY_3,    "ability-3",    "Take the third ability",               PLAY, false, "3", "Keypad 3", "", "") \
    X(ABILITY_4,    "ability-4",    "Take the fourth ability",              PLAY, false, "4", "Keypad 4", "", "") \
    X(ABILITY_5,    "ability-5",    "Take the fifth ability",               PLAY, false, "5", "Keypad 5", "", "") \
    X(ABILITY_6,    "ability-6",    "Take the sixth ability",               PLAY, false, "6", "Keypad 6", "", "") \
    X(ABILITY_7,    "ability-7",    "Take the seventh ability",             PLAY, false, "7", "Keypad 7", "", "") \
    X(ABILITY_LESS, "ability-back", "Take the ability before",              PLAY, true,  "Q", "", "Shift+Wheel up", "leftshoulder") \
    X(ABILITY_MORE, "ability-next", "Take the next ability",                PLAY, true,  "E", "", "Shift+Wheel down", "rightshoulder") \
    X(CELL_UP,      "cell-up",      "Move the marked square up",            PLAY, true,  "W", "", "", "") \
    X(CELL_DOWN,    "cell-down",    "Move the marked square down",          PLAY, true,  "S", "", "", "") \
    X(CELL_LEFT,    "cell-left",    "Move the marked square left",          PLAY, true,  "A", "", "", "") \
    X(CELL_RIGHT,   "cell-right",   "Move the marked square right",         PLAY, true,  "D", "", "", "") \
    X(PLACE,        "place",        "Put the ability on the marked square", PLAY, false, "Return", "Keypad Enter", "Left button", "a") \
    X(PAUSE,        "pause",        "Pause and go on",                      PLAY, false, "Space", "P", "", "x") \
    X(STEP,         "step",         "One step on",                          PLAY, true,  ".", "", "", "dpright") \
    X(STEP_BACK,    "step-back",    "One step back",                        PLAY, true,  ",", "", "", "dpleft") \
    X(REWIND,       "rewind",       "Hold to run backwards",                PLAY, false, "Backspace", "", "", "y") \
    X(FASTER,       "faster",       "Faster",                               PLAY, true,  "]", "", "", "dpup") \
    X(SLOWER,       "slower",       "Slower",                               PLAY, true,  "[", "", "", "dpdown") \
    X(FAST,         "fast",         "Four times as fast and back",          PLAY, false, "F", "", "", "") \
    X(UNDO,         "undo",         "Take the last ability back",           PLAY, true,  "Ctrl+Z", "", "", "leftstick") \
    X(REDO,         "redo",         "Put it there again",                   PLAY, true,  "Ctrl+Y", "Ctrl+Shift+Z", "", "rightstick") \
    X(RETRY,        "retry",        "Begin the level again (undo takes it back)", ANYWHERE, false, "R", "", "", "") \
    X(NEXT,         "next",         "Next level",                           ANYWHERE, false, "N", "", "", "") \
    X(HINT,         "hint",         "Show the next hint",                   ANYWHERE, false, "H", "", "", "") \
    X(GHOSTS,       "ghosts",       "Hold to show where the rabbits will go", PLAY, false, "G", "", "", "back") \
    X(KEEP,         "keep",         "Keep this game as a replay",           ANYWHERE, false, "Ctrl+S", "", "", "") \
    X(TAKE_OVER,    "take-over",    "Take over what you are watching",      PLAY, false, "T", "", "", "") \
    X(EXPLODE_ALL,  "explode-all",  "Let all rabbits explode (asks first)", PLAY, false, "X", "", "", "") \
    X(ZOOM_IN,      "zoom-in",      "Larger",                               PLAY, true,  "=", "Keypad +", "Wheel up", "righttrigger") \
    X(ZOOM_OUT,     "zoom-out",     "Smaller",                              PLAY, true,  "-", "Keypad -", "Wheel down", "lefttrigger") \
    X(ZOOM_FIT,     "zoom-fit",     "Show the whole level",                 PLAY, false, "0", "Keypad 0", "", "") \
    X(PAN_UP,       "pan-up",       "Look further up",                      PLAY, false, "Up", "", "", "") \
    X(PAN_DOWN,     "pan-down",     "Look further down",                    PLAY, false, "Down", "", "", "") \
    X(PAN_LEFT,     "pan-left",     "Look further left",                    PLAY, false, "Left", "", "", "") \
    X(PAN_RIGHT,    "pan-right",    "Look further right",                   PLAY, false, "Right", "", "", "") \
    X(DRAG,         "drag",         "Hold and move the mouse to look around", PLAY, false, "", "Middle button", "Right button", "") \
    X(MINIMAP,      "minimap",      "Show or hide the small map",           PLAY, false, "Tab", "", "", "") \
    X(BACK,         "back",         "Back, or the menu of the level",       ANYWHERE, false, "Escape", "", "Button 4", "b") \
    X(MENU,         "menu",         "The menu of the level",                PLAY, false, "", "", "", "start") \
    X(KEYS,         "keys",         "Show all keys",                        ANYWHERE, false, "F1", "", "", "") \
    X(GRAPH,        "graph",        "Frame times and what is in force",     ANYWHERE, false, "F3", "", "", "") \
    X(QUALITY,      "scale-quality", "Next scale quality",                  ANYWHERE, false, "F4", "", "", "") \
    X(PATH,         "draw-path",    "Next draw path",                       ANYWHERE, false, "F5", "", "", "") \
    X(DRIVER,       "driver",       "Next render driver",                   ANYWHERE, false, "F6", "", "", "") \
    X(BLEND,        "blend",        "Next blend mode",                      ANYWHERE, false, "F7", "", "", "") \
    X(TINT,         "tint",         "Tint what was drawn anew",             ANYWHERE, false, "F8", "", "", "") \
    X(COMPARE,      "compare",      "A/B test of the last switch", ANYWHERE, false, "F9", "", "", "") \
    X(MUTE,         "mute",         "Sound off and on",                     ANYWHERE, false, "M", "", "", "") \
    X(UI_LARGER,    "ui-larger",    "Larger controls",                      ANYWHERE, true,  "Ctrl+=", "Ctrl+Keypad +", "", "") \
    X(UI_SMALLER,   "ui-smaller",   "Smaller controls",                     ANYWHERE, true,  "Ctrl+-", "Ctrl+Keypad -", "", "") \
    X(FULLSCREEN,   "fullscreen",   "Whole screen or window",               ANYWHERE, false, "F11", "Alt+Return", "", "") \
    X(SCREENSHOT,   "screenshot",   "Save a picture of the window",         ANYWHERE, false, "F12", "", "", "")
/* clang-format on */

#endif
