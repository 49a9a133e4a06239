/* The rabbot: a tin toy, all corners, with one lamp for an eye, flags on rods for ears and a key on its back
 * that turns while it acts. It shares every pose with the rabbit. */
#include "scene/puppet_colours.h"
#include "scene/puppet_rig.h"

#include <math.h>

static const double LINE = 2.8;
static const double THIN_LINE = 1.8;
static const double ROD = 2.4; /* how thick the ears' rods are */
static const double EDGE = 2.2;
static const double SHADE = 0.16;

struct rabbot_pen {
    struct pen *pen;
    double aside;
    int32_t ink, tin, far_tin, dark_tin, light_tin, card, dark_card, edge, lamp;
};

static struct rabbot_pen rabbot_pen_of(struct pen *pen, const struct coat *coat, double aside)
{
    return (struct rabbot_pen){
        .pen = pen,
        .aside = aside,
        .ink = (int32_t)puppet_coat_colour(coat, COLOUR_INK),
        .tin = (int32_t)puppet_coat_colour(coat, COLOUR_RABBOT),
        .dark_tin = (int32_t)puppet_coat_colour(coat, COLOUR_RABBOT_DARK),
        .far_tin =
            (int32_t)puppet_coat_colour(coat, puppet_mix_colours(COLOUR_RABBOT, COLOUR_RABBOT_DARK, aside)),
        .light_tin = (int32_t)puppet_coat_colour(coat, COLOUR_RABBOT_LIGHT),
        .card = (int32_t)puppet_coat_colour(coat, COLOUR_CARD),
        .dark_card = (int32_t)puppet_coat_colour(coat, COLOUR_CARD_DARK),
        .edge = coat->is_glowing ? COLOUR_FIRE : (int32_t)puppet_coat_colour(coat, COLOUR_PAGE),
        .lamp = (int32_t)puppet_coat_colour(coat, COLOUR_FIRE_LIGHT),
    };
}

static void piece(struct rabbot_pen *r, int32_t fill, double line)
{
    pen_paint_edged(r->pen, (struct paint){fill, r->ink, line, 1}, r->edge, EDGE);
}

static void piece_with_shadow(struct rabbot_pen *r, int32_t fill, double line)
{
    r->pen->shade = SHADE;
    piece(r, fill, line);
    r->pen->shade = 0;
}

static void far_piece(struct rabbot_pen *r, int32_t fill)
{
    pen_paint(r->pen, (struct paint){fill, r->ink, LINE, 1});
}

static void patch(struct rabbot_pen *r, int32_t fill)
{
    pen_paint(r->pen, (struct paint){fill, COLOUR_NONE, 0, 1});
}

/* A thin rod with a tin flag on its hinge: where the rabbit is broad the rabbot is not, so that even a shadow
 * tells them apart. */
static void ear(struct rabbot_pen *r, struct place root, double bend, int side)
{
    static const double flag[] = {-5.6, 2, -6.6, -12, -1.5, -16.5, 6.6, -14, 5.6, 2};
    static const double slot[] = {-2, -2, -2.4, -9.5, 2.4, -9.5, 2, -2};
    const struct place hinge = place_turned(place_moved(root, 0, -14), -bend * 0.8);
    pen_move(r->pen, place_spot(root, 0, 6));
    pen_line(r->pen, place_spot(hinge, 0, -2));
    pen_paint(r->pen, (struct paint){COLOUR_NONE, r->ink, ROD + 2.6, 1});
    pen_move(r->pen, place_spot(root, 0, 6));
    pen_line(r->pen, place_spot(hinge, 0, -2));
    pen_paint(r->pen, (struct paint){COLOUR_NONE, side == NEAR ? r->card : r->dark_card, ROD, 1});
    pen_polygon(r->pen, hinge, flag, 5);
    if (side == NEAR) {
        piece(r, r->tin, LINE);
    } else {
        far_piece(r, r->far_tin);
    }
    pen_polygon(r->pen, hinge, slot, 4);
    patch(r, r->dark_tin);
}

