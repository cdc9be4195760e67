// The values of a text column by their codes, as strings or as bytes that became none yet.
import Synchronization

/// Few of them are strings. Millions, as of order numbers, stay bytes in a mapped file until one is
/// asked for: making strings of all took longer than any question about them.
package struct Texts: Equatable, Sendable {
  private enum Storage: Sendable {
    case strings([String])
    /// UTF-8, one after another, and where each ends.
    case bytes(Cells<UInt8>, ends: Cells<UInt32>)
  }

  private let storage: Storage
  /// Found once for all copies.
  private let made: Made

  private final class Made: Sendable {
    let areAllDifferent = Mutex<Bool?>(nil)
    let values = Mutex<[Value]?>(nil)
  }

  /// Fewer than this become strings at once, which read faster.
  private static let leastBytes = 1 << 12

  package init(_ strings: [String]) { self.init(storage: .strings(strings)) }

  /// As `packed` gave them; `nil` where they cannot be that.
  package init?(bytes: Cells<UInt8>, ends: Cells<UInt32>) {
    var last: UInt32 = 0
    let span = ends.span
    for place in span.indices {
      guard span[place] >= last else { return nil }
      last = span[place]
    }
    guard Int(last) == bytes.count else { return nil }
    let all = Texts(storage: .bytes(bytes, ends: ends))
    self = ends.count < Self.leastBytes ? Texts(Array(all)) : all
  }

  private init(storage: Storage) {
    self.storage = storage
    made = Made()
  }

  /// All values as UTF-8 and where each ends; `nil` where that is past 4 GiB.
  package func packed() -> (bytes: Cells<UInt8>, ends: Cells<UInt32>)? {
    switch storage {
    case .bytes(let bytes, let ends): return (bytes, ends)
    case .strings(let strings):
      let size = strings.reduce(0) { $0 + $1.utf8.count }
      guard size <= Int(UInt32.max) else { return nil }
      let bytes = Cells<UInt8>(capacity: size) { output in
        for string in strings { for byte in string.utf8 { output.append(byte) } }
      }
      var end: UInt32 = 0
      let ends = Cells<UInt32>(capacity: strings.count) { output in
        for string in strings {
          end += UInt32(string.utf8.count)
          output.append(end)
        }
      }
      return (bytes, ends)
    }
  }

  /// Whether no two values are equal as texts. Those of a column differ in their bytes, but one
  /// letter can be written in two ways.
  package var areAllDifferent: Bool {
    made.areAllDifferent.withLock { known in
      if let known { return known }
      var met: Set<String> = []
      met.reserveCapacity(count)
      let found = allSatisfy { met.insert($0).inserted }
      known = found
      return found
    }
  }

  /// All as values, of which the first is blank: what code 0 of a column stands for. A source's
  /// names are asked for by most questions, and to make values of 20,000 took a millisecond; of so
  /// many that few ask for them all, none are kept.
  package var values: [Value] {
    guard count <= Self.mostKept else { return madeValues }
    return made.values.withLock { known in
      if let known { return known }
      let values = madeValues
      known = values
      return values
    }
  }

  private static let mostKept = 1 << 16

  private var madeValues: [Value] { [.blank] + dropFirst().map { .text($0) } }

  package static func == (left: Texts, right: Texts) -> Bool { left.elementsEqual(right) }
}

extension Texts: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .strings(let strings): strings.count
    case .bytes(_, let ends): ends.count
    }
  }

  package subscript(code: Int) -> String {
    switch storage {
    case .strings(let strings): return strings[code]
    case .bytes(let bytes, let ends):
      let start = code == 0 ? 0 : Int(ends[code - 1])
      let part = bytes.span.extracting(start..<Int(ends[code]))
      // What is no UTF-8 was never written; it would be shown with marks in place of it.
      guard let text = try? UTF8Span(validating: part) else {
        return String(decoding: part.indices.map { part[$0] }, as: UTF8.self)
      }
      return String(copying: text)
    }
  }
}

extension Texts: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: String...) { self.init(elements) }
}
