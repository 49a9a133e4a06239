#include "base/file.h"
#include "base/memory.h"
#include "bench/answers.h"
#include "bench/crossovers.h"
#include "bench/html.h"
#include "bench/plot.h"
#include "bench/report.h"
#include "support/test.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct result result;
static char folder[] = P_tmpdir "/warren-report-XXXXXX";

static struct comparison *add(int zoom_px, double effect, double spread, const char *driver)
{
    struct comparison *comparison = result_add_comparison(&result);
    snprintf(comparison->hint, sizeof comparison->hint, "scale-quality");
    snprintf(comparison->driver, sizeof comparison->driver, "%s", driver);
    snprintf(comparison->path, sizeof comparison->path, "copy");
    snprintf(comparison->level, sizeof comparison->level, "<small & fine>");
    snprintf(comparison->camera, sizeof comparison->camera, "still");
    snprintf(comparison->arms[0].setting, sizeof comparison->arms[0].setting, "nearest");
    snprintf(comparison->arms[1].setting, sizeof comparison->arms[1].setting, "linear");
    comparison->zoom_px = zoom_px;
    comparison->is_read = true;
    comparison->has_picture = true;
    comparison->picture = (struct picture_difference){.psnr_db = HUGE_VAL, .ssim_mean = 1, .ssim_worst = 1};
    comparison->quads = 40;
    comparison->effects = memory_get_array(40, sizeof *comparison->effects);
    for (int i = 0; i < 40; i++) {
        comparison->effects[i] = effect + spread * (i / 19.5 - 1);
    }
    for (int arm = 0; arm < 2; arm++) {
        comparison->arms[arm].frames = 240;
        comparison->arms[arm].median_ms = comparison->arms[arm].median_low_ms = 2;
        comparison->arms[arm].median_high_ms = 2.1;
        comparison->arms[arm].has_exact = true;
        comparison->arms[arm].exact_psnr_db = 30 + arm;
    }
    return comparison;
}

static int make_result(void **state)
{
    (void)state;
    result =
        (struct result){.width_px = 640, .height_px = 480, .margin = 0.01, .alpha = 0.05, .planned_count = 4};
    return 0;
}

static int drop_result(void **state)
{
    (void)state;
    result_free(&result);
    return 0;
}

static void expect_sentence(const char *part)
{
    struct groups groups;
    struct text out = {0};
    result_judge(&result);
    groups_make(&result, &groups);
    answers_sentence(&groups.groups[0], result.margin, &out);
    groups_free(&groups);
    if (strstr(out.bytes, part) == NULL) {
        fail_msg("'%s' is not in '%s'", part, out.bytes);
    }
    text_free(&out);
}

static void pointless_hint_is_said_to_make_no_difference(void **state)
{
    (void)state;
    add(32, 0, 0.004, "software");
    add(64, 0, 0.004, "software");
    expect_sentence("<b class=equal>makes no difference</b>");
    expect_sentence("nothing that is drawn here depends on it");
    result.comparisons[0].is_read = false;
    result.comparisons[1].is_read = false;
    expect_sentence("never looks at this setting");
}

static void sentence_names_the_worst_place(void **state)
{
    (void)state;
    add(32, 0, 0.004, "software");
    add(48, 0.3, 0.004, "software")->picture.class = PICTURE_VISIBLE;
    add(64, 0.7, 0.004, "opengl")->picture.class = PICTURE_VISIBLE;
    add(96, 0, 0.5, "opengl")->picture.class = PICTURE_VISIBLE;
    expect_sentence("costs more</b> in 2 of 4 cases (up to <b>+101.4%</b> at 64 px with opengl)");
    expect_sentence("costs the same</b> within 1&nbsp;% in 1 of 4 cases");
    expect_sentence("undecided</b> in 1 of 4 cases");
    expect_sentence("changes visibly in 3 of 4 cases");
}

static void groups_tell_settings_apart_and_count_zooms_once(void **state)
{
    (void)state;
    add(64, 0, 0.004, "software");
    add(32, 0, 0.004, "software");
    add(32, 0, 0.004, "opengl");
    snprintf(add(32, 0, 0.004, "opengl")->arms[1].setting, COMPARISON_WORD_MAX, "best");
    result_judge(&result);
    struct groups groups;
    groups_make(&result, &groups);
    assert_int_equal(groups.count, 2);
    assert_int_equal(groups.groups[0].count, 3);
    assert_int_equal(groups.groups[0].zoom_count, 2);
    assert_int_equal(groups.groups[0].zooms_px[0], 32);
    assert_int_equal(groups.groups[0].driver_count, 2);
    groups_free(&groups);
}

