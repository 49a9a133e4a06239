#include "paint/blit_span_x86.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <stdbool.h>
#include <string.h>

/* Each function is compiled for its own vector unit, whatever the rest of the program is compiled for. Inline
 * all the way: a call for every few pixels would cost as much as the pixels. */
#define FOR_AVX2 __attribute__((target("avx2")))
#define ALWAYS_INLINE static inline __attribute__((always_inline))

enum { LONG_ROW_PX = 256 }; /* from here on memcpy is as fast */

/* ---- SSE2: every x86-64 processor. Four pixels at a time. ---- */

ALWAYS_INLINE __m128i load_4(const uint32_t *pixels)
{
    return _mm_loadu_si128((const __m128i *)(const void *)pixels);
}

ALWAYS_INLINE void store_4(uint32_t *pixels, __m128i value)
{
    _mm_storeu_si128((__m128i *)(void *)pixels, value);
}

/* Eight 16-bit products / 255, to the nearest: blit_divide_255 in vectors. With t = product + 128 it is
 * (t + t / 256) / 256, which is the upper half of t * 257. */
ALWAYS_INLINE __m128i divide_255_sse2(__m128i product)
{
    return _mm_mulhi_epu16(_mm_add_epi16(product, _mm_set1_epi16(128)), _mm_set1_epi16(257));
}

/* Two pixels in 16-bit channels: below * (255 - alpha of above) / 255. */
ALWAYS_INLINE __m128i shine_through_sse2(__m128i below, __m128i above)
{
    __m128i alpha = _mm_shufflehi_epi16(_mm_shufflelo_epi16(above, 0xFF), 0xFF);
    return divide_255_sse2(_mm_mullo_epi16(below, _mm_sub_epi16(_mm_set1_epi16(255), alpha)));
}

ALWAYS_INLINE __m128i over_4(__m128i below, __m128i above)
{
    const __m128i zero = _mm_setzero_si128();
    __m128i low = shine_through_sse2(_mm_unpacklo_epi8(below, zero), _mm_unpacklo_epi8(above, zero));
    __m128i high = shine_through_sse2(_mm_unpackhi_epi8(below, zero), _mm_unpackhi_epi8(above, zero));
    return _mm_add_epi8(above, _mm_packus_epi16(low, high));
}

ALWAYS_INLINE __m128i tinted_4(__m128i pixels, uint32_t tint)
{
    const __m128i zero = _mm_setzero_si128();
    __m128i factors = _mm_unpacklo_epi8(_mm_set1_epi32((int)tint), zero);
    __m128i low = divide_255_sse2(_mm_mullo_epi16(_mm_unpacklo_epi8(pixels, zero), factors));
    __m128i high = divide_255_sse2(_mm_mullo_epi16(_mm_unpackhi_epi8(pixels, zero), factors));
    return _mm_packus_epi16(low, high);
}

/* The pixels of a row from x on, all of them. */
ALWAYS_INLINE void copy_row_sse2(uint32_t *to, const uint32_t *from, int x, int width)
{
    for (; x + 4 <= width; x += 4) {
        store_4(to + x, load_4(from + x));
    }
    for (; x < width; x++) {
        to[x] = from[x];
    }
}

ALWAYS_INLINE void over_row_sse2(uint32_t *to, const uint32_t *from, int x, int width)
{
    for (; x + 4 <= width; x += 4) {
        store_4(to + x, over_4(load_4(to + x), load_4(from + x)));
    }
    for (; x < width; x++) {
        to[x] = blit_pixel_over(to[x], from[x]);
    }
}

ALWAYS_INLINE void over_tinted_row_sse2(uint32_t *to, const uint32_t *from, int x, int width, uint32_t tint)
{
    for (; x + 4 <= width; x += 4) {
        store_4(to + x, over_4(load_4(to + x), tinted_4(load_4(from + x), tint)));
    }
    for (; x < width; x++) {
        to[x] = blit_pixel_over(to[x], blit_pixel_tinted(from[x], tint));
    }
}

static void copy_sse2(uint32_t *to, ptrdiff_t to_pitch, const uint32_t *from, ptrdiff_t from_pitch, int width,
                      int height)
{
    for (int y = 0; y < height; y++, to += to_pitch, from += from_pitch) {
        if (width >= LONG_ROW_PX) {
            memcpy(to, from, (size_t)width * sizeof *to);
        } else {
            copy_row_sse2(to, from, 0, width);
        }
    }
}

static void over_sse2(uint32_t *to, ptrdiff_t to_pitch, const uint32_t *from, ptrdiff_t from_pitch, int width,
                      int height)
{
    for (int y = 0; y < height; y++, to += to_pitch, from += from_pitch) {
        over_row_sse2(to, from, 0, width);
    }
}

static void over_tinted_sse2(uint32_t *to, ptrdiff_t to_pitch, const uint32_t *from, ptrdiff_t from_pitch,
                             int width, int height, uint32_t tint)
{
    for (int y = 0; y < height; y++, to += to_pitch, from += from_pitch) {
        over_tinted_row_sse2(to, from, 0, width, tint);
    }
}

/* ---- AVX2: eight pixels at a time. ---- */

FOR_AVX2 ALWAYS_INLINE __m256i load_8(const uint32_t *pixels)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)pixels);
}

FOR_AVX2 ALWAYS_INLINE void store_8(uint32_t *pixels, __m256i value)
{
    _mm256_storeu_si256((__m256i *)(void *)pixels, value);
}

FOR_AVX2 ALWAYS_INLINE __m256i divide_255_avx2(__m256i product)
{
    return _mm256_mulhi_epu16(_mm256_add_epi16(product, _mm256_set1_epi16(128)), _mm256_set1_epi16(257));
}

