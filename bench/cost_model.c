#include "bench/cost_model.h"

#include "base/memory.h"
#include "frame/stats.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit.h>
#include <math.h>
#include <string.h>

enum { SPARE_POINTS = 3 /* more than there are parts, so that an error can be told */ };

/* Sprites by the thousand, pixels by the million, times in ms: numbers of one size. */
static const double SPRITES_UNIT = 1e3;
static const double PIXELS_UNIT = 1e6;
static const double CONFIDENCE_TAIL = 0.975;

/* One fit with some of the parts. */
struct fit {
    enum cost_part parts[COST_PARTS]; /* of the columns */
    int columns;
    double values[COST_PARTS];                 /* by column */
    double covariance[COST_PARTS][COST_PARTS]; /* by column */
};

void cost_data_free(struct cost_data *data)
{
    memory_free(data->points);
    *data = (struct cost_data){0};
}

struct cost_point *cost_data_add(struct cost_data *data)
{
    if (data->count == data->capacity) {
        data->capacity = data->capacity < 32 ? 32 : data->capacity * 2;
        data->points = memory_resize(data->points, (size_t)data->capacity, sizeof *data->points);
    }
    data->points[data->count] = (struct cost_point){0};
    return &data->points[data->count++];
}

int cost_data_run_length(const struct cost_data *data, int first)
{
    int end = first;
    while (end < data->count && strcmp(data->points[end].driver, data->points[first].driver) == 0 &&
           strcmp(data->points[end].path, data->points[first].path) == 0) {
        end++;
    }
    return end - first;
}

static double amount(const struct cost_point *point, enum cost_part part)
{
    return part == COST_FRAME    ? 1
           : part == COST_SPRITE ? point->sprites / SPRITES_UNIT
                                 : point->pixels / PIXELS_UNIT;
}

static double predict(const struct fit *fit, const struct cost_point *point)
{
    double ms = 0;
    for (int k = 0; k < fit->columns; k++) {
        ms += fit->values[k] * amount(point, fit->parts[k]);
    }
    return ms;
}

/* Bisquare weights after a plain fit. Rows are divided by what they weigh: an error counts by its share of
 * the time and not by its ms, as the frames of one path differ by more than ten times. */
static bool fit_rows(const struct cost_point *points, int count, const double *weights,
                     const gsl_multifit_robust_type *method, struct fit *fit)
{
    size_t rows = (size_t)count;
    size_t columns = (size_t)fit->columns;
    gsl_matrix *amounts = gsl_matrix_alloc(rows, columns);
    gsl_vector *times = gsl_vector_alloc(rows);
    gsl_vector *values = gsl_vector_alloc(columns);
    gsl_matrix *covariance = gsl_matrix_alloc(columns, columns);
    gsl_multifit_robust_workspace *work = gsl_multifit_robust_alloc(method, rows, columns);
    for (size_t i = 0; i < rows; i++) {
        for (size_t k = 0; k < columns; k++) {
            gsl_matrix_set(amounts, i, k, amount(&points[i], fit->parts[k]) / weights[i]);
        }
        gsl_vector_set(times, i, points[i].ms / weights[i]);
    }
    int status = gsl_multifit_robust(amounts, times, values, covariance, work);
    for (size_t k = 0; k < columns; k++) {
        fit->values[k] = gsl_vector_get(values, k);
        for (size_t j = 0; j < columns; j++) {
            fit->covariance[k][j] = gsl_matrix_get(covariance, k, j);
        }
    }
    gsl_multifit_robust_free(work);
    gsl_matrix_free(covariance);
    gsl_vector_free(values);
    gsl_vector_free(times);
    gsl_matrix_free(amounts);
    bool is_finite = true;
    for (int k = 0; k < fit->columns; k++) {
        is_finite = is_finite && isfinite(fit->values[k]);
    }
    return is_finite && (status == GSL_SUCCESS || status == GSL_EMAXITER);
}

static bool fit_parts(const struct cost_point *points, int count, struct fit *fit)
{
    double weights[COST_POINTS_MAX];
    for (int i = 0; i < count; i++) {
        weights[i] = points[i].ms;
    }
    if (!fit_rows(points, count, weights, gsl_multifit_robust_ols, fit)) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        weights[i] = fmax(predict(fit, &points[i]), points[i].ms / 3);
    }
    return fit_rows(points, count, weights, gsl_multifit_robust_bisquare, fit);
}

