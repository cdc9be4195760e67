// Bytes found in 64 others at once, by the instructions for vectors that Swift has no name for: it
// compares vectors, but cannot make the bits of a word of what it found, nor use instructions that
// only some processors have.
#pragma once

#include <stdint.h>
#if defined(__SSE2__)
#include <immintrin.h>
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

/// What `cb_list` works with on this processor: vectors of 64 bytes, of 32, or nothing.
typedef enum { cb_nothing, cb_vectors_of_32, cb_vectors_of_64 } cb_way;

static inline cb_way cb_way_to_list(void) {
#if defined(__SSE2__)
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2") &&
      __builtin_cpu_supports("popcnt"))
    return cb_vectors_of_64;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")) return cb_vectors_of_32;
#endif
  return cb_nothing;
}

#if defined(__SSE2__)
__attribute__((target("avx2,bmi,popcnt"))) static inline int64_t cb_list_by_32(
    const uint8_t *text, int64_t size, uint8_t first, uint8_t second, uint8_t third,
    uint8_t fourth, int32_t base, int32_t *list, int64_t *count, int64_t *second_count) {
  const __m256i a = _mm256_set1_epi8((char)first), b = _mm256_set1_epi8((char)second);
  const __m256i c = _mm256_set1_epi8((char)third), d = _mm256_set1_epi8((char)fourth);
  int64_t place = 0, found = *count, seconds = 0;
  for (; place < size; place += 64) {
    const __m256i low = _mm256_loadu_si256((const __m256i *)(text + place));
    const __m256i high = _mm256_loadu_si256((const __m256i *)(text + place + 32));
    const __m256i others = _mm256_or_si256(
        _mm256_or_si256(_mm256_cmpeq_epi8(low, c), _mm256_cmpeq_epi8(high, c)),
        _mm256_or_si256(_mm256_cmpeq_epi8(low, d), _mm256_cmpeq_epi8(high, d)));
    if (!_mm256_testz_si256(others, others)) break;
    const __m256i lowB = _mm256_cmpeq_epi8(low, b), highB = _mm256_cmpeq_epi8(high, b);
    const uint64_t ofB = (uint32_t)_mm256_movemask_epi8(lowB) |
        (uint64_t)(uint32_t)_mm256_movemask_epi8(highB) << 32;
    uint64_t mask =
        (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(lowB, _mm256_cmpeq_epi8(low, a))) |
        (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_or_si256(highB, _mm256_cmpeq_epi8(high, a)))
            << 32;
    seconds += __builtin_popcountll(ofB);
    const int64_t end = found + __builtin_popcountll(mask);
    // Eight at a time: a loop whose length changes from word to word is guessed wrong too often.
    while (found < end) {
      for (int step = 0; step < 8; step++) {
        list[found + step] = base + (int32_t)(place + (int64_t)_tzcnt_u64(mask));
        mask = _blsr_u64(mask);
      }
      found += 8;
    }
    found = end;
  }
  *count = found;
  *second_count += seconds;
  return place;
}

/// The same where an instruction picks the places out of a list of all 64.
__attribute__((target("avx512f,avx512bw,avx512vbmi2,popcnt"))) static inline int64_t cb_list_by_64(
    const uint8_t *text, int64_t size, uint8_t first, uint8_t second, uint8_t third,
    uint8_t fourth, int32_t base, int32_t *list, int64_t *count, int64_t *second_count) {
  const __m512i a = _mm512_set1_epi8((char)first), b = _mm512_set1_epi8((char)second);
  const __m512i c = _mm512_set1_epi8((char)third), d = _mm512_set1_epi8((char)fourth);
  // The places 0 to 63, as many bytes.
  __m512i all = _mm512_set1_epi64(0x0706050403020100);
  all = _mm512_add_epi8(all, _mm512_setr_epi64(
      0, 0x0808080808080808, 0x1010101010101010, 0x1818181818181818, 0x2020202020202020,
      0x2828282828282828, 0x3030303030303030, 0x3838383838383838));
  int64_t place = 0, found = *count, seconds = 0;
  for (; place < size; place += 64) {
    const __m512i bytes = _mm512_loadu_si512(text + place);
    if (_mm512_cmpeq_epi8_mask(bytes, c) | _mm512_cmpeq_epi8_mask(bytes, d)) break;
    const uint64_t ofB = _mm512_cmpeq_epi8_mask(bytes, b);
    const uint64_t mask = ofB | _mm512_cmpeq_epi8_mask(bytes, a);
    const __m512i chosen = _mm512_maskz_compress_epi8(mask, all);
    const __m512i start = _mm512_set1_epi32(base + (int32_t)place);
    const int64_t number = __builtin_popcountll(mask);
    // Sixteen at a time, of which mostly all fit: cells are longer than four bytes on the average.
#define CB_PUT(quarter) \
  _mm512_storeu_si512( \
      list + found + 16 * quarter, \
      _mm512_add_epi32( \
          start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(chosen, quarter))))
    CB_PUT(0);
    if (number > 16) {
      CB_PUT(1);
      if (number > 32) {
        CB_PUT(2);
        CB_PUT(3);
      }
    }
#undef CB_PUT
    seconds += __builtin_popcountll(ofB);
    found += number;
  }
  *count = found;
  *second_count += seconds;
  return place;
}
#endif

/// Lists where the first two bytes are in a text of so many times 64 bytes, up to the 64 in which the
/// third or the fourth is anywhere. Gives how many bytes were looked through.
///
/// `list` has room for one place a byte and 16 more; `count` places are in it, and `second_count` of
/// those found are of the second. `base` is added to each place.
static inline int64_t cb_list(
    cb_way way, const uint8_t *text, int64_t size, uint8_t first, uint8_t second, uint8_t third,
    uint8_t fourth, int32_t base, int32_t *list, int64_t *count, int64_t *second_count) {
#if defined(__SSE2__)
  switch (way) {
    case cb_vectors_of_64:
      return cb_list_by_64(
          text, size, first, second, third, fourth, base, list, count, second_count);
    case cb_vectors_of_32:
      return cb_list_by_32(
          text, size, first, second, third, fourth, base, list, count, second_count);
    case cb_nothing: return 0;
  }
#endif
  return 0;
}
