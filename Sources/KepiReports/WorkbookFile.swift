// libxlsxwriter behind one safe type. The only file in this target that says `unsafe`.
import CXLSXWriter
import Glibc

/// A workbook that is being written. It must be closed, by `bytes`.
@safe
struct WorkbookFile: ~Copyable {
  /// How a cell looks.
  struct Look: Hashable {
    var numberFormat = ""
    var isBold = false
    var hasRuleAbove = false
    var hasRuleBelow = false
    var isAlignedRight = false
  }

  @safe
  struct Sheet {
    fileprivate let pointer: UnsafeMutablePointer<lxw_worksheet>
  }

  /// Excel's own limits.
  static let greatestRowCount = 1_048_576
  static let greatestColumnCount = 16_384
  static let greatestTextLength = 32_767

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let descriptor: Int32
  private var looks: [Look: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  init() throws(WorkbookReport.Failure) {
    descriptor = cx_memory_file()
    guard descriptor >= 0, let book = unsafe workbook_new("/proc/self/fd/\(descriptor)") else {
      throw .outOfMemory
    }
    unsafe self.book = book
    // The library writes down the moment at which it works, and the same answer would have other
    // bytes each time. This one, the first of 1980, is that of its archive entries.
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = 315_532_800
    unsafe workbook_set_properties(book, &properties)
  }

  /// - Parameter name: at most 31 characters, none of `[]:*?/\`, and given to no other sheet.
  mutating func addSheet(named name: String) throws(WorkbookReport.Failure) -> Sheet {
    guard let sheet = unsafe workbook_add_worksheet(book, name) else { throw .outOfMemory }
    return unsafe Sheet(pointer: sheet)
  }

  /// A text is a text, whatever it begins with: it is never computed.
  mutating func write(_ text: String, _ sheet: Sheet, _ row: Int, _ column: Int, _ look: Look) {
    _ = unsafe worksheet_write_string(
      sheet.pointer, UInt32(row), UInt16(column), text, format(look))
  }

  mutating func write(_ number: Double, _ sheet: Sheet, _ row: Int, _ column: Int, _ look: Look) {
    _ = unsafe worksheet_write_number(
      sheet.pointer, UInt32(row), UInt16(column), number, format(look))
  }

  mutating func write(_ truth: Bool, _ sheet: Sheet, _ row: Int, _ column: Int, _ look: Look) {
    _ = unsafe worksheet_write_boolean(
      sheet.pointer, UInt32(row), UInt16(column), truth ? 1 : 0, format(look))
  }

  /// Keeps the upper rows and the left columns where they are when one scrolls.
  mutating func freeze(_ sheet: Sheet, rows: Int, columns: Int) {
    unsafe worksheet_freeze_panes(sheet.pointer, UInt32(rows), UInt16(columns))
  }

  /// - Parameter width: in characters.
  mutating func setWidth(_ width: Double, of column: Int, _ sheet: Sheet) {
    _ = unsafe worksheet_set_column(
      sheet.pointer, UInt16(column), UInt16(column), width, nil)
  }

  /// Ends the workbook.
  consuming func bytes() throws(WorkbookReport.Failure) -> [UInt8] {
    defer { close(descriptor) }
    guard unsafe workbook_close(book) == LXW_NO_ERROR else { throw .notWritten }
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw .notWritten }
    var filled = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while filled < size {
        let part = unsafe read(descriptor, buffer.baseAddress?.advanced(by: filled), size - filled)
        guard part > 0 else { break }
        filled += part
      }
      count = filled
    }
    guard filled == size else { throw .notWritten }
    return bytes
  }

  private mutating func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe looks[look] { return unsafe known }
    guard let format = unsafe workbook_add_format(book) else { return nil }
    if !look.numberFormat.isEmpty { unsafe format_set_num_format(format, look.numberFormat) }
    if look.isBold { unsafe format_set_bold(format) }
    if look.hasRuleAbove { unsafe format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if look.hasRuleBelow { unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if look.isAlignedRight {
      unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    unsafe looks[look] = format
    return unsafe format
  }
}
