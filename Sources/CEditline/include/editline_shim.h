/* libedit's native interface without its variadic functions, which Swift cannot call. All text is wide. */
#ifndef LEERKRING_EDITLINE_SHIM_H
#define LEERKRING_EDITLINE_SHIM_H

#include <histedit.h>

typedef const wchar_t *(*editline_prompt)(EditLine *);
typedef unsigned char (*editline_function)(EditLine *, wint_t);

/* Sees to it that wide characters can be read and written whatever the locale says; 0 where the system cannot. */
int editline_use_utf8(void);

/* An editor on the standard streams; null where there is none, or no libedit. The name is the one that `.editrc` can address. */
EditLine *editline_start(const char *name);

void editline_set_client(EditLine *, void *);
void *editline_client(EditLine *);

/* What stands between two \1 in the prompt is sent as it is and takes no room. */
void editline_set_prompt(EditLine *, editline_prompt);
void editline_set_reader(EditLine *, el_rfunc_t);
void editline_set_mode(EditLine *, const wchar_t *mode);
/* Lets Ctrl-C, Ctrl-Z and Ctrl-\ come as characters while a line is edited. */
void editline_take_signal_keys(EditLine *);
/* Switches the terminal to editing, or back to what it was. */
void editline_prepare(EditLine *, int is_on);
/* Draws prompt and line anew from where the cursor of the terminal is. */
void editline_refresh(EditLine *);

/* Makes the functions `leerkring-complete` and `leerkring-forward` known, to which keys can be bound. */
void editline_add_functions(EditLine *, editline_function complete, editline_function forward);
int editline_bind(EditLine *, const wchar_t *key, const wchar_t *function);
/* The same for the command keys of vi mode. */
int editline_bind_command(EditLine *, const wchar_t *key, const wchar_t *function);
/* Whether `.editrc` asked for vi. */
int editline_is_vi(EditLine *);

/* The history that the arrow keys and Ctrl-R go through. */
HistoryW *editline_history_start(EditLine *, int size);
void editline_history_clear(HistoryW *);
void editline_history_add(HistoryW *, const wchar_t *line);

/* The columns that a character takes: 0 for one that combines, -1 for a control character. */
int editline_width(wchar_t);

#endif
