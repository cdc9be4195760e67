/* Typed wrappers for the variadic calls of libedit, which Swift cannot call. */
#ifndef CEDITLINE_SHIM_H
#define CEDITLINE_SHIM_H
#include <histedit.h>
#endif
