/* The rabbit: pieces of white paper, each with an ink line a little inside its cut edge, held together by
 * round fasteners at shoulder and hip. Two long ears do the acting. */
#include "scene/puppet_colours.h"
#include "scene/puppet_rig.h"

#include <math.h>

static const double LINE = PEN_OUTLINE;
static const double THIN_LINE = 1.9; /* of the limbs in front of the body: small pictures stay clear */
static const double EDGE = 2.4; /* how much wider the line in paper colour is: half of it shows as the edge */
static const double SHADE = 0.16;

struct rabbit_pen {
    struct pen *pen;
    double aside;
    int32_t ink, edge, paper, far_paper, shade, blush, far_blush, brass;
};

static struct rabbit_pen rabbit_pen_of(struct pen *pen, const struct coat *coat, double aside)
{
    return (struct rabbit_pen){
        .pen = pen,
        .aside = aside,
        .ink = (int32_t)puppet_coat_colour(coat, COLOUR_INK),
        .edge = coat->is_glowing ? COLOUR_FIRE : (int32_t)puppet_coat_colour(coat, COLOUR_RABBIT),
        .paper = (int32_t)puppet_coat_colour(coat, COLOUR_RABBIT),
        .far_paper =
            (int32_t)puppet_coat_colour(coat, puppet_mix_colours(COLOUR_RABBIT, COLOUR_RABBIT_SHADE, aside)),
        .shade = (int32_t)puppet_coat_colour(coat, COLOUR_RABBIT_SHADE),
        .blush = (int32_t)puppet_coat_colour(coat, COLOUR_BLUSH),
        .far_blush =
            (int32_t)puppet_coat_colour(coat, puppet_mix_colours(COLOUR_BLUSH, COLOUR_BLUSH_SHADE, aside)),
        .brass = (int32_t)puppet_coat_colour(coat, COLOUR_KRAFT),
    };
}

/* Paints what the pen has cut as a piece of paper: one that lies on others, with or without a shadow on them,
 * or one that is behind them. */
static void piece(struct rabbit_pen *r, double line)
{
    pen_paint_edged(r->pen, (struct paint){r->paper, r->ink, line, 1}, r->edge, EDGE);
}

static void piece_with_shadow(struct rabbit_pen *r, double line)
{
    r->pen->shade = SHADE;
    piece(r, line);
    r->pen->shade = 0;
}

static void far_piece(struct rabbit_pen *r)
{
    pen_paint(r->pen, (struct paint){r->far_paper, r->ink, LINE, 1});
}

/* Paints it as something drawn or glued onto a piece. */
static void patch(struct rabbit_pen *r, int32_t fill)
{
    pen_paint(r->pen, (struct paint){fill, COLOUR_NONE, 0, 1});
}

static void stroke(struct rabbit_pen *r, double width)
{
    pen_paint(r->pen, (struct paint){COLOUR_NONE, r->ink, width, 1});
}

static void fastener(struct rabbit_pen *r, struct spot at)
{
    pen_dot(r->pen, at, 1.9, r->ink);
    pen_dot(r->pen, at, 1.1, r->brass);
}

/* An ear is a leaf whose middle line bends backwards. */
static void ear(struct rabbit_pen *r, struct place root, double bend, int side)
{
    const double length = 31;
    const double w = 5.8;
    const struct place middle = place_turned(place_moved(root, 0, -length * 0.5), -bend);
    const struct place tip = place_moved(middle, 0, -length * 0.5);
    struct pen *pen = r->pen;
    pen_move(pen, place_spot(root, -w * 0.6, 5));
    pen_curve(pen, place_spot(root, -w * 1.05, -length * 0.3), place_spot(middle, -w * 1.3, length * 0.1),
              place_spot(middle, -w, -length * 0.2));
    pen_curve(pen, place_spot(tip, -w * 0.8, length * 0.14), place_spot(tip, -w * 0.35, 0.5),
              place_spot(tip, 0, 0));
    pen_curve(pen, place_spot(tip, w * 0.5, 1.5), place_spot(tip, w * 0.85, length * 0.15),
              place_spot(middle, w, -length * 0.2));
    pen_curve(pen, place_spot(middle, w * 1.3, length * 0.1), place_spot(root, w * 1.05, -length * 0.3),
              place_spot(root, w * 0.6, 5));
    pen_shut(pen);
    if (side == NEAR) {
        piece(r, LINE);
    } else {
        far_piece(r);
    }

    const double v = w * 0.45;
    pen_move(pen, place_spot(root, -v * 0.5, -3));
    pen_curve(pen, place_spot(root, -v, -length * 0.3), place_spot(middle, -v * 1.4, 0),
              place_spot(tip, 0, length * 0.17));
    pen_curve(pen, place_spot(middle, v * 1.4, 0), place_spot(root, v, -length * 0.3),
              place_spot(root, v * 0.5, -3));
    pen_shut(pen);
    patch(r, side == NEAR ? r->blush : r->far_blush);
}

static void leg(struct rabbit_pen *r, const struct rig *rig, int side)
{
    static const double foot[] = {-7, -3, -7, -7, -2, -8, 3, -7.5, 8, -7,   13, -6, 13,
                                  -2, 13, 0,  9,  0,  2,  0, -4,   0, -6.5, 0,  -7, -3};
    pen_limb(r->pen, rig->hips[side], side == NEAR ? 7.5 : 6.5, rig->ankles[side], 4);
    if (side == FAR) {
        far_piece(r);
        pen_blob(r->pen, rig->feet[side], foot, 13);
        far_piece(r);
        return;
    }
    piece(r, THIN_LINE);
    pen_blob(r->pen, rig->feet[side], foot, 13);
    piece_with_shadow(r, LINE);
    if (r->aside > 0.5) {
        fastener(r, rig->hips[side]);
    }
}