static void no_question_is_left_out_however_many_there_are(void **state)
{
    (void)state;
    for (int i = 0; i < 100; i++) {
        snprintf(add(64, 0, 0.004, "software")->hint, COMPARISON_WORD_MAX, "hint-%d", i);
    }
    result_judge(&result);
    struct groups groups;
    groups_make(&result, &groups);
    assert_int_equal(groups.count, 100);
    assert_string_equal(groups.groups[99].first->hint, "hint-99");
    groups_free(&groups);
}

static void order_that_flips_is_found_between_decided_zooms(void **state)
{
    (void)state;
    add(64, 0.3, 0.004, "software");
    add(16, -0.3, 0.004, "software");
    add(32, 0, 0.004, "software"); /* equal: not an end */
    add(128, 0.4, 0.004, "software");
    add(16, 0.3, 0.004, "opengl");
    add(64, 0.3, 0.004, "opengl");
    result_judge(&result);
    struct groups groups;
    struct crossover found[4];
    groups_make(&result, &groups);
    assert_int_equal(crossovers_find(&result, &groups.groups[0], found, 4), 1);
    assert_int_equal(found[0].from->zoom_px, 16);
    assert_int_equal(found[0].to->zoom_px, 64);
    assert_string_equal(found[0].from->driver, "software");
    groups_free(&groups);
}

