/* SDL's render drivers that the game can draw with, and which of them suits the machine. Called by the
 * display. */
#ifndef WARREN_PLAY_DRIVERS_H
#define WARREN_PLAY_DRIVERS_H

enum { DRIVERS = 3 };

/* Their names, in the order in which keys and options go through them. */
extern const char *const drivers_names[DRIVERS];

/* The same, best first. Without a graphics card GL is carried out by the processor, which the software driver
 * spares it: that one comes first then. Asks a window that nobody sees, so SDL's video must have been
 * started. Where GL cannot be asked it comes first all the same: whoever tries it finds out. */
const char *const *drivers_best_first(void);

#endif