static void arm(struct rabbit_pen *r, const struct rig *rig, int side)
{
    pen_limb(r->pen, rig->shoulders[side], 4, rig->hands[side], 5);
    if (side == FAR) {
        far_piece(r);
        return;
    }
    piece_with_shadow(r, THIN_LINE);
    if (r->aside > 0.5) {
        fastener(r, rig->shoulders[side]);
    }
}

static void body(struct rabbit_pen *r, const struct rig *rig)
{
    static const double pear[] = {0,   -29, 7, -29, 10, -23, 12.5, -14, 14.5, -7, 15,  7, 0,
                                  7.5, -15, 7, -15, -6, -13, -13,  -11, -22,  -7, -29, 0, -29};
    pen_blob(r->pen, rig->body, pear, 13);
    piece_with_shadow(r, LINE);
    const struct place belly = place_moved(rig->body, 4.5 * r->aside, -7.5);
    pen_oval(r->pen, belly, 0, 0, 7, 10.5);
    patch(r, r->shade);
}

static void tail(struct rabbit_pen *r, const struct rig *rig)
{
    const struct spot at = place_spot(rig->body, puppet_mix(0, -16, r->aside), -1);
    pen_oval(r->pen, place_at(at.x, at.y), 0, 0, 6.5, 6);
    far_piece(r);
}

static void eye(struct rabbit_pen *r, struct place head, double x, double y, double open)
{
    struct pen *pen = r->pen;
    if (open < -50) {
        pen_move(pen, place_spot(head, x - 2.2, y - 2.2));
        pen_line(pen, place_spot(head, x + 2.2, y + 2.2));
        pen_move(pen, place_spot(head, x - 2.2, y + 2.2));
        pen_line(pen, place_spot(head, x + 2.2, y - 2.2));
        stroke(r, 1.6);
    } else if (open < 30) {
        pen_move(pen, place_spot(head, x - 3, y + 0.8));
        pen_curve(pen, place_spot(head, x - 1.4, y - 2.2), place_spot(head, x + 1.4, y - 2.2),
                  place_spot(head, x + 3, y + 0.8));
        stroke(r, 1.6);
    } else {
        const double size = open / 100;
        pen_oval(pen, head, x, y, 2.6 * (0.6 + 0.4 * size), 3.7 * size);
        patch(r, r->ink);
        pen_dot(pen, place_spot(head, x + 0.8, y - 1.2 * size), 0.85, COLOUR_RABBIT);
    }
}

static void face(struct rabbit_pen *r, struct place head, double open)
{
    static const double skull[] = {0,    -15, 9,    -15, 15.5, -10, 17,  -1,  18.5, 8,    11,  13.5, 1,
                                   13.5, -9,  13.5, -17, 10,   -17, 0.5, -17, -8.5, -9.5, -15, 0,    -15};
    static const double jaw[] = {-15.4, 3,  -14, 10.5, -7,   12.4, 0,   12.4, 7,   12.4, 12, 10,    14.5,
                                 5.5,   10, 9,   4,    10.4, -3,   9.8, -9,   9.2, -13,  7,  -15.4, 3};
    struct pen *pen = r->pen;
    pen_blob(pen, head, skull, 13);
    piece_with_shadow(r, LINE);
    pen_blob(pen, head, jaw, 13);
    patch(r, r->shade);

    const double middle = 7.5 * r->aside;
    const double apart = puppet_mix(6.5, 4.4, r->aside);
    pen_oval(pen, head, middle - apart - 4, 4.5, 3.2, 2);
    if (r->aside < 0.6) {
        pen_oval(pen, head, middle + apart + 4, 4.5, 3.2, 2);
    }
    patch(r, r->blush);
    eye(r, head, middle - apart, -1.5, open);
    eye(r, head, middle + apart, -1.5, open);

    const double nose = middle + 1.5 * r->aside;
    pen_move(pen, place_spot(head, nose, 5));
    pen_curve(pen, place_spot(head, nose, 7), place_spot(head, nose - 1.5, 7.6),
              place_spot(head, nose - 3, 6.8));
    pen_move(pen, place_spot(head, nose, 5));
    pen_curve(pen, place_spot(head, nose, 7), place_spot(head, nose + 1.5, 7.6),
              place_spot(head, nose + 3, 6.8));
    for (int i = 0; i < 2; i++) { /* whiskers */
        pen_move(pen, place_spot(head, middle - apart - 3.5, 6.6 + 2 * i));
        pen_line(pen, place_spot(head, middle - apart - 11, 5.8 + 3.6 * i));
    }
    stroke(r, 0.9);
    pen_oval(pen, head, nose, 3.6, 2, 1.5);
    patch(r, r->ink);
}

void puppet_draw_rabbit(struct pen *pen, const struct act *act, const struct coat *coat)
{
    const struct rig rig = puppet_rig_of(act);
    struct rabbit_pen r = rabbit_pen_of(pen, coat, act->pose.look / 100);
    const bool is_front = r.aside < 0.5; /* then both arms and both legs begin behind the body */
    arm(&r, &rig, FAR);
    ear(&r, rig.ears[FAR], act->pose.ears[FAR].bend, FAR);
    leg(&r, &rig, FAR);
    tail(&r, &rig);
    if (is_front) {
        leg(&r, &rig, NEAR);
        arm(&r, &rig, NEAR);
    }
    body(&r, &rig);
    if (!is_front) {
        leg(&r, &rig, NEAR);
    }
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
