// expat behind one safe type: XML as a stream of events.
import CExpat

protocol XMLHandler {
  mutating func begin(_ element: borrowing XMLElement) throws(ContainerFailure)
  /// The name is without a prefix.
  mutating func end(_ name: Span<UInt8>) throws(ContainerFailure)
  /// A piece of the text between tags, which may come in several.
  mutating func text(_ bytes: Span<UInt8>) throws(ContainerFailure)
}

/// Takes a document piece by piece and tells a handler what is in it. Document types are refused:
/// no report has one, and the entities they declare may grow without end.
@safe
final class XMLParser<Handler: XMLHandler> {
  var handler: Handler
  private let parser: XML_Parser
  /// Of the calls back from C, which have nothing else; it lives as long as the parser.
  private let record: UnsafeMutablePointer<XMLRecord>
  private var given = 0

  /// Expat holds back a tag until it is complete; none is as long as this.
  private let longestTag = 16 << 20

  /// `isUTF8` overrides what the document says of its encoding, for one that was decoded before.
  init(_ handler: Handler, limits: ContainerLimits, isUTF8: Bool = false) {
    guard let parser = unsafe XML_ParserCreate(isUTF8 ? "UTF-8" : nil) else {
      preconditionFailure("there is no memory for a parser")
    }
    self.handler = handler
    unsafe self.parser = parser
    unsafe record = .allocate(capacity: 1)
    unsafe record.initialize(to: XMLRecord(parser, mostDepth: limits.depth))
    unsafe XMLRecord.listen(parser, record)
  }

  /// How many elements are open.
  var depth: Int { unsafe record.pointee.depth }

  deinit {
    unsafe XML_ParserFree(parser)
    unsafe record.deinitialize(count: 1)
    unsafe record.deallocate()
  }

  func take(_ bytes: Span<UInt8>) throws(ContainerFailure) {
    let status = unsafe bytes.withUnsafeBytes { buffer in
      unsafe XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 0)
    }
    given += bytes.count
    try check(status)
    if given - Int(unsafe XML_GetCurrentByteIndex(parser)) > longestTag {
      throw .cellTooLong(limit: longestTag)
    }
  }

  func finish() throws(ContainerFailure) {
    try check(unsafe XML_Parse(parser, nil, 0, 1))
  }

  /// What came before a failure is told first, and may be one itself.
  private func check(_ status: XML_Status) throws(ContainerFailure) {
    try unsafe record.pointee.events.handOn(to: &handler)
    unsafe record.pointee.events.removeAll()
    if let failure = unsafe record.pointee.failure { throw failure }
    guard status != XML_STATUS_OK else { return }
    switch unsafe XML_GetErrorCode(parser) {
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_NO_ELEMENTS,
      XML_ERROR_UNCLOSED_CDATA_SECTION:
      throw .endsInTheMiddle
    default:
      throw .malformed(form: "XML", line: Int(unsafe XML_GetCurrentLineNumber(parser)))
    }
  }
}

/// What is written down while a piece of a document is parsed.
@safe
private struct XMLRecord: ~Copyable {
  var events = XMLEvents()
  private(set) var failure: ContainerFailure?
  private let parser: XML_Parser
  private let mostDepth: Int
  private(set) var depth = 0

  init(_ parser: XML_Parser, mostDepth: Int) {
    unsafe self.parser = parser
    self.mostDepth = mostDepth
  }

  @unsafe
  static func listen(_ parser: XML_Parser, _ record: UnsafeMutablePointer<XMLRecord>) {
    unsafe XML_SetUserData(parser, record)
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data = unsafe data, let name = unsafe name else { return }
        unsafe data.assumingMemoryBound(to: XMLRecord.self).pointee.begin(name, attributes)
      },
      { data, name in
        guard let data = unsafe data, let name = unsafe name else { return }
        unsafe data.assumingMemoryBound(to: XMLRecord.self).pointee.end(name)
      })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let data = unsafe data, let text = unsafe text else { return }
      unsafe data.assumingMemoryBound(to: XMLRecord.self).pointee.text(text, Int(count))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let data = unsafe data else { return }
      unsafe data.assumingMemoryBound(to: XMLRecord.self).pointee.fail(.documentType)
    }
  }

  private mutating func fail(_ failure: ContainerFailure) {
    if self.failure == nil { self.failure = failure }
    _ = unsafe XML_StopParser(parser, XML_Bool(0))
  }

  @unsafe
  private mutating func begin(
    _ name: UnsafePointer<CChar>, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard failure == nil else { return }
    depth += 1
    guard depth <= mostDepth else { return fail(.tooDeep(limit: mostDepth)) }
    unsafe events.begin(name)
    guard var pair = unsafe pairs else { return }
    while let key = unsafe pair[0], let value = unsafe pair[1] {
      unsafe events.addAttribute(key, value)
      unsafe pair += 2
    }
  }

  @unsafe
  private mutating func end(_ name: UnsafePointer<CChar>) {
    guard failure == nil else { return }
    depth -= 1
    unsafe events.end(name)
  }

  @unsafe
  private mutating func text(_ text: UnsafePointer<CChar>, _ count: Int) {
    guard failure == nil else { return }
    unsafe events.text(text, count: count)
  }
}
