// A column: cells of one type, some of them absent.

/// Counts and money: integers with a decimal scale. A cell is `values[row] / 10^scale`.
package struct AmountColumn: Equatable, Sendable {
  package let scale: Int
  package let values: IntegerStorage
  /// `nil` where every row has a value. The value of an absent row is 0.
  package let present: Bitmap?

  package init(values: [Int64], scale: Int, present: Bitmap? = nil) {
    self.scale = scale
    self.values = IntegerStorage(values)
    self.present = present
  }

  package init(values: IntegerStorage, scale: Int, present: Bitmap? = nil) {
    self.scale = scale
    self.values = values
    self.present = present
  }

  package subscript(row: Int) -> Int64? { present.map { $0[row] } ?? true ? values[row] : nil }
}

/// Measured numbers.
package struct NumberColumn: Equatable, Sendable {
  package let values: Cells<Double>
  package let present: Bitmap?

  package init(values: [Double], present: Bitmap? = nil) {
    self.init(values: Cells(values), present: present)
  }

  package init(values: Cells<Double>, present: Bitmap? = nil) {
    self.values = values
    self.present = present
  }

  package subscript(row: Int) -> Double? { present.map { $0[row] } ?? true ? values[row] : nil }
}

/// Text as codes into a dictionary. Code 0 is the absent value; its text is empty.
package struct TextColumn: Equatable, Sendable {
  /// `dictionary[0]` stands for absent. All other entries differ from one another.
  package let dictionary: Texts
  package let codes: IntegerStorage

  package init(dictionary: [String], codes: [Int64]) {
    self.init(dictionary: dictionary, codes: IntegerStorage(codes))
  }

  package init(dictionary: [String], codes: IntegerStorage) {
    self.init(dictionary: Texts(dictionary), codes: codes)
  }

  package init(dictionary: Texts, codes: IntegerStorage) {
    precondition(!dictionary.isEmpty, "code 0 stands for absent")
    self.dictionary = dictionary
    self.codes = codes
  }

  package init(_ cells: [String?]) {
    var dictionary = [""]
    var index: [String: Int64] = [:]
    var codes: [Int64] = []
    codes.reserveCapacity(cells.count)
    for cell in cells {
      guard let cell else {
        codes.append(0)
        continue
      }
      if let code = index[cell] {
        codes.append(code)
      } else {
        let code = Int64(dictionary.count)
        index[cell] = code
        dictionary.append(cell)
        codes.append(code)
      }
    }
    self.init(dictionary: dictionary, codes: codes)
  }

  package subscript(row: Int) -> String? {
    let code = codes[row]
    return code == 0 ? nil : dictionary[Int(code)]
  }
}

/// Days as numbers: 0 is 1970-01-01.
package struct DateColumn: Equatable, Sendable {
  /// Narrow, since days of our time fit 16 bits. The number of an absent row is 0.
  package let days: IntegerStorage
  package let present: Bitmap?

  package init(days: [Int64], present: Bitmap? = nil) {
    self.days = IntegerStorage(days)
    self.present = present
  }

  package init(days: IntegerStorage, present: Bitmap? = nil) {
    self.days = days
    self.present = present
  }

  package subscript(row: Int) -> Day? {
    present.map { $0[row] } ?? true ? Day(number: Int(days[row])) : nil
  }
}

package enum Column: Equatable, Sendable {
  case amount(AmountColumn)
  case number(NumberColumn)
  case text(TextColumn)
  case date(DateColumn)

  package var count: Int {
    switch self {
    case .amount(let column): column.values.count
    case .number(let column): column.values.count
    case .text(let column): column.codes.count
    case .date(let column): column.days.count
    }
  }
}
