/* Controls in immediate mode: a screen names them anew in every pass, and each call says whether it was used.
 * One of them has the focus, which the pointer, the keys and the pad all move. Knows nothing of games. Sizes
 * in points. */
#ifndef WARREN_PLAY_UI_H
#define WARREN_PLAY_UI_H

#include "play/canvas.h"
#include "play/input.h"

struct box {
    double x, y, w, h;
};

enum { UI_ITEMS_MAX = 320 };

struct ui_item {
    struct box box;
    char label[48];      /* also for those that show a sign only */
    bool takes_sideways; /* left and right are its own */
};

struct ui {
    struct canvas *canvas;
    struct input *input;
    struct ui_item items[UI_ITEMS_MAX], before[UI_ITEMS_MAX]; /* of this pass and of the one before */
    int count, count_before;
    int focus;          /* number of the item that has it */
    int armed;          /* the item on which the button went down, or -1 */
    int hovered;        /* the item under the pointer, or -1 */
    int hovered_before; /* in the pass before */
    bool has_keys;      /* keys and pad are for the controls: false on the screen where they play */
    double pointer_x, pointer_y;
    struct box clip; /* of the list that items are being named in */
    double *scroll;  /* of that list; NULL outside of one */
    double scroll_max;
    bool focus_moved;  /* by keys in this pass: lists scroll to it */
    bool focus_is_new; /* so do they to the first one of a screen */
    bool clicks;       /* a control was pressed, or keys or pad moved on: something to be heard */
    const char *tip;   /* label of a hovered sign */
    struct box tip_box;
};

/* A screen begins: focus on the first item. */
void ui_start(struct ui *ui);
void ui_begin(struct ui *ui, struct canvas *canvas, struct input *input, bool has_keys);
void ui_end(struct ui *ui); /* draws the tip */

struct ui_state {
    bool is_used, is_focused, is_hovered, is_down, is_seen; /* is_seen: not scrolled away */
    int sideways;                                           /* -1 or +1: pressed with the focus on it */
    struct box box;                                         /* where it is now, scrolling counted in */
};

/* Names an item and draws nothing. */
struct ui_state ui_item(struct ui *ui, struct box box, const char *label, bool takes_sideways);
/* The ring around what has the focus. */
void ui_draw_focus(struct ui *ui, struct ui_state state);

enum sign {
    SIGN_NONE,
    SIGN_PLAY,
    SIGN_PAUSE,
    SIGN_STEP,
    SIGN_STEP_BACK,
    SIGN_REWIND,
    SIGN_UNDO,
    SIGN_REDO,
    SIGN_MENU,
    SIGN_LESS,
    SIGN_MORE,
    SIGN_CHECK,
    SIGN_CROSS,
    SIGN_FIT,
    SIGN_FAST
};

bool ui_button(struct ui *ui, struct box box, const char *label);
bool ui_sign_button(struct ui *ui, struct box box, const char *label, enum sign sign, bool is_on);
/* One that cannot always be used; while it cannot, the sign is pale. */
bool ui_sign_button_if(struct ui *ui, struct box box, const char *label, enum sign sign, bool is_possible);
/* Left and right, or a click on its halves, give -1 or +1; the value is shown in the middle. */
int ui_choice(struct ui *ui, struct box box, const char *label, const char *value);
bool ui_slider(struct ui *ui, struct box box, const char *label, double *value, double low, double high,
               double step, const char *shown);
void ui_draw_sign(struct canvas *canvas, struct box box, enum sign sign, enum ink ink);

/* Items between these scroll inside of the box: by wheel, by the focus. *scroll is kept by the screen. */
void ui_list_begin(struct ui *ui, struct box box, double content_height, double *scroll);
void ui_list_end(struct ui *ui);

/* Whether some control lies there: then a click is not for what lies beneath. */
bool ui_covers(const struct ui *ui, double x, double y);

#endif
