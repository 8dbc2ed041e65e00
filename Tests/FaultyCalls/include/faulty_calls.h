#ifndef FAULTY_CALLS_H
#define FAULTY_CALLS_H

/* What becomes of the calls by which files are used, in a program that is linked with this: they go to the system as
   they would otherwise, until one is made to fail. */

/* From now on calls are counted, from 1. The call `first` fails with `error`, and the `again` calls after it; a write
   that is `shortened` puts half of its bytes down and fails only where it is called once more. */
void faulty_arm(long first, long again, int error, int shortened);

/* No call fails any more. Returns how many there were. */
long faulty_disarm(void);

/* The name of the call that failed first; NULL where none did. */
const char *faulty_call(void);

#endif
