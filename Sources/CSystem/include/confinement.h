#ifndef LEERKRING_CONFINEMENT_H
#define LEERKRING_CONFINEMENT_H

/* Takes from this process, and from what it starts, what reading a file needs none of: it ends when the program that started it
   ends, nobody looks into its memory, and where the system allows it, it has no network. */
void confine_process(void);

#endif
