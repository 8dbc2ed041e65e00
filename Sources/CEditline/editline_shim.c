#define _GNU_SOURCE
#include "editline_shim.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

static int is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

int editline_use_utf8(void) {
  /* Only what characters are: numbers stay as programs write them. */
  if (setlocale(LC_CTYPE, "") && is_utf8()) return 1;
  return setlocale(LC_CTYPE, "C.UTF-8") && is_utf8();
}

EditLine *editline_start(const char *name) { return el_init(name, stdin, stdout, stderr); }

void editline_set_client(EditLine *editor, void *client) { el_wset(editor, EL_CLIENTDATA, client); }

void *editline_client(EditLine *editor) {
  void *client = 0;
  return el_wget(editor, EL_CLIENTDATA, &client) == 0 ? client : 0;
}

void editline_set_prompt(EditLine *editor, editline_prompt prompt) {
  el_wset(editor, EL_PROMPT_ESC, prompt, L'\1');
}

void editline_set_reader(EditLine *editor, el_rfunc_t reader) { el_wset(editor, EL_GETCFN, reader); }
void editline_set_mode(EditLine *editor, const wchar_t *mode) { el_wset(editor, EL_EDITOR, mode); }
void editline_prepare(EditLine *editor, int is_on) { el_wset(editor, EL_PREP_TERM, is_on); }
void editline_refresh(EditLine *editor) { el_wset(editor, EL_REFRESH); }

void editline_take_signal_keys(EditLine *editor) { el_wset(editor, EL_SETTY, L"-d", L"-isig", (wchar_t *)0); }

/* libedit keeps the names themselves, not copies. */
void editline_add_functions(EditLine *editor, editline_function complete, editline_function forward) {
  el_wset(editor, EL_ADDFN, L"leerkring-complete", L"Complete the word before the cursor", complete);
  el_wset(editor, EL_ADDFN, L"leerkring-forward", L"Go right, or take over what is hinted at", forward);
}

int editline_bind(EditLine *editor, const wchar_t *key, const wchar_t *function) {
  return el_wset(editor, EL_BIND, key, function, (wchar_t *)0);
}

int editline_bind_command(EditLine *editor, const wchar_t *key, const wchar_t *function) {
  return el_wset(editor, EL_BIND, L"-a", key, function, (wchar_t *)0);
}

int editline_is_vi(EditLine *editor) {
  const wchar_t *mode = 0;
  return el_wget(editor, EL_EDITOR, &mode) == 0 && mode && wcscmp(mode, L"vi") == 0;
}

HistoryW *editline_history_start(EditLine *editor, int size) {
  HistEventW event;
  HistoryW *history = history_winit();
  if (!history) return 0;
  history_w(history, &event, H_SETSIZE, size);
  el_wset(editor, EL_HIST, history_w, history);
  return history;
}

void editline_history_clear(HistoryW *history) {
  HistEventW event;
  history_w(history, &event, H_CLEAR);
}

void editline_history_add(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  history_w(history, &event, H_ENTER, line);
}

int editline_width(wchar_t character) { return wcwidth(character); }
