/* The variadic option call of yajl, which Swift cannot call. */
#ifndef CYAJL_SHIM_H
#define CYAJL_SHIM_H
#include <yajl/yajl_parse.h>

static inline void cy_allow_multiple_values(yajl_handle parser) {
  yajl_config(parser, yajl_allow_multiple_values, 1);
}
#endif