static void text_of_others_is_escaped(void **state)
{
    (void)state;
    struct text out = {0};
    html_escape(&out, "<a href=\"x\">&</a>");
    assert_string_equal(out.bytes, "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
    text_free(&out);
    struct text script = {0};
    plot_quote(&script, "it's\n`rm`");
    assert_string_equal(script.bytes, "'it''s `rm`'");
    text_free(&script);
}

static void write_and_read(struct text *page)
{
    char path[64];
    struct error error;
    snprintf(path, sizeof path, "%s/report.html", folder);
    assert_true(report_write(&result, folder, folder, &error));
    assert_true(file_read(path, 1 << 26, page, &error));
    unlink(path);
}

static void fill_page(void)
{
    add(32, 0, 0.004, "software");
    add(64, 0.7, 0.004, "software")->picture.class = PICTURE_VISIBLE;
    result_add_fact(&result, "machine", "processor", "Deep <Thought>", "");
    result_judge(&result);
}

static void page_is_whole_and_needs_no_network(void **state)
{
    (void)state;
    struct text page = {0};
    fill_page();
    write_and_read(&page);
    assert_non_null(strstr(page.bytes, "<!DOCTYPE html>"));
    assert_non_null(strstr(page.bytes, "</html>"));
    assert_non_null(strstr(page.bytes, "Deep &lt;Thought&gt;"));
    assert_null(strstr(page.bytes, "<small & fine>"));
    assert_null(strstr(page.bytes, "src=\"http"));
    assert_null(strstr(page.bytes, "<script"));
    assert_null(strstr(page.bytes, "<link"));
    assert_non_null(strstr(page.bytes, "prefers-color-scheme:dark"));
    text_free(&page);
}

static void plots_take_the_colour_of_the_page(void **state)
{
    (void)state;
    if (system("gnuplot --version > /dev/null 2>&1") != 0) {
        print_message("gnuplot is not there: no plots\n");
        skip();
    }
    struct text script = {0};
    struct text svg = {0};
    plot_begin(&script, 100);
    text_format(&script, "plot x lc rgb '%s'\n", plot_colours[2]);
    assert_true(plot_run(&script, &svg));
    assert_memory_equal(svg.bytes, "<svg", 4);
    assert_null(strstr(svg.bytes, "1,   2,   3"));
    assert_null(strstr(svg.bytes, " 10,  11,   3"));
    assert_non_null(strstr(svg.bytes, "currentColor"));
    assert_non_null(strstr(svg.bytes, "var(--series3)"));
    assert_null(strstr(svg.bytes, "color=\"black\""));
    text_add(&script, "plot nonsense(\n");
    assert_false(plot_run(&script, &svg));
    text_free(&script);
    text_free(&svg);
}

static void without_gnuplot_the_page_says_so(void **state)
{
    (void)state;
    struct text page = {0};
    char *path = memory_copy_text(getenv("PATH"));
    fill_page();
    setenv("PATH", "/nowhere", 1);
    write_and_read(&page);
    setenv("PATH", path, 1);
    assert_non_null(strstr(page.bytes, "Plots are missing"));
    assert_null(strstr(page.bytes, "<svg"));
    memory_free(path);
    text_free(&page);
}

static void expect_in_page(const char *part, bool is_there)
{
    struct text page = {0};
    result_judge(&result);
    write_and_read(&page);
    if ((strstr(page.bytes, part) != NULL) != is_there) {
        fail_msg("'%s' is %sin the page", part, is_there ? "not " : "");
    }
    text_free(&page);
}

static void facts_of_one_group_stand_together(void **state)
{
    (void)state;
    fill_page(); /* one of machine */
    result_add_fact(&result, "run", "command", "warren-bench", "");
    result_add_fact(&result, "machine", "memory", "plenty", "");
    struct text page = {0};
    write_and_read(&page);
    const char *first = strstr(page.bytes, "<summary>machine</summary>");
    assert_non_null(first);
    assert_null(strstr(first + 1, "<summary>machine</summary>"));
    assert_true(strstr(first, "plenty") < strstr(first, "<summary>run</summary>"));
    text_free(&page);
}

static void story_without_its_measurements_says_so(void **state)
{
    (void)state;
    add(64, 0.7, 0.004, "software");
    expect_in_page("This run did not measure it.", true);
    expect_in_page("cannot retell it with figures", true);
    expect_in_page("his measurement was right", false);
}

static void story_is_settled_by_proof_alone(void **state)
{
    (void)state;
    add(64, 0.7, 0.004, "software");
    struct comparison *prepared = add(64, 0, 0.004, "software");
    snprintf(prepared->path, sizeof prepared->path, "cached");
    expect_in_page("his measurement was right", true);
    expect_in_page("does not settle it", false);
    for (int i = 0; i < prepared->quads; i++) {
        prepared->effects[i] = 0.2 * (i / 19.5 - 1);
    }
    expect_in_page("his measurement was right", false);
    expect_in_page("does not settle it", true);
    expect_in_page("equal cost was proved in 0 of 1 comparisons only", true);
    for (int zoom_px = 96; zoom_px <= 128; zoom_px += 32) {
        struct comparison *another = add(zoom_px, 0, 0.004, "software");
        snprintf(another->path, sizeof another->path, "cached");
    }
    expect_in_page("as far as this run could decide it (2 of 3 ", true);
}

static void lead_counts_what_was_proved(void **state)
{
    (void)state;
    expect_in_page("nothing was compared", true);
    add(32, 0, 0.004, "software");
    expect_in_page("<b>Here they do not.</b>", true);
    add(64, 0, 0.5, "software");
    expect_in_page("<b>No difference was proved.</b>", true);
    add(96, -0.7, 0.004, "opengl");
    expect_in_page("<b>They can.</b> In 1 of 3 comparisons", true);
    expect_in_page("most by <b>-50.3%</b>", true);
    expect_in_page("1 stayed open", true);
}

static void setting_that_is_never_looked_at_is_not_said_to_be_timed(void **state)
{
    (void)state;
    add(64, 0, 0.5, "software")->is_read = false;
    expect_sentence("<b class=equal>makes no difference</b>: the library never looks");
    expect_in_page("In 1 more the library never looks at the setting.", true);
    expect_in_page("stayed open", false);
    expect_in_page("<td class=\"open\"", true);
    add(96, 0.7, 0.004, "software");
    expect_sentence("is <b class=equal>never looked at</b> by the library in 1 of 2 cases");
}

static void proven_difference_is_shown_before_a_larger_guess(void **state)
{
    (void)state;
    add(64, 0.05, 0.004, "software");
    struct comparison *guess = add(64, 0.09, 0.5, "software");
    snprintf(guess->level, sizeof guess->level, "other");
    expect_in_page("<span>+</span>5<span>%</span></td>", true);
}

static void what_is_invalid_is_told_as_such(void **state)
{
    (void)state;
    struct comparison *comparison = add(64, 0.7, 0.004, "software");
    comparison->is_same = true;
    snprintf(comparison->invalid, sizeof comparison->invalid, "broken");
    comparison = add(64, 0.7, 0.004, "software");
    snprintf(comparison->invalid, sizeof comparison->invalid, "broken");
    expect_in_page("0 stayed undecided, 1 could not be judged, and <b>0 raised a false alarm</b>", true);
    expect_in_page(">!</td>", true);
    expect_in_page("stayed open", false);
}

static void settings_that_were_not_read_back_are_counted(void **state)
{
    (void)state;
    fill_page();
    expect_in_page("read back from the library", false);
    result_add_fact(&result, "software", "batching", "on (read back)", "warren");
    result_add_fact(&result, "software", "line-method", "unset", "default");
    expect_in_page("Of 2 settings of the drivers 1 were read back", true);
}

static void story_is_about_linear_instead_of_nearest_only(void **state)
{
    (void)state;
    struct comparison *best = add(64, 0.7, 0.004, "software");
    snprintf(best->arms[0].setting, sizeof best->arms[0].setting, "best");
    expect_in_page("Linear instead of nearest", false);
    snprintf(add(64, 0.7, 0.004, "software")->camera, COMPARISON_WORD_MAX, "pan");
    expect_in_page("Linear instead of nearest", false);
    struct comparison *prepared = add(64, 0, 0.004, "software");
    snprintf(prepared->path, sizeof prepared->path, "cached");
    snprintf(prepared->common, sizeof prepared->common, "blend=auto");
    add(64, 0.7, 0.004, "software");
    expect_in_page("This run did not measure it.", true);
    snprintf(add(64, 0.7, 0.004, "software")->common, COMPARISON_COMMON_MAX, "%s", "");
    prepared = &result.comparisons[2];
    prepared->common[0] = '\0';
    expect_in_page("This run did not measure it.", false);
}

static void driver_is_escaped_and_a_turned_interval_does_no_harm(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct comparison *comparison = add(64 << i, i == 0 ? -0.7 : 0.7, 0.004, "<script>x");
        comparison->arms[1].median_low_ms = 5;
        comparison->arms[1].median_high_ms = 1;
        comparison->arms[0].median_low_ms = 5;
        comparison->arms[0].median_high_ms = 1;
    }
    add(64, 0.7, 0.004, "other");
    expect_in_page("<script", false);
}

