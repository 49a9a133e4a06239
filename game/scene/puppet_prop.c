#include "scene/puppet_colours.h"
#include "scene/puppet_effect.h"

static const double LINE = 2.4;
static const double THIN_LINE = 1.5;

static void wood(struct pen *pen, int32_t fill)
{
    pen_paint(pen, (struct paint){fill, COLOUR_INK, THIN_LINE, 1});
}

void prop_brolly(struct pen *pen, const struct rig *rig)
{
    static const double canopy[] = {0,   -34, 24,  -34, 41,  -18, 43,  2,   37,  -4,  29, -4,  22,
                                    2,   17,  -5,  6,   -5,  0,   2,   -6,  -5,  -17, -5, -22, 2,
                                    -29, -4,  -37, -4,  -43, 2,   -41, -18, -24, -34, 0,  -34};
    static const double panel[] = {0, -34, 12, -30, 20, -16, 22, 2,   17, -5,
                                   6, -5,  0,  2,   -1, -14, -1, -26, 0,  -34};
    static const double panel_left[] = {0,   -34, -17, -33, -33, -20, -43, 2,   -37, -4,
                                        -29, -4,  -22, 2,   -19, -14, -11, -27, 0,   -34};
    const struct spot hand = rig->hands[NEAR];
    /* Above the body, whichever way that leans. */
    const double degrees = 180 - spot_direction(hand, (struct spot){rig->body.x0, hand.y - 100});
    const struct place grip = place_turned(place_at(hand.x, hand.y), degrees);
    pen_move(pen, place_spot(grip, 0, 9));
    pen_line(pen, place_spot(grip, 0, -66));
    pen_paint(pen, (struct paint){COLOUR_NONE, COLOUR_INK, 3.4, 1});
    pen_move(pen, place_spot(grip, 0, 9));
    pen_line(pen, place_spot(grip, 0, -66));
    pen_paint(pen, (struct paint){COLOUR_NONE, COLOUR_KRAFT, 1.4, 1});
    const struct place top = place_moved(grip, 0, -29);
    pen_blob(pen, top, canopy, 19);
    pen_paint_edged(pen, (struct paint){COLOUR_ACCENT, COLOUR_INK, LINE, 1}, COLOUR_PAGE, 2.4);
    pen_blob(pen, top, panel, 10);
    pen_blob(pen, top, panel_left, 10);
    pen_paint(pen, (struct paint){COLOUR_ACCENT_LIGHT, COLOUR_NONE, 0, 1});
    pen_blob(pen, top, canopy, 19);
    pen_paint(pen, (struct paint){COLOUR_NONE, COLOUR_INK, LINE, 1});
}

void prop_plank_in_hand(struct pen *pen, const struct rig *rig)
{
    const struct spot a = rig->hands[NEAR];
    const struct spot b = rig->hands[FAR];
    const struct place middle = place_turned(place_at((a.x + b.x) / 2, (a.y + b.y) / 2), -30);
    const double plank[] = {-17, -3.2, 17, -3.8, 17.4, 3, -16.6, 3.6};
    pen_polygon(pen, middle, plank, 4);
    wood(pen, COLOUR_PLANK);
    pen_move(pen, place_spot(middle, -11, -0.4));
    pen_line(pen, place_spot(middle, 6, -0.6));
    pen_paint(pen, (struct paint){COLOUR_NONE, COLOUR_KRAFT, 1, 1});
}

void prop_mallet(struct pen *pen, const struct rig *rig)
{
    static const double shaft[] = {-1.6, 5, -1.4, -15, 1.4, -15, 1.6, 5};
    static const double head[] = {-8, -13, -8, -22, 8, -22, 8, -13};
    static const double face[] = {5, -13, 5, -22, 8, -22, 8, -13};
    const struct spot from = rig->shoulders[NEAR];
    const struct spot hand = rig->hands[NEAR];
    /* Held across the arm, the head forwards. */
    const double degrees = 180 - spot_direction(from, hand) - 40;
    const struct place grip = place_turned(place_at(hand.x, hand.y), degrees);
    pen_polygon(pen, grip, shaft, 4);
    wood(pen, COLOUR_KRAFT);
    pen_polygon(pen, grip, head, 4);
    pen_paint_edged(pen, (struct paint){COLOUR_PLANK, COLOUR_INK, 2, 1}, COLOUR_PAGE, 2);
    pen_polygon(pen, grip, face, 4);
    pen_paint(pen, (struct paint){COLOUR_KRAFT, COLOUR_NONE, 0, 1});
}

