// yajl behind one safe type: JSON as a stream of events.
import CYajl

protocol JSONHandler: AnyObject {
  func begin(isObject: Bool) throws(ContainerFailure)
  func end(isObject: Bool) throws(ContainerFailure)
  /// The name of the value that follows, in an object.
  func name(_ bytes: Span<UInt8>) throws(ContainerFailure)
  func text(_ bytes: Span<UInt8>) throws(ContainerFailure)
  /// As it is written: no digit is lost on the way.
  func number(_ bytes: Span<UInt8>) throws(ContainerFailure)
  func truth(_ value: Bool) throws(ContainerFailure)
  func null() throws(ContainerFailure)
}

enum JSONParser {
  /// So much is read before it is asked whether to go on.
  private static let step = 1 << 18
  /// yajl holds back a text until it is complete; none is as long as this.
  private static let longestText = 16 << 20

  /// Reads a text of one value or of several, one after another. It is UTF-8.
  static func parse(
    _ text: LargeFile, _ handler: any JSONHandler, limits: ContainerLimits,
    isCancelled: () -> Bool = { false }
  ) throws(ContainerFailure) {
    let context = Context(handler, limits)
    var callbacks = yajl_callbacks()
    unsafe callbacks.yajl_null = { data in
      unsafe Context.call(data) { context throws(ContainerFailure) in
        try context.handler.null()
      }
    }
    unsafe callbacks.yajl_boolean = { data, value in
      unsafe Context.call(data) { context throws(ContainerFailure) in
        try context.handler.truth(value != 0)
      }
    }
    unsafe callbacks.yajl_number = { data, text, count in
      unsafe Context.call(data, UnsafeRawPointer(text), count) {
        context, bytes throws(ContainerFailure) in try context.handler.number(bytes)
      }
    }
    unsafe callbacks.yajl_string = { data, text, count in
      unsafe Context.call(data, UnsafeRawPointer(text), count) {
        context, bytes throws(ContainerFailure) in try context.handler.text(bytes)
      }
    }
    unsafe callbacks.yajl_map_key = { data, text, count in
      unsafe Context.call(data, UnsafeRawPointer(text), count) {
        context, bytes throws(ContainerFailure) in try context.handler.name(bytes)
      }
    }
    unsafe callbacks.yajl_start_map = { data in
      unsafe Context.call(data) { context throws(ContainerFailure) in
        try context.enter()
        try context.handler.begin(isObject: true)
      }
    }
    unsafe callbacks.yajl_end_map = { data in
      unsafe Context.call(data) { context throws(ContainerFailure) in
        context.depth -= 1
        try context.handler.end(isObject: true)
      }
    }
    unsafe callbacks.yajl_start_array = { data in
      unsafe Context.call(data) { context throws(ContainerFailure) in
        try context.enter()
        try context.handler.begin(isObject: false)
      }
    }
    unsafe callbacks.yajl_end_array = { data in
      unsafe Context.call(data) { context throws(ContainerFailure) in
        context.depth -= 1
        try context.handler.end(isObject: false)
      }
    }
    var status = yajl_status_error
    var offset = 0
    var isComplete = false
    unsafe withUnsafePointer(to: callbacks) { callbacks in
      guard
        let parser = unsafe yajl_alloc(
          callbacks, nil, Unmanaged.passUnretained(context).toOpaque())
      else { preconditionFailure("there is no memory for a parser") }
      unsafe cy_allow_multiple_values(parser)
      status = yajl_status_ok
      var start = 0
      var lastEvent = (count: 0, end: 0)
      do throws(ContainerFailure) {
        try text.forEachPiece(of: step) { piece throws(ContainerFailure) in
          if isCancelled() { throw .stopped }
          unsafe piece.withUnsafeBufferPointer { buffer in
            status = unsafe yajl_parse(parser, buffer.baseAddress, buffer.count)
          }
          offset = unsafe start + yajl_get_bytes_consumed(parser)
          start += piece.count
          guard status == yajl_status_ok else { throw .malformed(form: "JSON", line: nil) }
          if context.eventCount != lastEvent.count { lastEvent = (context.eventCount, start) }
          if start - lastEvent.end > longestText { throw .cellTooLong(limit: longestText) }
        }
      } catch {
        if status == yajl_status_ok {
          context.fail(error)
          status = yajl_status_client_canceled
        }
      }
      if status == yajl_status_ok {
        isComplete = true
        status = unsafe yajl_complete_parse(parser)
      }
      unsafe yajl_free(parser)
    }
    withExtendedLifetime(context) {}
    if let failure = context.failure { throw failure }
    guard status != yajl_status_ok else { return }
    if isComplete { throw .endsInTheMiddle }
    var line = 1
    var left = min(offset, text.size)
    try text.forEachPiece(of: step) { piece throws(ContainerFailure) in
      for place in 0..<min(left, piece.count) where piece[place] == UInt8(ascii: "\n") { line += 1 }
      left -= min(left, piece.count)
    }
    throw .malformed(form: "JSON", line: line)
  }

  /// What the calls back from C need.
  private final class Context {
    let handler: any JSONHandler
    private let limits: ContainerLimits
    var depth = 0
    private(set) var eventCount = 0
    private(set) var failure: ContainerFailure?

    init(_ handler: any JSONHandler, _ limits: ContainerLimits) {
      self.handler = handler
      self.limits = limits
    }

    func fail(_ failure: ContainerFailure) { self.failure = failure }

    func enter() throws(ContainerFailure) {
      depth += 1
      guard depth <= limits.depth else { throw .tooDeep(limit: limits.depth) }
    }

    /// 1 goes on, 0 stops the parser.
    @unsafe
    static func call(
      _ data: UnsafeMutableRawPointer?,
      _ body: (Context) throws(ContainerFailure) -> Void
    ) -> Int32 {
      guard let data = unsafe data else { return 0 }
      let context = unsafe Unmanaged<Context>.fromOpaque(data).takeUnretainedValue()
      context.eventCount &+= 1
      do throws(ContainerFailure) {
        try body(context)
        return 1
      } catch {
        context.failure = error
        return 0
      }
    }

    @unsafe
    static func call(
      _ data: UnsafeMutableRawPointer?, _ text: UnsafeRawPointer?, _ count: Int,
      _ body: (Context, Span<UInt8>) throws(ContainerFailure) -> Void
    ) -> Int32 {
      unsafe call(data) { context throws(ContainerFailure) in
        let bytes = unsafe UnsafeRawBufferPointer(start: text, count: count)
        try body(context, unsafe Span<UInt8>(_unsafeBytes: bytes))
      }
    }
  }
}
