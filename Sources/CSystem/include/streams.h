/* The three streams that every program counts on. */
#ifndef LEERKRING_STREAMS_H
#define LEERKRING_STREAMS_H

/* Opens /dev/null in the place of each standard stream that is closed: else the next file that is opened would be taken for it,
   and what is meant for the screen written into it. To be called before anything is opened. */
void streams_open(void);

#endif
