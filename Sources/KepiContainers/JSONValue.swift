// A text of JSON as a tree, for what is small enough to be one: the receipt of an answer.

package indirect enum JSONValue: Equatable, Sendable {
  case object([Member])
  case array([JSONValue])
  case text(String)
  /// As it is written.
  case number(String)
  case truth(Bool)
  case null

  package struct Member: Equatable, Sendable {
    package let name: String
    package let value: JSONValue
  }

  /// All values of a text, one after another.
  package static func read(_ bytes: [UInt8]) throws(ContainerFailure) -> [JSONValue] {
    let builder = JSONTreeBuilder()
    try JSONParser.parse(LargeFile(bytes), builder, limits: .standard)
    return builder.values
  }

  /// The first member of that name.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
  package var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }
  package var integer: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
}

private final class JSONTreeBuilder: JSONHandler {
  private enum Frame {
    case object([JSONValue.Member], name: String)
    case array([JSONValue])
  }

  private(set) var values: [JSONValue] = []
  private var open: [Frame] = []

  func begin(isObject: Bool) { open.append(isObject ? .object([], name: "") : .array([])) }

  func end(isObject: Bool) {
    switch open.popLast() {
    case .object(let members, _): add(.object(members))
    case .array(let items): add(.array(items))
    case nil: break
    }
  }

  func name(_ bytes: Span<UInt8>) {
    guard case .object(let members, _) = open.popLast() else { return }
    open.append(.object(members, name: string(bytes)))
  }

  func text(_ bytes: Span<UInt8>) { add(.text(string(bytes))) }
  func number(_ bytes: Span<UInt8>) { add(.number(string(bytes))) }
  func truth(_ value: Bool) { add(.truth(value)) }
  func null() { add(.null) }

  private func add(_ value: JSONValue) {
    switch open.popLast() {
    case .object(let members, let name):
      open.append(.object(members + [JSONValue.Member(name: name, value: value)], name: ""))
    case .array(let items): open.append(.array(items + [value]))
    case nil: values.append(value)
    }
  }

  private func string(_ bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for place in bytes.indices { copy.append(bytes[place]) }
    return String(decoding: copy, as: UTF8.self)
  }
}
