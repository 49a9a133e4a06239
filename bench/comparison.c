#include "bench/comparison.h"

#include "base/memory.h"
#include "bench/words.h"

#include <math.h>
#include <string.h>

void comparison_free(struct comparison *comparison)
{
    memory_free(comparison->effects);
    comparison->effects = NULL;
    comparison->quads = 0;
}

void comparison_effects(const struct comparison *comparison, struct effects *out)
{
    effects_clear(out);
    for (int i = 0; i < comparison->quads; i++) {
        effects_add(out, comparison->effects[i]);
    }
}

const char *comparison_reason(const struct comparison *comparison)
{
    if (comparison->judgement.verdict != VERDICT_INVALID || comparison->invalid[0] != '\0') {
        return comparison->invalid;
    }
    return "the library is not known to look at this setting here, and yet it matters";
}

void comparison_name(const struct comparison *comparison, struct text *out)
{
    text_format(out, "%s %s/%s", comparison->hint, comparison->arms[1].setting, comparison->arms[0].setting);
}

static void add_picture(const struct comparison *comparison, struct text *out)
{
    if (!comparison->has_picture) {
        text_add(out, "picture unknown");
        return;
    }
    text_format(out, "picture %s", picture_class_name(comparison->picture.class));
    if (isfinite(comparison->picture.psnr_db)) {
        text_format(out, " %.1f dB", comparison->picture.psnr_db);
    }
}

void comparison_verdict(const struct comparison *comparison, double margin, struct text *out)
{
    char words[WORDS_MAX];
    verdict_words(&comparison->judgement, margin, words, sizeof words);
    text_add(out, words);
    if (comparison->judgement.verdict == VERDICT_INVALID) {
        text_format(out, " (%s)", comparison_reason(comparison));
    }
}

void comparison_line(const struct comparison *comparison, double margin, bool names_level, struct text *out)
{
    char percent[WORDS_MAX];
    char interval[WORDS_MAX];
    comparison_name(comparison, out);
    text_format(out, "\t%s %s\t%d px", comparison->driver, comparison->path, comparison->zoom_px);
    if (names_level) {
        text_format(out, " %s", comparison->level);
    }
    if (strcmp(comparison->camera, "still") != 0) {
        text_format(out, " %s", comparison->camera);
    }
    text_add_char(out, '\t');
    if (comparison->quads > 0) {
        text_format(out, "%s %s\t", words_percent(comparison->judgement.effect, percent),
                    words_interval(&comparison->judgement, interval));
    } else {
        text_add(out, "not measured\t");
    }
    add_picture(comparison, out);
    text_add_char(out, '\t');
    comparison_verdict(comparison, margin, out);
}
