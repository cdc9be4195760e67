// expat behind one safe type: XML as a stream of events.
import CExpat

/// An element as it opens: its name and attributes without the prefixes of namespaces.
package struct XMLElement {
  fileprivate(set) var name: [UInt8] = []
  fileprivate(set) var attributes: [(name: Range<Int>, value: Range<Int>)] = []
  /// The bytes that the ranges of `attributes` are of.
  fileprivate(set) var attributeBytes: [UInt8] = []

  func isNamed(_ word: StaticString) -> Bool { name[...].equals(word) }

  /// The value of an attribute, by its name without a prefix.
  func value(_ word: StaticString) -> ArraySlice<UInt8>? {
    for attribute in attributes where attributeBytes[attribute.name].equals(word) {
      return attributeBytes[attribute.value]
    }
    return nil
  }

  func text(_ word: StaticString) -> String? {
    value(word).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension ArraySlice<UInt8> {
  func equals(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in unsafe elementsEqual(buffer) }
  }
}

protocol XMLHandler: AnyObject {
  func begin(_ element: borrowing XMLElement) throws(ContainerFailure)
  func end(_ name: ArraySlice<UInt8>) throws(ContainerFailure)
  /// A piece of the text between tags, which may come in several.
  func text(_ bytes: Span<UInt8>) throws(ContainerFailure)
}

/// Takes a document piece by piece and tells a handler what is in it. Document types are refused:
/// no report has one, and the entities they declare may grow without end.
@safe
final class XMLParser {
  private let parser: XML_Parser
  private let context: Context
  private var given = 0

  /// Expat holds back a tag until it is complete; none is as long as this.
  private static let longestTag = 16 << 20

  /// `isUTF8` overrides what the document says of its encoding, for one that was decoded before.
  init(_ handler: any XMLHandler, limits: ContainerLimits, isUTF8: Bool = false) {
    guard let parser = unsafe XML_ParserCreate(isUTF8 ? "UTF-8" : nil) else {
      preconditionFailure("there is no memory for a parser")
    }
    unsafe self.parser = parser
    context = unsafe Context(handler, parser, limits)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data = unsafe data, let name = unsafe name else { return }
        let context = unsafe Unmanaged<Context>.fromOpaque(data).takeUnretainedValue()
        unsafe context.begin(name, attributes)
      },
      { data, name in
        guard let data = unsafe data, let name = unsafe name else { return }
        let context = unsafe Unmanaged<Context>.fromOpaque(data).takeUnretainedValue()
        unsafe context.end(name)
      })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let data = unsafe data, let text = unsafe text else { return }
      let context = unsafe Unmanaged<Context>.fromOpaque(data).takeUnretainedValue()
      unsafe context.text(text, Int(count))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let data = unsafe data else { return }
      unsafe Unmanaged<Context>.fromOpaque(data).takeUnretainedValue().fail(.documentType)
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  func take(_ bytes: Span<UInt8>) throws(ContainerFailure) {
    let status = unsafe bytes.withUnsafeBytes { buffer in
      unsafe XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 0)
    }
    given += bytes.count
    try check(status)
    if given - Int(unsafe XML_GetCurrentByteIndex(parser)) > Self.longestTag {
      throw .cellTooLong(limit: Self.longestTag)
    }
  }

  func finish() throws(ContainerFailure) {
    try check(unsafe XML_Parse(parser, nil, 0, 1))
  }

  private func check(_ status: XML_Status) throws(ContainerFailure) {
    if let failure = context.failure { throw failure }
    guard status != XML_STATUS_OK else { return }
    switch unsafe XML_GetErrorCode(parser) {
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_NO_ELEMENTS,
      XML_ERROR_UNCLOSED_CDATA_SECTION:
      throw .endsInTheMiddle
    default:
      throw .malformed(form: "XML", line: Int(unsafe XML_GetCurrentLineNumber(parser)))
    }
  }

  /// What the calls back from C need. It lives as long as the parser.
  @safe
  private final class Context {
    private let handler: any XMLHandler
    private let parser: XML_Parser
    private let limits: ContainerLimits
    private var element = XMLElement()
    private var endName: [UInt8] = []
    private var depth = 0
    private(set) var failure: ContainerFailure?

    init(_ handler: any XMLHandler, _ parser: XML_Parser, _ limits: ContainerLimits) {
      self.handler = handler
      unsafe self.parser = parser
      self.limits = limits
    }

    func fail(_ failure: ContainerFailure) {
      if self.failure == nil { self.failure = failure }
      _ = unsafe XML_StopParser(parser, XML_Bool(0))
    }

    @unsafe
    func begin(
      _ name: UnsafePointer<CChar>, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
      guard failure == nil else { return }
      depth += 1
      guard depth <= limits.depth else { return fail(.tooDeep(limit: limits.depth)) }
      // Taken out and put back, so that each change of it is not checked by itself.
      var element = XMLElement()
      swap(&element, &self.element)
      defer { swap(&element, &self.element) }
      element.name.removeAll(keepingCapacity: true)
      element.attributes.removeAll(keepingCapacity: true)
      element.attributeBytes.removeAll(keepingCapacity: true)
      unsafe Self.append(name, to: &element.name, isName: true)
      if var pair = unsafe pairs {
        while let key = unsafe pair[0], let value = unsafe pair[1] {
          let first = element.attributeBytes.count
          unsafe Self.append(key, to: &element.attributeBytes, isName: true)
          let second = element.attributeBytes.count
          unsafe Self.append(value, to: &element.attributeBytes, isName: false)
          element.attributes.append((first..<second, second..<element.attributeBytes.count))
          unsafe pair += 2
        }
      }
      do throws(ContainerFailure) { try handler.begin(element) } catch { fail(error) }
    }

    @unsafe
    func end(_ name: UnsafePointer<CChar>) {
      guard failure == nil else { return }
      depth -= 1
      endName.removeAll(keepingCapacity: true)
      unsafe Self.append(name, to: &endName, isName: true)
      do throws(ContainerFailure) { try handler.end(endName[...]) } catch { fail(error) }
    }

    @unsafe
    func text(_ text: UnsafePointer<CChar>, _ count: Int) {
      guard failure == nil else { return }
      let bytes = unsafe UnsafeRawBufferPointer(start: text, count: count)
      let piece = unsafe Span<UInt8>(_unsafeBytes: bytes)
      do throws(ContainerFailure) { try handler.text(piece) } catch { fail(error) }
    }

    /// A name loses the prefix that stands for its namespace.
    @unsafe
    private static func append(
      _ text: UnsafePointer<CChar>, to bytes: inout [UInt8], isName: Bool
    ) {
      var start = unsafe text
      var end = unsafe text
      while unsafe end.pointee != 0 {
        if isName, unsafe end.pointee == 0x3A {
          unsafe start = end + 1
        }
        unsafe end += 1
      }
      let piece = unsafe UnsafeRawBufferPointer(start: start, count: end - start)
      unsafe bytes.append(contentsOf: piece)
    }
  }
}