/* The bridge, seen from the middle of the cell's floor: four planks up the diagonal, on a bracket whose lower
 * edge is one curve. When all planks are laid it looks as assets/pictures/bridge.svg. */
enum { PLANKS = 4 };

static const struct spot BRACKET_FOOT = {-48.4, 9.4};
static const struct spot BRACKET_EDGE[4] = {{-39.8, 35.9}, {-18.8, -15.6}, {17.2, -45.3}, {42.2, -79.7}};

static struct spot spot_mix(struct spot from, struct spot to, double share)
{
    return (struct spot){puppet_mix(from.x, to.x, share), puppet_mix(from.y, to.y, share)};
}

/* Of the curve only a share, from its lower end on (de Casteljau). */
static void bracket_outline(struct pen *pen, double share, struct place place)
{
    const struct spot *edge = BRACKET_EDGE;
    const struct spot a = spot_mix(edge[0], edge[1], share);
    const struct spot middle = spot_mix(edge[1], edge[2], share);
    const struct spot b = spot_mix(a, middle, share);
    const struct spot end = spot_mix(b, spot_mix(middle, spot_mix(edge[2], edge[3], share), share), share);
    const double top = puppet_mix(BRACKET_FOOT.y, edge[3].y, puppet_ramp(BRACKET_FOOT.x, edge[3].x, end.x));
    pen_move(pen, place_spot(place, BRACKET_FOOT.x, BRACKET_FOOT.y));
    pen_line(pen, place_spot(place, end.x, top));
    pen_line(pen, place_spot(place, end.x, end.y));
    pen_curve(pen, place_spot(place, b.x, b.y), place_spot(place, a.x, a.y),
              place_spot(place, edge[0].x, edge[0].y));
    pen_line(pen, place_spot(place, BRACKET_FOOT.x, 39));
    pen_shut(pen);
}

static void bracket(struct pen *pen, int planks)
{
    static const double struts[5][4] = {{-43, 9.4, -43, 29.7},
                                        {-34.4, 1.6, -32.8, 15.6},
                                        {-25, -7.8, -21.9, 1.6},
                                        {-14.8, -18, -10.9, -11.7},
                                        {-4.7, -28.1, 0, -24.2}};
    const double share = (double)planks / PLANKS;
    bracket_outline(pen, share, place_at(4.7, 4.7));
    pen_paint(pen, (struct paint){COLOUR_INK, COLOUR_NONE, 0, 0.18});
    bracket_outline(pen, share, place_at(0, 0));
    pen_paint(pen, (struct paint){COLOUR_KRAFT_MIDDLE, COLOUR_INK, 2, 1});
    for (int i = 0; i < 1 + planks; i++) {
        pen_move(pen, (struct spot){struts[i][0], struts[i][1]});
        pen_line(pen, (struct spot){struts[i][2], struts[i][3]});
    }
    pen_paint(pen, (struct paint){COLOUR_NONE, COLOUR_KRAFT_DARK, 2.3, 1});
}

static void plank(struct pen *pen, int place, double above)
{
    const double x = -50 + 25 * place;
    const double y = -25 * place - above;
    const double board[] = {0.7, -0.7, 24.3, -24.3, 25, -12.6, 1.4, 11};
    const double grain[] = {5.5, -0.8, 17, -12.4};
    const struct place at = place_at(x, y);
    pen_polygon(pen, at, board, 4);
    pen_paint(pen, (struct paint){place % 2 ? COLOUR_PLANK_DARK : COLOUR_PLANK, COLOUR_INK, 2, 1});
    pen_move(pen, place_spot(at, grain[0], grain[1]));
    pen_line(pen, place_spot(at, grain[2], grain[3]));
    pen_paint(pen, (struct paint){COLOUR_NONE, COLOUR_KRAFT, 1.2, 1});
    pen_oval(pen, at, 4, 1.2, 1.3, 1.3);
    pen_oval(pen, at, 20.5, -15.4, 1.3, 1.3);
    pen_paint(pen, (struct paint){COLOUR_INK, COLOUR_NONE, 0, 1});
}

void prop_planks(struct pen *pen, int step)
{
    const int laid = (step + 1) / 2; /* and every other step one is on its way */
    if (laid > 0) {
        bracket(pen, laid);
    }
    for (int i = 0; i < laid; i++) {
        plank(pen, i, 0);
    }
    if (step % 2 == 0) {
        plank(pen, laid, 5);
    }
}
