// Cells of a column looked up in a table four at a time, by vector instructions that Swift has no
// names for. What the table is, `WordMemo` says, which does the same without vectors.
#pragma once

#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

/// One cell of the table: its last eight bytes, the last of them highest, and all that it is long;
/// of -1 bytes where there is none.
typedef struct {
  uint64_t word;
  int32_t code, count;
} cs_entry;

/// How the place of a cell follows from its word.
typedef enum { cs_scattered, cs_whole, cs_decimal } cs_order;

typedef struct {
  const cs_entry *entries;
  /// One less than there are entries, a power of two.
  uint64_t mask;
  /// How far from one another cells of different lengths begin.
  uint64_t spread;
  /// The first bytes of cells of more than eight.
  uint64_t prefix;
  cs_order order;
  int has_prefix;
  /// Whether no cell stands but in its own place; else it may stand in the other of a pair.
  int is_direct;
} cs_table;

typedef struct {
  /// What places in `ends` count from. Eight bytes before each end, and behind each beginning, may be
  /// read.
  const uint8_t *text;
  /// The end of the cell before, then that of the cell, for row after row.
  const int32_t *ends;
  /// From a row to the next.
  int64_t width;
  int64_t row_count;
  /// From the end of the cell before to the beginning of the cell.
  int64_t gap;
} cs_column;

/// Whether `cs_look_up` works on this processor.
static inline int cs_can_look_up(void) {
#if defined(__SSE2__)
  return __builtin_cpu_supports("avx2");
#else
  return 0;
#endif
}

#if defined(__SSE2__)
#define CS_TARGET __attribute__((target("avx2"), always_inline)) static inline

