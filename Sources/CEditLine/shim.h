/* Typed wrappers for the variadic calls of libedit, which Swift cannot call. */
#ifndef CEDITLINE_SHIM_H
#define CEDITLINE_SHIM_H
#include <histedit.h>
#include <langinfo.h>
#include <stdio.h>

typedef wchar_t *(*ce_prompt_fn)(EditLine *);
typedef unsigned char (*ce_key_fn)(EditLine *, int);
typedef int (*ce_getc_fn)(EditLine *, wchar_t *);

static inline EditLine *ce_init(const char *program) {
  return el_init_fd(program, stdin, stdout, stderr, 0, 1, 2);
}
static inline int ce_set_int(EditLine *e, int op, int value) { return el_wset(e, op, value); }
static inline int ce_set_editor(EditLine *e, const char *mode) { return el_set(e, EL_EDITOR, mode); }
static inline int ce_get_editor(EditLine *e, const char **mode) { return el_get(e, EL_EDITOR, mode); }
static inline int ce_set_prompt(EditLine *e, ce_prompt_fn f) {
  return el_wset(e, EL_PROMPT_ESC, f, (wchar_t)1);
}
static inline int ce_set_client(EditLine *e, void *data) { return el_wset(e, EL_CLIENTDATA, data); }
static inline void *ce_get_client(EditLine *e) {
  void *data = NULL;
  el_wget(e, EL_CLIENTDATA, &data);
  return data;
}
static inline int ce_add_function(EditLine *e, const char *name, const char *help, ce_key_fn f) {
  return el_set(e, EL_ADDFN, name, help, f);
}
static inline int ce_bind(EditLine *e, const char *key, const char *function) {
  return el_set(e, EL_BIND, key, function, NULL);
}
static inline int ce_set_getc(EditLine *e, ce_getc_fn f) { return el_wset(e, EL_GETCFN, f); }
static inline int ce_refresh(EditLine *e) { return el_wset(e, EL_REFRESH); }
static inline int ce_prepare_terminal(EditLine *e, int raw) { return el_wset(e, EL_PREP_TERM, raw); }
static inline int ce_set_history(EditLine *e, HistoryW *h) { return el_wset(e, EL_HIST, history_w, h); }
static inline int ce_history_int(HistoryW *h, int op, int value) {
  HistEventW event;
  return history_w(h, &event, op, value);
}
static inline int ce_history_enter(HistoryW *h, const wchar_t *text) {
  HistEventW event;
  return history_w(h, &event, H_ENTER, text);
}

/* stdout is a mutable global of C, which Swift does not let near a thread. */
static inline void ce_buffer_output(void) { setvbuf(stdout, NULL, _IOFBF, 1 << 16); }
static inline void ce_flush_output(void) { fflush(stdout); }
static inline const char *ce_codeset(void) { return nl_langinfo(CODESET); }
#endif
