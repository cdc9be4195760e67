// Columns and their units in a file of the cache.
import KepiColumns

extension Unit {
  func add(to packer: inout Packer) {
    switch self {
    case .money(.fixed(let code)):
      packer.add(0)
      packer.add(code)
    case .money(.column(let name)):
      packer.add(1)
      packer.add(name)
    case .money(.unknown): packer.add(2)
    case .count: packer.add(3)
    case .number: packer.add(4)
    case .percent: packer.add(5)
    case .days: packer.add(6)
    case .text: packer.add(7)
    case .date(let grain):
      packer.add(8)
      packer.add(grain.rawValue)
    case .truth: packer.add(9)
    }
  }

  init(_ unpacker: inout Unpacker) throws(Damage) {
    switch try unpacker.number() {
    case 0: self = .money(.fixed(try unpacker.text()))
    case 1: self = .money(.column(try unpacker.text()))
    case 2: self = .money(.unknown)
    case 3: self = .count
    case 4: self = .number
    case 5: self = .percent
    case 6: self = .days
    case 7: self = .text
    case 8:
      guard let grain = Grain(rawValue: try unpacker.text()) else { throw Damage() }
      self = .date(grain)
    case 9: self = .truth
    default: throw Damage()
    }
  }
}

extension Column {
  /// False where a column cannot be kept.
  func add(to packer: inout Packer, _ runs: inout RunList) -> Bool {
    switch self {
    case .amount(let column):
      packer.add(0)
      packer.add(column.scale)
      column.values.add(to: &packer, &runs)
      packer.add(optional: column.present) { $1.add(to: &$0, &runs) }
    case .number(let column):
      packer.add(1)
      runs.add(
        .double(column.values), count: column.values.count, width: MemoryLayout<Double>.stride
      ).add(to: &packer)
      packer.add(optional: column.present) { $1.add(to: &$0, &runs) }
    case .text(let column):
      packer.add(2)
      guard let (bytes, ends) = column.dictionary.packed() else { return false }
      runs.add(.byte(bytes), count: bytes.count, width: 1).add(to: &packer)
      runs.add(.offset(ends), count: ends.count, width: MemoryLayout<UInt32>.stride)
        .add(to: &packer)
      column.codes.add(to: &packer, &runs)
    case .date(let column):
      packer.add(3)
      column.days.add(to: &packer, &runs)
      packer.add(optional: column.present) { $1.add(to: &$0, &runs) }
    }
    return true
  }

  init(_ unpacker: inout Unpacker, _ file: OpenSegment, rowCount: Int) throws(Damage) {
    func present(_ unpacker: inout Unpacker) throws(Damage) -> Bitmap? {
      try unpacker.optional { (unpacker) throws(Damage) in
        let words: Cells<UInt64> = try file.cells(try RunPlace(&unpacker))
        guard let bitmap = Bitmap(words: words, count: rowCount) else { throw Damage() }
        return bitmap
      }
    }
    switch try unpacker.number() {
    case 0:
      let scale = try unpacker.number()
      let values = try IntegerStorage(&unpacker, file)
      self = .amount(
        AmountColumn(values: values, scale: scale, present: try present(&unpacker)))
    case 1:
      let values: Cells<Double> = try file.cells(try RunPlace(&unpacker))
      self = .number(NumberColumn(values: values, present: try present(&unpacker)))
    case 2:
      let bytes: Cells<UInt8> = try file.cells(try RunPlace(&unpacker))
      let ends: Cells<UInt32> = try file.cells(try RunPlace(&unpacker))
      guard !ends.isEmpty, let dictionary = Texts(bytes: bytes, ends: ends) else { throw Damage() }
      self = .text(
        TextColumn(dictionary: dictionary, codes: try IntegerStorage(&unpacker, file)))
    case 3:
      let days = try IntegerStorage(&unpacker, file)
      self = .date(DateColumn(days: days, present: try present(&unpacker)))
    default: throw Damage()
    }
  }
}

extension IntegerStorage {
  fileprivate func add(to packer: inout Packer, _ runs: inout RunList) {
    let place: RunPlace
    switch self {
    case .int8(let values):
      packer.add(1)
      place = runs.add(.int8(values), count: values.count, width: 1)
    case .int16(let values):
      packer.add(2)
      place = runs.add(.int16(values), count: values.count, width: 2)
    case .int32(let values):
      packer.add(4)
      place = runs.add(.int32(values), count: values.count, width: 4)
    case .int64(let values):
      packer.add(8)
      place = runs.add(.int64(values), count: values.count, width: 8)
    }
    place.add(to: &packer)
  }

  fileprivate init(_ unpacker: inout Unpacker, _ file: OpenSegment) throws(Damage) {
    let width = try unpacker.number()
    let place = try RunPlace(&unpacker)
    switch width {
    case 1: self = .int8(try file.cells(place))
    case 2: self = .int16(try file.cells(place))
    case 4: self = .int32(try file.cells(place))
    case 8: self = .int64(try file.cells(place))
    default: throw Damage()
    }
  }
}

extension Bitmap {
  fileprivate func add(to packer: inout Packer, _ runs: inout RunList) {
    runs.add(.word(words), count: words.count, width: MemoryLayout<UInt64>.stride)
      .add(to: &packer)
  }
}
