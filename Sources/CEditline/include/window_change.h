/* Tells that the terminal got another size. */
#ifndef LEERKRING_WINDOW_CHANGE_H
#define LEERKRING_WINDOW_CHANGE_H

/* Catches SIGWINCH, once; a wait in poll ends with it. */
void window_change_install(void);
/* Becomes readable when the size changed; -1 where there is no room for it. */
int window_change_descriptor(void);
/* Whether the size changed since the last time this was asked. */
int window_change_take(void);
/* Columns and rows of a terminal; 0 where they are not known. */
int window_columns(int descriptor);
int window_rows(int descriptor);

#endif
