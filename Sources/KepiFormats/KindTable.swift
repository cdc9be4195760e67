// The columns of a file of a known kind, from what its cells were found to mean.
import KepiColumns

extension KindReading {
  /// - Parameter kept: the rows that stay; `nil` where all do.
  func makeColumns(
    sites: Sites, currencies: [String: RowCurrencies], days: [String: DayCells], of kept: [Int]?
  ) -> [Table.NamedColumn] {
    var planned: [(name: String, unit: Unit, make: @Sendable () -> Column)] = []
    // Made once all are known, side by side.
    func add(
      _ name: String, _ unit: Unit, _ column: @autoclosure @escaping @Sendable () -> Column
    ) {
      if !planned.contains(where: { $0.name == name }) { planned.append((name, unit, column)) }
    }
    let rowCount = lines.count
    for field in kind.fields where field.name != kind.summary?.field {
      switch field.type {
      case .site: add(field.name, .text, siteColumn(sites))
      case .currency: add(field.name, .text, currencyColumn(currencies[field.name]))
      case .day, .instant, .periodEnd:
        add(field.name, .date(.day), dayColumn(field.name, days))
      case .dayRange(let last, _):
        add(field.name, .date(.day), dayColumn(field.name, days))
        add(last, .date(.day), dayColumn(last, days))
      case .text: add(field.name, .text, textColumn(field.name))
      case .truth: add(field.name, .truth, truthColumn(field.name))
      case .count, .number, .percent, .money, .hours:
        let unit: Unit
        switch field.type {
        case .count: unit = .count
        case .percent: unit = .percent
        case .money: unit = .money(.column(field.moneyCurrencyField ?? "currency"))
        default: unit = .number
        }
        if case .numeric(let builder)? = slot(field.name) {
          add(field.name, unit, numerics[builder].finish())
        } else if field.numericReading == .amount {
          add(field.name, unit, .amount(AmountColumn(values: [], scale: 0)).absent(count: rowCount))
        } else {
          add(field.name, unit, .number(NumberColumn(values: [])).absent(count: rowCount))
        }
      }
    }
    for name in currencies.keys.sorted() { add(name, .text, currencyColumn(currencies[name])) }
    if case .days(let first, let last)? = fixed["date"]?.content {
      add("day", .date(.day), dayColumn("day", days))
      if last > first { add("until", .date(.day), dayColumn("until", days)) }
    }
    add("store", .text, textColumn("store"))
    add("site", .text, siteColumn(sites))
    add("platform", .text, constant(kind.platform))
    for name in fixed.keys.sorted() where name != "date" { add(name, .text, textColumn(name)) }
    let all = planned
    return effort.map(all.count) { number in
      let column = all[number].make()
      return Table.NamedColumn(
        name: all[number].name, unit: all[number].unit,
        column: kept.map { column.gathered($0) } ?? column)
    }
  }

  func constant(_ text: String) -> Column {
    .text(
      TextColumn(
        dictionary: lines.isEmpty ? [""] : ["", text],
        codes: IntegerStorage(narrowing: Array(repeating: 1, count: lines.count))))
  }

  func textColumn(_ name: String) -> Column {
    let given = fixed[name]
    if let text = given?.text, given?.overrides == true { return constant(text) }
    guard case .text(let builder)? = slot(name) else {
      return given?.text.map { constant($0) }
        ?? .text(TextColumn(dictionary: [""], codes: [])).absent(count: lines.count)
    }
    guard let text = given?.text else { return .text(texts[builder].finish()) }
    var column = texts[builder].values()
    var codes = texts[builder].codes
    let code = column.firstIndex(of: text) ?? column.count
    if code == column.count { column.append(text) }
    for row in codes.indices where codes[row] == 0 { codes[row] = Int32(code) }
    return .text(TextColumn(dictionary: column, codes: IntegerStorage(narrowing: codes)))
      .gathered(Array(codes.indices))
  }

  func siteColumn(_ sites: Sites) -> Column {
    let column = TextColumn(
      dictionary: sites.places.map { $0?.code ?? "" },
      codes: IntegerStorage(narrowing: sites.codes))
    return .text(column).gathered(Array(sites.codes.indices))
  }

  func currencyColumn(_ currencies: RowCurrencies?) -> Column {
    guard let currencies else {
      return .text(TextColumn(dictionary: [""], codes: [])).absent(count: lines.count)
    }
    let column = TextColumn(
      dictionary: currencies.dictionary, codes: IntegerStorage(narrowing: currencies.codes))
    return .text(column).gathered(Array(currencies.codes.indices))
  }

  func dayColumn(_ name: String, _ days: [String: DayCells]) -> Column {
    guard case .days(let first, let last)? = fixed["date"]?.content,
      name == "day" || name == "until", let given = fixed["date"]
    else {
      return days[name]?.column ?? .date(DateColumn(days: [])).absent(count: lines.count)
    }
    // The days of a row come together: `until` of the file does not go with a `day` set by hand.
    let own = given.overrides ? nil : days["day"]
    let until: Day? = last > first ? last : nil
    var cells = DayCells()
    for row in lines.indices {
      if let own, own.presence[row] {
        let written = days[name]
        cells.append(
          written.flatMap { $0.presence[row] ? Day(number: Int($0.days[row])) : nil })
      } else {
        cells.append(name == "day" ? first : until)
      }
    }
    return cells.column
  }

  func truthColumn(_ name: String) -> Column {
    guard case .text(let builder)? = slot(name) else {
      return .amount(AmountColumn(values: [], scale: 0)).absent(count: lines.count)
    }
    let truths: [Bool?] = texts[builder].values().map { truthValue($0) }
    var values: [Int64] = []
    var presence = PresenceBuilder()
    for code in texts[builder].codes {
      let truth = truths[Int(code)]
      values.append(truth == true ? 1 : 0)
      presence.append(truth != nil)
    }
    return .amount(AmountColumn(values: values, scale: 0, present: presence.finish()))
  }
}