/* Below and alpha go to 16-bit channels by one shuffle each; 255 - alpha is alpha with its bits turned. */
FOR_AVX2 ALWAYS_INLINE __m256i over_8(__m256i below, __m256i above)
{
    const __m256i zero = _mm256_setzero_si256();
    const __m256i low_alphas =
        _mm256_broadcastsi128_si256(_mm_setr_epi8(3, -1, 3, -1, 3, -1, 3, -1, 7, -1, 7, -1, 7, -1, 7, -1));
    const __m256i high_alphas = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(11, -1, 11, -1, 11, -1, 11, -1, 15, -1, 15, -1, 15, -1, 15, -1));
    __m256i turned = _mm256_xor_si256(above, _mm256_set1_epi8(-1));
    __m256i low =
        _mm256_mullo_epi16(_mm256_unpacklo_epi8(below, zero), _mm256_shuffle_epi8(turned, low_alphas));
    __m256i high =
        _mm256_mullo_epi16(_mm256_unpackhi_epi8(below, zero), _mm256_shuffle_epi8(turned, high_alphas));
    return _mm256_add_epi8(above, _mm256_packus_epi16(divide_255_avx2(low), divide_255_avx2(high)));
}

FOR_AVX2 ALWAYS_INLINE __m256i tinted_8(__m256i pixels, uint32_t tint)
{
    const __m256i zero = _mm256_setzero_si256();
    __m256i factors = _mm256_unpacklo_epi8(_mm256_set1_epi32((int)tint), zero);
    __m256i low = divide_255_avx2(_mm256_mullo_epi16(_mm256_unpacklo_epi8(pixels, zero), factors));
    __m256i high = divide_255_avx2(_mm256_mullo_epi16(_mm256_unpackhi_epi8(pixels, zero), factors));
    return _mm256_packus_epi16(low, high);
}

FOR_AVX2 static void copy_avx2(uint32_t *to, ptrdiff_t to_pitch, const uint32_t *from, ptrdiff_t from_pitch,
                               int width, int height)
{
    for (int y = 0; y < height; y++, to += to_pitch, from += from_pitch) {
        if (width >= LONG_ROW_PX) {
            memcpy(to, from, (size_t)width * sizeof *to);
            continue;
        }
        int x = 0;
        for (; x + 8 <= width; x += 8) {
            store_8(to + x, load_8(from + x));
        }
        copy_row_sse2(to, from, x, width);
    }
}

FOR_AVX2 static void over_avx2(uint32_t *to, ptrdiff_t to_pitch, const uint32_t *from, ptrdiff_t from_pitch,
                               int width, int height)
{
    for (int y = 0; y < height; y++, to += to_pitch, from += from_pitch) {
        int x = 0;
        for (; x + 8 <= width; x += 8) {
            store_8(to + x, over_8(load_8(to + x), load_8(from + x)));
        }
        over_row_sse2(to, from, x, width);
    }
}

FOR_AVX2 static void over_tinted_avx2(uint32_t *to, ptrdiff_t to_pitch, const uint32_t *from,
                                      ptrdiff_t from_pitch, int width, int height, uint32_t tint)
{
    for (int y = 0; y < height; y++, to += to_pitch, from += from_pitch) {
        int x = 0;
        for (; x + 8 <= width; x += 8) {
            store_8(to + x, over_8(load_8(to + x), tinted_8(load_8(from + x), tint)));
        }
        over_tinted_row_sse2(to, from, x, width, tint);
    }
}

enum { MOVE_STEP = 32 }; /* pixels: four registers */

/* Four loads before four stores, so that it does not matter that they overlap; the stores are aligned, which
 * is what the C library's memmove leaves to chance and what makes this a quarter faster. */
FOR_AVX2 ALWAYS_INLINE void move_step_avx2(uint32_t *to, const uint32_t *from)
{
    __m256i *target = (__m256i *)(void *)to;
    __m256i a = load_8(from);
    __m256i b = load_8(from + 8);
    __m256i c = load_8(from + 16);
    __m256i d = load_8(from + 24);
    _mm256_store_si256(target, a);
    _mm256_store_si256(target + 1, b);
    _mm256_store_si256(target + 2, c);
    _mm256_store_si256(target + 3, d);
}

static bool is_aligned_32(const uint32_t *pixels)
{
    return ((uintptr_t)pixels & 31) == 0;
}

FOR_AVX2 static void move_avx2(uint32_t *to, const uint32_t *from, size_t count)
{
    if (to <= from) {
        size_t i = 0;
        for (; i < count && !is_aligned_32(to + i); i++) {
            to[i] = from[i];
        }
        for (; i + MOVE_STEP <= count; i += MOVE_STEP) {
            move_step_avx2(to + i, from + i);
        }
        for (; i < count; i++) {
            to[i] = from[i];
        }
    } else {
        for (; count > 0 && !is_aligned_32(to + count); count--) {
            to[count - 1] = from[count - 1];
        }
        for (; count >= MOVE_STEP; count -= MOVE_STEP) {
            move_step_avx2(to + count - MOVE_STEP, from + count - MOVE_STEP);
        }
        for (; count > 0; count--) {
            to[count - 1] = from[count - 1];
        }
    }
}

static const struct blit_kernels sse2 = {"sse2", copy_sse2, over_sse2, over_tinted_sse2, blit_move_plain};
static const struct blit_kernels avx2 = {"avx2", copy_avx2, over_avx2, over_tinted_avx2, move_avx2};

const struct blit_kernels *blit_kernels_x86(int number)
{
    switch (number) {
    case 0: return &sse2;
    case 1: return __builtin_cpu_supports("avx2") ? &avx2 : NULL;
    default: return NULL;
    }
}

#else

const struct blit_kernels *blit_kernels_x86(int number)
{
    (void)number;
    return NULL;
}

#endif