/* Nothing costs less than nothing: the part that would most is left out, and the others are fitted again. */
static bool fit_without_negative(const struct cost_point *points, int count, struct fit *fit)
{
    *fit = (struct fit){{COST_FRAME, COST_SPRITE, COST_PIXEL}, COST_PARTS, {0}, {{0}}};
    while (fit->columns > 0 && fit_parts(points, count, fit)) {
        int worst = -1;
        double worst_ratio = 0;
        for (int k = 0; k < fit->columns; k++) {
            double error = sqrt(fit->covariance[k][k]);
            if (fit->values[k] < 0 && (worst < 0 || fit->values[k] / error < worst_ratio)) {
                worst = k;
                worst_ratio = fit->values[k] / error;
            }
        }
        if (worst < 0) {
            return true;
        }
        fit->columns--;
        for (int k = worst; k < fit->columns; k++) {
            fit->parts[k] = fit->parts[k + 1];
        }
    }
    return false;
}

static double unit_of(enum cost_part part)
{
    return part == COST_FRAME ? 1 : part == COST_SPRITE ? SPRITES_UNIT : PIXELS_UNIT;
}

static void find_errors(const struct cost_point *points, int count, const struct fit *fit,
                        struct cost_model *out)
{
    double errors[COST_POINTS_MAX];
    for (int i = 0; i < count; i++) {
        errors[i] = fabs(predict(fit, &points[i]) / points[i].ms - 1);
        out->worst_error = fmax(out->worst_error, errors[i]);
        out->full_pixels = fmax(out->full_pixels, points[i].pixels);
    }
    out->typical_error = stats_median(errors, count);
}

/* Where the part of the sprites equals the constant one; its error by the usual first-order rule for a
 * quotient, on the logarithm. */
static void find_knee(const struct fit *fit, double quantile, struct cost_model *out)
{
    double sprite = out->parts[COST_SPRITE].ns;
    out->full_ns = out->parts[COST_FRAME].ns + out->parts[COST_PIXEL].ns * out->full_pixels;
    if (!out->parts[COST_SPRITE].is_seen || out->parts[COST_SPRITE].low_ns <= 0 || !(out->full_ns > 0)) {
        return;
    }
    double slopes[COST_PARTS] = {0};
    double variance = 0;
    for (int k = 0; k < fit->columns; k++) {
        double ns = 1e6 / unit_of(fit->parts[k]);
        slopes[k] = fit->parts[k] == COST_FRAME   ? ns / out->full_ns
                    : fit->parts[k] == COST_PIXEL ? ns * out->full_pixels / out->full_ns
                                                  : -ns / sprite;
    }
    for (int k = 0; k < fit->columns; k++) {
        for (int j = 0; j < fit->columns; j++) {
            variance += slopes[k] * slopes[j] * fit->covariance[k][j];
        }
    }
    out->has_knee = true;
    out->knee_sprites = out->full_ns / sprite;
    out->knee_low = out->knee_sprites * exp(-quantile * sqrt(variance));
    out->knee_high = out->knee_sprites * exp(quantile * sqrt(variance));
}

bool cost_model_fit(const struct cost_point *points, int count, struct cost_model *out)
{
    struct fit fit;
    *out = (struct cost_model){.points = count};
    for (int i = 0; i < count && count <= COST_POINTS_MAX; i++) {
        if (!(points[i].ms > 0)) {
            return false;
        }
    }
    if (count < COST_PARTS + SPARE_POINTS || count > COST_POINTS_MAX) {
        return false;
    }
    gsl_error_handler_t *handler = gsl_set_error_handler_off();
    bool is_good = fit_without_negative(points, count, &fit);
    gsl_set_error_handler(handler);
    if (!is_good) {
        return false;
    }
    double quantile = gsl_cdf_tdist_Pinv(CONFIDENCE_TAIL, count - fit.columns);
    for (int k = 0; k < fit.columns; k++) {
        double ns = 1e6 / unit_of(fit.parts[k]);
        double reach = quantile * sqrt(fit.covariance[k][k]);
        out->parts[fit.parts[k]] = (struct cost_value){fit.values[k] * ns, (fit.values[k] - reach) * ns,
                                                       (fit.values[k] + reach) * ns, true};
    }
    find_errors(points, count, &fit, out);
    find_knee(&fit, quantile, out);
    return true;
}

double cost_model_ms(const struct cost_model *model, double sprites, double pixels)
{
    return (model->parts[COST_FRAME].ns + model->parts[COST_SPRITE].ns * sprites +
            model->parts[COST_PIXEL].ns * pixels) /
           1e6;
}
