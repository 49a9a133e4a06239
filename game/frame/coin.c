#include "frame/coin.h"

#include "base/require.h"

void coin_init(struct coin *coin, uint64_t seed)
{
    coin->state = seed;
}

uint64_t coin_bits(struct coin *coin)
{
    coin->state += UINT64_C(0x9e3779b97f4a7c15);
    uint64_t bits = coin->state;
    bits = (bits ^ (bits >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    bits = (bits ^ (bits >> 27)) * UINT64_C(0x94d049bb133111eb);
    return bits ^ (bits >> 31);
}

bool coin_toss(struct coin *coin)
{
    return (coin_bits(coin) >> 63) != 0;
}

int coin_below(struct coin *coin, int limit)
{
    require(limit >= 1);
    /* The high half of a 32 x 32 bit product: the bias is below limit / 2^32. */
    uint64_t bits = coin_bits(coin) >> 32;
    return (int)((bits * (uint64_t)limit) >> 32);
}

double coin_fraction(struct coin *coin)
{
    return ((double)(coin_bits(coin) >> 12) + 0.5) / 4503599627370496.0;
}