static void leg(struct rabbot_pen *r, const struct rig *rig, int side)
{
    static const double boot[] = {-7, 0, -7, -6, -2, -8.5, 7, -8.5, 13, -4.5, 13, 0};
    static const double sole[] = {-6, -0.8, -6, -2.6, 12, -2.6, 12, -0.8};
    pen_limb(r->pen, rig->hips[side], 4, rig->ankles[side], 3);
    if (side == FAR) {
        far_piece(r, r->dark_card);
        pen_polygon(r->pen, rig->feet[side], boot, 6);
        far_piece(r, r->far_tin);
        return;
    }
    piece(r, r->card, THIN_LINE);
    pen_polygon(r->pen, rig->feet[side], boot, 6);
    piece_with_shadow(r, r->tin, LINE);
    pen_polygon(r->pen, rig->feet[side], sole, 4);
    patch(r, r->dark_tin);
}

/* A rod with a cuff and two jaws. */
static void arm(struct rabbot_pen *r, const struct rig *rig, int side)
{
    static const double jaws[] = {-4.6, -1,  -5.4, 4, -2.6, 7.5, -1.5, 5, -2,  2.4,
                                  2,    2.4, 1.5,  5, 2.6,  7.5, 5.4,  4, 4.6, -1};
    const struct spot from = rig->shoulders[side];
    const struct spot to = rig->hands[side];
    const double degrees = -spot_direction(from, to);
    pen_limb(r->pen, from, 3.2, to, 2.6);
    if (side == NEAR) {
        piece(r, r->card, THIN_LINE);
    } else {
        far_piece(r, r->dark_card);
    }
    pen_polygon(r->pen, place_turned(place_at(to.x, to.y), degrees), jaws, 10);
    if (side == NEAR) {
        piece(r, r->tin, THIN_LINE);
        pen_dot(r->pen, from, 4.9, r->ink);
        pen_dot(r->pen, from, 3.1, r->tin);
        pen_dot(r->pen, from, 1.3, r->ink);
    } else {
        pen_paint(r->pen, (struct paint){r->far_tin, r->ink, THIN_LINE, 1});
    }
}

/* Half a turn in a clip: then it looks as it did before. */
static void key(struct rabbot_pen *r, const struct rig *rig, double share)
{
    const struct spot from = place_spot(rig->body, -10 * r->aside, -13);
    const struct spot to = place_spot(rig->body, -21 * r->aside, -15);
    const double wide = fabs(puppet_cosine(180 * share));
    struct place grip = place_at(to.x, to.y);
    pen_limb(r->pen, from, 1.8, to, 1.8);
    far_piece(r, r->dark_card);
    grip = place_scaled(grip, 1, puppet_mix(0.25, 1, wide));
    pen_oval(r->pen, grip, 0, -7.6, 5.4, 7.6);
    pen_oval(r->pen, grip, 0, 7.6, 5.4, 7.6);
    far_piece(r, r->card);
    if (wide > 0.4) {
        pen_dot(r->pen, place_spot(grip, 0, -7.6), 2.2, r->ink);
        pen_dot(r->pen, place_spot(grip, 0, 7.6), 2.2, r->ink);
    }
}

static void body(struct rabbot_pen *r, const struct rig *rig)
{
    static const double box[] = {-10, -29, 10, -29, 15, -4, 12, 6, -12, 6, -15, -4};
    static const double skirt[] = {-13.4, -4, 13.4, -4, 11.2, 4.8, -11.2, 4.8};
    static const double shine[] = {-8.6, -27, -5, -27, -8, -6, -12, -6};
    static const double rivets[] = {-9, 0.5, -3, 0.5, 3, 0.5, 9, 0.5};
    static const double gauge[] = {0, -3, 4, -8};
    pen_polygon(r->pen, rig->body, box, 6);
    piece_with_shadow(r, r->tin, LINE);
    pen_polygon(r->pen, rig->body, skirt, 4);
    patch(r, r->dark_tin);
    pen_polygon(r->pen, rig->body, shine, 4);
    patch(r, r->light_tin);
    for (int i = 0; i < 4; i++) {
        pen_dot(r->pen, place_spot(rig->body, rivets[2 * i], rivets[2 * i + 1]), 1.1, r->light_tin);
    }
    const struct place panel = place_moved(rig->body, 3.5 * r->aside, -15);
    pen_dot(r->pen, place_spot(panel, 0, 0), 6.4, r->ink);
    pen_dot(r->pen, place_spot(panel, 0, 0), 4.6, r->edge);
    pen_move(r->pen, place_spot(panel, gauge[0], gauge[1] + 3));
    pen_line(r->pen, place_spot(panel, gauge[2] - 2, gauge[3] + 5));
    pen_paint(r->pen, (struct paint){COLOUR_NONE, r->ink, 1.4, 1});
}