CS_TARGET int64_t cs_word(const void *bytes) {
  int64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

/// The codes of four rows, found or not. Adds to `differs` what is not as it should be: all of it is
/// zero where each cell stands in its own place. Where they may also stand beside it, `found` has a
/// bit for each row that was found.
CS_TARGET __m128i cs_four(
    const cs_table *table, const cs_column *column, const int32_t *a, const int32_t *b,
    const int32_t *c, const int32_t *d, int has_prefix, cs_order order, int is_direct,
    __m256i *differs, int *found) {
  const uint8_t *text = column->text;
  const __m256i all = _mm256_set1_epi64x(-1), bits64 = _mm256_set1_epi64x(64);
  // The end of the cell before in the low half, that of the cell in the high one.
  const __m256i pairs = _mm256_setr_epi64x(cs_word(a), cs_word(b), cs_word(c), cs_word(d));
  const __m256i starts = _mm256_add_epi32(pairs, _mm256_set1_epi64x(column->gap));
  const __m256i counts = _mm256_sub_epi32(_mm256_srli_epi64(pairs, 32), starts);
  // As 64 bits, without what was left in the high half.
  const __m256i count = _mm256_blend_epi32(counts, _mm256_setzero_si256(), 0xAA);
  const __m256i bits = _mm256_slli_epi64(count, 3);
  // A count of up to 2^13 bytes keeps its bits in 16; longer cells have no entry, whatever is found.
  __m256i word = _mm256_setr_epi64x(
      cs_word(text + a[1] - 8), cs_word(text + b[1] - 8), cs_word(text + c[1] - 8),
      cs_word(text + d[1] - 8));
  word = _mm256_and_si256(word, _mm256_sllv_epi64(all, _mm256_subs_epu16(bits64, bits)));
  __m256i strange = _mm256_setzero_si256();
  if (has_prefix) {
    const int64_t gap = column->gap;
    const __m256i first = _mm256_setr_epi64x(
        cs_word(text + a[0] + gap), cs_word(text + b[0] + gap), cs_word(text + c[0] + gap),
        cs_word(text + d[0] + gap));
    strange = _mm256_andnot_si256(
        _mm256_sllv_epi64(all, _mm256_subs_epu16(bits, bits64)),
        _mm256_xor_si256(first, _mm256_set1_epi64x((int64_t)table->prefix)));
  }
  __m256i place;
  if (order == cs_scattered) {
    place = _mm256_srli_epi64(
        _mm256_add_epi64(
            _mm256_mul_epu32(word, _mm256_set1_epi64x(0x9E3779B1)),
            _mm256_mul_epu32(_mm256_srli_epi64(word, 32), _mm256_set1_epi64x(0x85EBCA77))),
        32);
  } else {
    const __m256i digits = _mm256_and_si256(word, _mm256_set1_epi8(15));
    const __m256i twos = _mm256_maddubs_epi16(digits, _mm256_set1_epi16(0x010A));
    const __m256i fours = _mm256_madd_epi16(
        twos, _mm256_set1_epi64x(order == cs_whole ? 0x0001006400010064 : 0x0001000A00010064));
    place = _mm256_add_epi64(
        _mm256_mul_epu32(fours, _mm256_set1_epi64x(order == cs_whole ? 10000 : 1000)),
        _mm256_srli_epi64(fours, 32));
    place = _mm256_add_epi64(
        place, _mm256_mul_epu32(count, _mm256_set1_epi64x((int64_t)table->spread)));
  }
  place = _mm256_and_si256(place, _mm256_set1_epi64x((int64_t)table->mask));
  const __m256i offsets = _mm256_slli_epi64(place, 4);
  const __m128i low = _mm256_castsi256_si128(offsets), high = _mm256_extracti128_si256(offsets, 1);
  const int64_t at[4] = {
      _mm_cvtsi128_si64(low), _mm_extract_epi64(low, 1), _mm_cvtsi128_si64(high),
      _mm_extract_epi64(high, 1)};
  const char *entries = (const char *)table->entries;
  const __m256i count32 = _mm256_slli_epi64(count, 32);
  const __m256i wantAC = _mm256_unpacklo_epi64(word, count32);
  const __m256i wantBD = _mm256_unpackhi_epi64(word, count32);
#define CS_ENTRY(place) _mm_loadu_si128((const __m128i *)(entries + (place)))
#define CS_ENTRIES(one, two) \
  _mm256_inserti128_si256(_mm256_castsi128_si256(CS_ENTRY(one)), CS_ENTRY(two), 1)
  __m256i ac = CS_ENTRIES(at[0], at[2]), bd = CS_ENTRIES(at[1], at[3]);
  // Without the codes, which are wanted, not compared.
  __m256i differAC = _mm256_blend_epi32(_mm256_xor_si256(ac, wantAC), _mm256_setzero_si256(), 0x44);
  __m256i differBD = _mm256_blend_epi32(_mm256_xor_si256(bd, wantBD), _mm256_setzero_si256(), 0x44);
  if (is_direct) {
    *differs = _mm256_or_si256(
        *differs, _mm256_or_si256(strange, _mm256_or_si256(differAC, differBD)));
  } else {
    const __m256i ac2 = CS_ENTRIES(at[0] ^ 16, at[2] ^ 16), bd2 = CS_ENTRIES(at[1] ^ 16, at[3] ^ 16);
    const __m256i differAC2 =
        _mm256_blend_epi32(_mm256_xor_si256(ac2, wantAC), _mm256_setzero_si256(), 0x44);
    const __m256i differBD2 =
        _mm256_blend_epi32(_mm256_xor_si256(bd2, wantBD), _mm256_setzero_si256(), 0x44);
    const __m256i zero = _mm256_setzero_si256();
#define CS_IS_SAME(low, high) \
  _mm256_cmpeq_epi64( \
      _mm256_or_si256(_mm256_unpacklo_epi64(low, high), _mm256_unpackhi_epi64(low, high)), zero)
    // In the order of rows: a, b, c, d.
    const __m256i same = CS_IS_SAME(differAC, differBD), same2 = CS_IS_SAME(differAC2, differBD2);
    const __m256i isFound = _mm256_and_si256(
        _mm256_or_si256(same, same2), _mm256_cmpeq_epi64(strange, zero));
    *found = _mm256_movemask_pd(_mm256_castsi256_pd(isFound));
    ac = _mm256_blendv_epi8(ac2, ac, _mm256_unpacklo_epi64(same, same));
    bd = _mm256_blendv_epi8(bd2, bd, _mm256_unpackhi_epi64(same, same));
#undef CS_IS_SAME
  }
#undef CS_ENTRIES
#undef CS_ENTRY
  const __m256i codes = _mm256_unpackhi_epi32(ac, bd);
  return _mm_unpacklo_epi64(_mm256_castsi256_si128(codes), _mm256_extracti128_si256(codes, 1));
}

/// The codes of so many rows from one on, 64 at most, as `cs_four`. Gives the rows that were not found
/// as bits; where all stand in their own places, which of them it was is not told.
CS_TARGET uint64_t cs_step(
    const cs_table *table, const cs_column *column, int64_t row, int64_t count, int has_prefix,
    cs_order order, int is_direct, int32_t *codes) {
  const int64_t width = column->width;
  const int32_t *ends = column->ends + row * width;
  __m256i differs = _mm256_setzero_si256();
  uint64_t missed = 0;
  int64_t done = 0;
  for (; done + 4 <= count; done += 4, ends += 4 * width) {
    int found = 15;
    const __m128i four = cs_four(
        table, column, ends, ends + width, ends + 2 * width, ends + 3 * width, has_prefix, order,
        is_direct, &differs, &found);
    _mm_storeu_si128((__m128i *)(codes + row + done), four);
    if (!is_direct) missed |= (uint64_t)(found ^ 15) << done;
  }
  if (done < count) {
    // The last row stands for those that are not there.
    const int32_t *last = ends + (count - 1 - done) * width;
    const int32_t *second = done + 1 < count ? ends + width : last;
    int found = 15;
    int32_t few[4];
    _mm_storeu_si128(
        (__m128i *)few, cs_four(
            table, column, ends, second, last, last, has_prefix, order, is_direct, &differs,
            &found));
    memcpy(codes + row + done, few, (size_t)(count - done) * sizeof(int32_t));
    if (!is_direct) missed |= ((uint64_t)(found ^ 15) & ((1 << (count - done)) - 1)) << done;
  }
  return is_direct ? !_mm256_testz_si256(differs, differs) : missed;
}

CS_TARGET int64_t cs_rows(
    const cs_table *table, const cs_column *column, int64_t row, int has_prefix, cs_order order,
    int32_t *codes, uint64_t *missed) {
  for (; row < column->row_count; row += 64) {
    const int64_t left = column->row_count - row, count = left < 64 ? left : 64;
    if (table->is_direct && !cs_step(table, column, row, count, has_prefix, order, 1, codes))
      continue;
    *missed = cs_step(table, column, row, count, has_prefix, order, 0, codes);
    if (*missed) return row;
  }
  *missed = 0;
  return row;
}

/// The codes of a column from a row on, 64 rows after one another, until some of them have a cell that
/// is not found where it is looked for. Gives the first of those 64, and in `missed` a bit for each;
/// 0, and a row behind the last, where there are none.
__attribute__((target("avx2"))) static int64_t cs_look_up(
    const cs_table *table, const cs_column *column, int64_t row, int32_t *codes,
    uint64_t *missed) {
  // One loop for each: what does not change is not asked in it.
  if (table->has_prefix) switch (table->order) {
    case cs_scattered: return cs_rows(table, column, row, 1, cs_scattered, codes, missed);
    case cs_whole: return cs_rows(table, column, row, 1, cs_whole, codes, missed);
    case cs_decimal: return cs_rows(table, column, row, 1, cs_decimal, codes, missed);
  }
  switch (table->order) {
    case cs_scattered: return cs_rows(table, column, row, 0, cs_scattered, codes, missed);
    case cs_whole: return cs_rows(table, column, row, 0, cs_whole, codes, missed);
    case cs_decimal: return cs_rows(table, column, row, 0, cs_decimal, codes, missed);
  }
  return row;
}
#undef CS_TARGET
#else
static int64_t cs_look_up(
    const cs_table *table, const cs_column *column, int64_t row, int32_t *codes,
    uint64_t *missed) {
  *missed = 0;
  return row;
}
#endif
