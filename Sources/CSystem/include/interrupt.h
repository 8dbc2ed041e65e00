/* The flag that a person's Ctrl-C sets; polled by whatever takes long. */
#ifndef LEERKRING_INTERRUPT_H
#define LEERKRING_INTERRUPT_H

/* Catches SIGINT: the handler sets the flag and nothing else. Ignores SIGPIPE and SIGXFSZ. */
void interrupt_install(void);
/* How many times SIGINT came since the flag was last lowered. */
int interrupt_count(void);
void interrupt_lower(void);
/* Becomes readable when a signal came; for poll, beside the descriptor that input is awaited on. */
int interrupt_descriptor(void);
/* Notes a Ctrl-C that came as a character; whether it is the third within a second, which ends the program. */
int interrupt_key(void);
/* SIGHUP, SIGTERM or a third Ctrl-C within a second came: the signal's number, else 0. */
int interrupt_ending(void);

#endif
