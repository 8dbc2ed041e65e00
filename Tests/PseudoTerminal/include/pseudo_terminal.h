/* A terminal that a test holds the other end of. */
#ifndef LEERKRING_PSEUDO_TERMINAL_H
#define LEERKRING_PSEUDO_TERMINAL_H

#include <stddef.h>
#include <sys/types.h>

/* Opens a terminal and writes the path of its slave; returns the master's descriptor, or -1. */
int pseudo_terminal_open(int columns, int rows, char *slave, size_t size);
void pseudo_terminal_resize(int master, int columns, int rows);
/* Starts a program in a session of its own, with the terminal as its streams; -1 where that fails.
   A descriptor for `output` of 0 or more takes the place of its standard output. */
pid_t pseudo_terminal_start(const char *slave, const char *path, char *const arguments[], char *const environment[],
                            int output);
/* Whether the terminal edits lines and echoes, as between two prompts. */
int pseudo_terminal_is_cooked(int master);

#endif
