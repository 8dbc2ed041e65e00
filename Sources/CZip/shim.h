#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <zip.h>

/* libzip as far as it is called: what calls it is built with its header, and finds it when a package is read. */
#define ZIP_FUNCTIONS(of) \
  of(zip_discard) of(zip_error_code_zip) of(zip_fclose) of(zip_fopen_index) of(zip_fread) of(zip_get_error) \
  of(zip_get_num_entries) of(zip_open_from_source) of(zip_source_buffer_create) of(zip_source_free) of(zip_stat_index) \
  of(zip_stat_init)

#define ZIP_FIELD(function) __typeof__(function) *function;
struct zip_functions {
  ZIP_FUNCTIONS(ZIP_FIELD)
};
#undef ZIP_FIELD

/* Finds all of them in a library that is open; false where one is not there. */
static inline bool zip_find(struct zip_functions *found, void *library) {
  bool all = true;
#define ZIP_FIND(function) \
  found->function = (__typeof__(function) *)dlsym(library, #function); \
  all = all && found->function != NULL;
  ZIP_FUNCTIONS(ZIP_FIND)
#undef ZIP_FIND
  return all;
}
