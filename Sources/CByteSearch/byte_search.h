// Bytes found in 64 others at once, by the instructions for vectors that Swift has no name for: it
// compares vectors, but cannot make the bits of a word of what it found.
#pragma once

#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

typedef struct {
  /// Bit by bit where each of the two is, the first byte lowest.
  uint64_t first, second;
  /// Not 0 where the third or the fourth is anywhere.
  uint64_t others;
} cb_matches;

static inline cb_matches cb_find(
    const uint8_t *text, uint8_t first, uint8_t second, uint8_t third, uint8_t fourth) {
  cb_matches found = {0, 0, 0};
#if defined(__SSE2__)
  const __m128i a = _mm_set1_epi8((char)first), b = _mm_set1_epi8((char)second);
  const __m128i c = _mm_set1_epi8((char)third), d = _mm_set1_epi8((char)fourth);
  __m128i others = _mm_setzero_si128();
  for (int start = 0; start < 64; start += 16) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + start));
    const uint32_t ofFirst = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, a));
    const uint32_t ofSecond = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, b));
    found.first |= (uint64_t)ofFirst << start;
    found.second |= (uint64_t)ofSecond << start;
    others = _mm_or_si128(others, _mm_cmpeq_epi8(bytes, c));
    others = _mm_or_si128(others, _mm_cmpeq_epi8(bytes, d));
  }
  found.others = (uint64_t)_mm_movemask_epi8(others);
#else
  for (int place = 0; place < 64; place++) {
    const uint8_t byte = text[place];
    found.first |= (uint64_t)(byte == first) << place;
    found.second |= (uint64_t)(byte == second) << place;
    found.others |= (byte == third) | (byte == fourth);
  }
#endif
  return found;
}
