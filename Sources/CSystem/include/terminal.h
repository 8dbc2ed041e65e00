/* The size of a terminal: ioctl is variadic and cannot be called from Swift. */
#ifndef LEERKRING_TERMINAL_H
#define LEERKRING_TERMINAL_H

/* 0 where the descriptor is no terminal. */
int terminal_columns(int descriptor);
int terminal_rows(int descriptor);

#endif
