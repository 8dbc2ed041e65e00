#define _GNU_SOURCE
#include "editline_shim.h"
#include "library.h"

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

EditLine *editline_start(const char *name) {
  const struct editline_library *library = editline_library();
  return library ? library->init(name, stdin, stdout, stderr) : 0;
}

void editline_set_client(EditLine *editor, void *client) { editline_library()->set(editor, EL_CLIENTDATA, client); }

void *editline_client(EditLine *editor) {
  void *client = 0;
  return editline_library()->get(editor, EL_CLIENTDATA, &client) == 0 ? client : 0;
}

void editline_set_prompt(EditLine *editor, editline_prompt prompt) {
  editline_library()->set(editor, EL_PROMPT_ESC, prompt, L'\1');
}

void editline_set_reader(EditLine *editor, el_rfunc_t reader) { editline_library()->set(editor, EL_GETCFN, reader); }
void editline_set_mode(EditLine *editor, const wchar_t *mode) { editline_library()->set(editor, EL_EDITOR, mode); }
void editline_prepare(EditLine *editor, int is_on) { editline_library()->set(editor, EL_PREP_TERM, is_on); }
void editline_refresh(EditLine *editor) { editline_library()->set(editor, EL_REFRESH); }

void editline_take_signal_keys(EditLine *editor) {
  editline_library()->set(editor, EL_SETTY, L"-d", L"-isig", (wchar_t *)0);
}

/* libedit keeps the names themselves, not copies. */
void editline_add_functions(EditLine *editor, editline_function complete, editline_function forward) {
  editline_library()->set(editor, EL_ADDFN, L"leerkring-complete", L"Complete the word before the cursor", complete);
  editline_library()->set(editor, EL_ADDFN, L"leerkring-forward", L"Go right, or take over what is hinted at", forward);
}

int editline_bind(EditLine *editor, const wchar_t *key, const wchar_t *function) {
  return editline_library()->set(editor, EL_BIND, key, function, (wchar_t *)0);
}

int editline_bind_command(EditLine *editor, const wchar_t *key, const wchar_t *function) {
  return editline_library()->set(editor, EL_BIND, L"-a", key, function, (wchar_t *)0);
}

int editline_is_vi(EditLine *editor) {
  const wchar_t *mode = 0;
  return editline_library()->get(editor, EL_EDITOR, &mode) == 0 && mode && wcscmp(mode, L"vi") == 0;
}

HistoryW *editline_history_start(EditLine *editor, int size) {
  HistEventW event;
  HistoryW *history = editline_library()->history_init();
  if (!history) return 0;
  editline_library()->history(history, &event, H_SETSIZE, size);
  editline_library()->set(editor, EL_HIST, editline_library()->history, history);
  return history;
}

void editline_history_clear(HistoryW *history) {
  HistEventW event;
  editline_library()->history(history, &event, H_CLEAR);
}

void editline_history_add(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  editline_library()->history(history, &event, H_ENTER, line);
}

int editline_width(wchar_t character) { return wcwidth(character); }
