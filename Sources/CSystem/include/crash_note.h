/* Tells the next start which module was loading when the process died by a signal. */
#ifndef LEERKRING_CRASH_NOTE_H
#define LEERKRING_CRASH_NOTE_H

/* From now on SIGSEGV, SIGILL, SIGBUS, SIGTRAP, SIGABRT and SIGFPE write `beginning`, the number of the signal and
   `end` to the file `path`, made with mode 0600 and its folders with 0700, and then do what they do by default.
   A module that ends the process by exit() is noted as well, with 0 for the signal.
   Both texts are copied. 0, or -1 where they are too long or a signal cannot be caught; then nothing has changed. */
int crash_note_arm(const char *path, const char *beginning, const char *end);

/* Puts back what caught these signals before. */
void crash_note_disarm(void);

#endif
