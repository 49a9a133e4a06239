#include "frame/verdict.h"
#include "support/test.h"

#include <math.h>
#include <string.h>

static const struct verdict_rule RULE = {.margin = 0.01, .alpha = 0.05, .claims = 1};

/* `count` effects spread evenly over [low, high]. */
static struct effects spread(int count, double low, double high)
{
    struct effects effects = {0};
    for (int i = 0; i < count; i++) {
        effects_add(&effects, low + (high - low) * i / (count - 1));
    }
    return effects;
}

static void expect_words(int count, double low, double high, const char *words)
{
    struct effects effects = spread(count, low, high);
    struct judgement judgement = verdict_judge(&effects, RULE);
    char line[80];
    verdict_words(&judgement, RULE.margin, line, sizeof line);
    assert_string_equal(line, words);
    effects_free(&effects);
}

static void interval_around_zero_inside_the_margin_is_equivalent(void **state)
{
    (void)state;
    expect_words(40, -0.006, 0.006, "EQUIVALENT within 1%");
}

static void interval_beyond_the_margin_is_material(void **state)
{
    (void)state;
    expect_words(40, 0.02, 0.03, "DIFFERENT slower material");
    expect_words(40, -0.03, -0.02, "DIFFERENT faster material");
}

static void small_but_sure_difference_is_immaterial(void **state)
{
    (void)state;
    expect_words(40, 0.002, 0.008, "DIFFERENT slower immaterial");
}

static void difference_is_immaterial_until_more_than_the_margin_is_proved(void **state)
{
    (void)state;
    expect_words(40, 0.002, 0.02, "DIFFERENT slower immaterial");
    struct effects effects = spread(40, 0.002, 0.02);
    assert_int_equal(verdict_judge(&effects, RULE).material, MATERIAL_OPEN);
    effects_free(&effects);
}

static void wide_interval_is_undecided(void **state)
{
    (void)state;
    expect_words(40, -0.05, 0.05, "UNDECIDED");
}

static void too_few_quads_are_undecided_however_clear_they_look(void **state)
{
    (void)state;
    expect_words(11, 0.5, 0.6, "UNDECIDED");
    expect_words(12, 0.5, 0.6, "DIFFERENT slower material");
}

static void margin_is_one_in_both_directions_of_the_ratio(void **state)
{
    (void)state;
    double delta = log(1.01);
    expect_words(30, -delta * 0.999, delta * 0.999, "EQUIVALENT within 1%");
    struct effects effects = spread(12, -delta * 1.001, delta * 0.999);
    assert_int_equal(verdict_judge(&effects, RULE).verdict, VERDICT_UNDECIDED);
    effects_free(&effects);
}

static void many_claims_ask_for_more_evidence(void **state)
{
    (void)state;
    struct effects effects = spread(14, 0.5, 0.6);
    struct verdict_rule rule = RULE;
    assert_int_equal(verdict_judge(&effects, rule).verdict, VERDICT_DIFFERENT);
    rule.claims = 100;
    struct judgement judgement = verdict_judge(&effects, rule);
    assert_int_equal(judgement.verdict, VERDICT_UNDECIDED);
    assert_false(verdict_is_final(&judgement));
    effects_free(&effects);
}

static void difference_refused_by_the_family_can_still_be_equivalent(void **state)
{
    (void)state;
    struct effects effects = spread(40, 0.002, 0.008);
    struct verdict_proof proof = {.is_different = true};
    assert_int_equal(verdict_judge_given(&effects, RULE, proof).verdict, VERDICT_DIFFERENT);
    proof.is_different = false;
    assert_int_equal(verdict_judge_given(&effects, RULE, proof).verdict, VERDICT_EQUIVALENT);
    effects_free(&effects);
}

/* One quad of 24 lies inside the margin, none beyond zero. */
static void many_claims_ask_for_more_evidence_of_the_size_too(void **state)
{
    (void)state;
    struct effects effects = spread(24, 0.008, 0.2);
    struct verdict_rule rule = RULE;
    assert_int_equal(verdict_judge(&effects, rule).material, MATERIAL_YES);
    rule.claims = 400;
    struct judgement judgement = verdict_judge(&effects, rule);
    assert_int_equal(judgement.verdict, VERDICT_DIFFERENT);
    assert_int_equal(judgement.material, MATERIAL_OPEN);
    assert_false(verdict_is_final(&judgement));
    effects_free(&effects);
}

static void no_quads_are_undecided(void **state)
{
    (void)state;
    struct effects effects = {0};
    struct judgement judgement = verdict_judge(&effects, RULE);
    assert_int_equal(judgement.verdict, VERDICT_UNDECIDED);
    assert_int_equal(judgement.quads, 0);
    assert_false(judgement.has_interval);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(interval_around_zero_inside_the_margin_is_equivalent),
        cmocka_unit_test(interval_beyond_the_margin_is_material),
        cmocka_unit_test(small_but_sure_difference_is_immaterial),
        cmocka_unit_test(difference_is_immaterial_until_more_than_the_margin_is_proved),
        cmocka_unit_test(wide_interval_is_undecided),
        cmocka_unit_test(too_few_quads_are_undecided_however_clear_they_look),
        cmocka_unit_test(margin_is_one_in_both_directions_of_the_ratio),
        cmocka_unit_test(many_claims_ask_for_more_evidence),
        cmocka_unit_test(difference_refused_by_the_family_can_still_be_equivalent),
        cmocka_unit_test(many_claims_ask_for_more_evidence_of_the_size_too),
        cmocka_unit_test(no_quads_are_undecided),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
