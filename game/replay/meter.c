#include "replay/meter.h"

#include "base/require.h"

void meter_change(struct meter *meter, enum meter_work from, enum meter_work to, uint64_t now_ns)
{
    uint64_t replaying = meter->workers[METER_REPLAYING];
    uint64_t busy = replaying + meter->workers[METER_LOADING];
    if (now_ns > meter->last_ns) {
        if (busy > 0) {
            meter->replay_ns += (now_ns - meter->last_ns) * replaying / busy;
        }
        meter->last_ns = now_ns;
    }
    require(from == METER_IDLE || meter->workers[from] > 0);
    if (from != METER_IDLE) {
        meter->workers[from]--;
    }
    if (to != METER_IDLE) {
        meter->workers[to]++;
    }
}