/* A bar is the interval of one comparison, a claim has to hold together with all the others. */
static void bars_do_not_claim_what_verdicts_do_not(void **state)
{
    (void)state;
    fill_page();
    struct text page = {0};
    write_and_read(&page);
    assert_null(strstr(page.bytes, "not touch zero is a proven difference"));
    assert_non_null(strstr(page.bytes, "hold for each comparison alone"));
    text_free(&page);
}

static void costs_are_fitted_where_they_were_measured(void **state)
{
    (void)state;
    fill_page();
    expect_in_page("only the standard measurement does", true);
    result.cost.memcpy_ms = 0.1;
    result.cost.memset_ms = 0.05;
    for (int i = 0; i < 10; i++) {
        struct cost_point *point = cost_data_add(&result.cost);
        *point = (struct cost_point){.driver = "software", .path = "geometry"};
        point->width_px = i < 5 ? 640 : 320;
        point->height_px = i < 5 ? 480 : 240;
        point->pixels = point->width_px * point->height_px;
        point->sprites = point->pixels / (64 << 2 * (i % 5));
        point->ms = (20000 + 300 * point->sprites + 2 * point->pixels) / 1e6;
    }
    expect_in_page("only the standard measurement does", false);
    expect_in_page("<td>20 &micro;s<br>", true);
    expect_in_page("<td>300 ns<br>", true);
    expect_in_page("<td>2 ns<br>", true);
    expect_in_page("<td>2115 sprites of 12 px<br>", true); /* (20000 + 2 x 307200) / 300 */
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL;
}

static int drop_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

#define on_result(test) cmocka_unit_test_setup_teardown(test, make_result, drop_result)

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_result(pointless_hint_is_said_to_make_no_difference),
        on_result(sentence_names_the_worst_place),
        on_result(groups_tell_settings_apart_and_count_zooms_once),
        on_result(order_that_flips_is_found_between_decided_zooms),
        on_result(text_of_others_is_escaped),
        on_result(page_is_whole_and_needs_no_network),
        on_result(plots_take_the_colour_of_the_page),
        on_result(without_gnuplot_the_page_says_so),
        on_result(facts_of_one_group_stand_together),
        on_result(story_without_its_measurements_says_so),
        on_result(story_is_settled_by_proof_alone),
        on_result(lead_counts_what_was_proved),
        on_result(bars_do_not_claim_what_verdicts_do_not),
        on_result(setting_that_is_never_looked_at_is_not_said_to_be_timed),
        on_result(proven_difference_is_shown_before_a_larger_guess),
        on_result(what_is_invalid_is_told_as_such),
        on_result(settings_that_were_not_read_back_are_counted),
        on_result(story_is_about_linear_instead_of_nearest_only),
        on_result(driver_is_escaped_and_a_turned_interval_does_no_harm),
        on_result(no_question_is_left_out_however_many_there_are),
        on_result(costs_are_fitted_where_they_were_measured),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
