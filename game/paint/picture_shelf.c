#include "paint/picture_shelf.h"

#include "base/memory.h"

enum { ROOM_AT_FIRST = 4096 }; /* so that it hardly ever has to grow in the middle of a game */

void shelf_open(struct picture_shelf *shelf, int picture_count)
{
    *shelf = (struct picture_shelf){
        .first_free = SHELF_NONE, .oldest = SHELF_NONE, .newest = SHELF_NONE, .frame = 2};
    shelf->first_of = memory_get_array((size_t)picture_count, sizeof *shelf->first_of);
    for (int i = 0; i < picture_count; i++) {
        shelf->first_of[i] = SHELF_NONE;
    }
    shelf->room = ROOM_AT_FIRST;
    shelf->entries = memory_get_array((size_t)shelf->room, sizeof *shelf->entries);
}

void shelf_close(struct picture_shelf *shelf)
{
    for (int i = 0; i < shelf->count; i++) {
        SDL_FreeSurface(shelf->entries[i].surface);
        memory_free(shelf->entries[i].study);
    }
    memory_free(shelf->entries);
    memory_free(shelf->first_of);
}

bool shelf_is_same_size(struct picture_size a, struct picture_size b)
{
    return a.width_px == b.width_px && a.height_px == b.height_px;
}

static bool is_of(const struct shelf_entry *entry, struct picture_size size, bool is_mirrored)
{
    return shelf_is_same_size(entry->size, size) && entry->is_mirrored == is_mirrored;
}

/* What is found moves to the front: the size that is shown now is found at once in all later frames. */
int shelf_find(struct picture_shelf *shelf, int picture, struct picture_size size, bool is_mirrored)
{
    int *link = &shelf->first_of[picture];
    while (*link != SHELF_NONE && !is_of(&shelf->entries[*link], size, is_mirrored)) {
        link = &shelf->entries[*link].next;
    }
    int slot = *link;
    if (slot != SHELF_NONE) {
        *link = shelf->entries[slot].next;
        shelf->entries[slot].next = shelf->first_of[picture];
        shelf->first_of[picture] = slot;
    }
    return slot;
}

static void unlink_by_use(struct picture_shelf *shelf, int slot)
{
    const struct shelf_entry *entry = &shelf->entries[slot];
    *(entry->older != SHELF_NONE ? &shelf->entries[entry->older].newer : &shelf->oldest) = entry->newer;
    *(entry->newer != SHELF_NONE ? &shelf->entries[entry->newer].older : &shelf->newest) = entry->older;
}

static void link_as_newest(struct picture_shelf *shelf, int slot)
{
    struct shelf_entry *entry = &shelf->entries[slot];
    entry->older = shelf->newest;
    entry->newer = SHELF_NONE;
    *(shelf->newest != SHELF_NONE ? &shelf->entries[shelf->newest].newer : &shelf->oldest) = slot;
    shelf->newest = slot;
    entry->used_in = shelf->frame;
}

void shelf_use(struct picture_shelf *shelf, int slot)
{
    struct shelf_entry *entry = &shelf->entries[slot];
    if (entry->used_in == shelf->frame) {
        return;
    }
    if (entry->is_kept) {
        entry->used_in = shelf->frame;
    } else {
        unlink_by_use(shelf, slot);
        link_as_newest(shelf, slot);
    }
}

void shelf_keep(struct picture_shelf *shelf, int slot)
{
    if (!shelf->entries[slot].is_kept) {
        unlink_by_use(shelf, slot);
        shelf->entries[slot].is_kept = true;
    }
}

int shelf_add(struct picture_shelf *shelf, int picture, struct picture_size size, bool is_mirrored)
{
    int slot = shelf->first_free;
    if (slot != SHELF_NONE) {
        shelf->first_free = shelf->entries[slot].next;
    } else {
        if (shelf->count == shelf->room) {
            shelf->room *= 2;
            shelf->entries = memory_resize(shelf->entries, (size_t)shelf->room, sizeof *shelf->entries);
        }
        slot = shelf->count++;
    }
    shelf->entries[slot] = (struct shelf_entry){.picture = picture,
                                                .size = size,
                                                .is_mirrored = is_mirrored,
                                                .serial = ++shelf->last_serial,
                                                .next = shelf->first_of[picture]};
    shelf->first_of[picture] = slot;
    link_as_newest(shelf, slot);
    shelf->used++;
    return slot;
}

static size_t bytes_of(const struct shelf_entry *entry)
{
    return entry->surface != NULL ? (size_t)entry->size.width_px * (size_t)entry->size.height_px * 4 : 0;
}

void shelf_remove(struct picture_shelf *shelf, int slot)
{
    struct shelf_entry *entry = &shelf->entries[slot];
    int *link = &shelf->first_of[entry->picture];
    while (*link != slot) {
        link = &shelf->entries[*link].next;
    }
    *link = entry->next;
    if (!entry->is_kept) {
        unlink_by_use(shelf, slot);
    }
    shelf->bytes -= bytes_of(entry);
    shelf->used--;
    SDL_FreeSurface(entry->surface);
    memory_free(entry->study);
    *entry = (struct shelf_entry){.next = shelf->first_free};
    shelf->first_free = slot;
}

void shelf_fill(struct picture_shelf *shelf, int slot, SDL_Surface *surface, void *study, bool is_opaque,
                bool is_blank)
{
    struct shelf_entry *entry = &shelf->entries[slot];
    entry->is_ready = true;
    entry->surface = surface;
    entry->study = study;
    entry->is_opaque = is_opaque;
    entry->is_blank = is_blank;
    shelf->bytes += bytes_of(entry);
}

/* Looked for once a frame: many items show the same picture. */
int shelf_nearest(struct picture_shelf *shelf, int slot)
{
    struct shelf_entry *wanted = &shelf->entries[slot];
    if (wanted->stand_in_of == shelf->frame) {
        return wanted->stand_in;
    }
    int best = SHELF_NONE;
    int best_distance = 0;
    for (int i = shelf->first_of[wanted->picture]; i != SHELF_NONE; i = shelf->entries[i].next) {
        const struct shelf_entry *entry = &shelf->entries[i];
        int distance = entry->size.width_px - wanted->size.width_px;
        distance = distance < 0 ? -2 * distance : distance;
        if (entry->is_ready && !entry->is_mirrored && (best == SHELF_NONE || distance < best_distance)) {
            best = i;
            best_distance = distance;
        }
    }
    wanted->stand_in = best;
    wanted->stand_in_of = best != SHELF_NONE ? shelf->frame : 0;
    return best;
}

int shelf_trim(struct picture_shelf *shelf, size_t bytes_max)
{
    int removed = 0;
    int slot = shelf->oldest;
    while (shelf->bytes > bytes_max && slot != SHELF_NONE &&
           shelf->entries[slot].used_in + 1 < shelf->frame) {
        int newer = shelf->entries[slot].newer;
        if (shelf->entries[slot].is_ready) {
            shelf_remove(shelf, slot);
            removed++;
        }
        slot = newer;
    }
    return removed;
}