static void lamp(struct rabbot_pen *r, struct place head, double open)
{
    const struct place lens = place_moved(head, 8 * r->aside, -3);
    const double across = puppet_mix(7, 6.2, r->aside);
    pen_oval(r->pen, lens, 0, 0, across + 1.6, 8.2);
    pen_paint(r->pen, (struct paint){r->card, r->ink, THIN_LINE, 1});
    pen_oval(r->pen, lens, 0, 0, across - 1, 5.6);
    const int32_t glass = open < 30 ? r->dark_card : r->lamp;
    pen_paint(r->pen, (struct paint){glass, r->ink, 1, 1});
    if (open < -50) {
        pen_move(r->pen, place_spot(lens, -3, -3));
        pen_line(r->pen, place_spot(lens, 3, 3));
        pen_move(r->pen, place_spot(lens, -3, 3));
        pen_line(r->pen, place_spot(lens, 3, -3));
        pen_paint(r->pen, (struct paint){COLOUR_NONE, r->edge, 1.6, 1});
    } else if (open >= 30) {
        pen_oval(r->pen, lens, 1.6, 0.6, 2.2, 2.6);
        patch(r, r->ink);
        pen_dot(r->pen, place_spot(lens, -1.6, -2.2), 1.3, r->edge);
    }
    if (open < 90) { /* a lid of tin comes down over the glass */
        const double low = -8 + 8 * (1 - (open < 0 ? 0 : open) / 100);
        const double lid[] = {-across - 1.4, low, -across - 0.6, -6, 0, -9,
                              across + 0.6,  -6,  across + 1.4,  low};
        pen_polygon(r->pen, lens, lid, 5);
        pen_paint(r->pen, (struct paint){r->tin, r->ink, 1.4, 1});
    }
}

static void face(struct rabbot_pen *r, struct place head, double open)
{
    static const double can[] = {-15, -9, -11, -15, 11, -15, 16, -9, 16, 8, 12, 13, -12, 13, -15, 8};
    static const double jaw[] = {-13.6, 6, 14.6, 6, 14.6, 7.5, 11.4, 11.6, -11.4, 11.6, -13.6, 7.5};
    static const double shine[] = {-12.6, -8, -10, -12.6, -6, -12.6, -9, -8};
    pen_polygon(r->pen, head, can, 8);
    piece_with_shadow(r, r->tin, LINE);
    pen_polygon(r->pen, head, jaw, 6);
    patch(r, r->dark_tin);
    pen_polygon(r->pen, head, shine, 4);
    patch(r, r->light_tin);
    for (int i = -1; i <= 1; i++) { /* teeth */
        const double x = 6 * r->aside + 4 * i;
        pen_move(r->pen, place_spot(head, x, 6.4));
        pen_line(r->pen, place_spot(head, x, 10.6));
    }
    pen_paint(r->pen, (struct paint){COLOUR_NONE, r->light_tin, 1.4, 1});
    lamp(r, head, open);
}

void puppet_draw_rabbot(struct pen *pen, const struct act *act, const struct coat *coat)
{
    const struct rig rig = puppet_rig_of(act);
    struct rabbot_pen r = rabbot_pen_of(pen, coat, act->pose.look / 100);
    const bool is_front = r.aside < 0.5;
    arm(&r, &rig, FAR);
    ear(&r, rig.ears[FAR], act->pose.ears[FAR].bend, FAR);
    leg(&r, &rig, FAR);
    key(&r, &rig, act->share);
    if (is_front) {
        leg(&r, &rig, NEAR);
        arm(&r, &rig, NEAR);
    } else {
        leg(&r, &rig, NEAR);
    }
    body(&r, &rig);
    ear(&r, rig.ears[NEAR], act->pose.ears[NEAR].bend, NEAR);
    const bool is_raised = fabs(act->pose.arms[NEAR].angle) > 100; /* then it must not cross the face */
    if (!is_front && is_raised) {
        arm(&r, &rig, NEAR);
    }
    face(&r, rig.head, act->pose.eye);
    if (!is_front && !is_raised) {
        arm(&r, &rig, NEAR);
    }
}
