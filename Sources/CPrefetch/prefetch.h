// A wish that memory be brought near before it is written, for which Swift has no word.
#pragma once

/// Never reads or writes, whatever the address is.
static inline void kepi_prefetch_for_writing(const void *address) {
  __builtin_prefetch(address, 1);
}
