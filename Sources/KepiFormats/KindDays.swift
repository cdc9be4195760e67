// The days of the rows of a file of a known kind.
import KepiColumns
import KepiDiagnostics

extension KindReading {
  /// For each field of days its numbers, with absent rows marked.
  struct DayCells {
    var days: [Int64]
    var presence: PresenceBuilder

    init() {
      days = []
      presence = PresenceBuilder()
    }

    mutating func append(_ day: Day?) {
      days.append(Int64(day?.number ?? 0))
      presence.append(day != nil)
    }

    var newest: Day? {
      days.indices.lazy.filter { presence[$0] }.map { days[$0] }.max().map { Day(number: Int($0)) }
    }

    var column: Column { .date(DateColumn(days: days, present: presence.finish())) }
  }

  mutating func resolveDays(
    _ sites: Sites, _ currencies: [String: RowCurrencies]
  ) -> [String: DayCells] {
    var result: [String: DayCells] = [:]
    let dated = bindings.filter { $0.field.type.isDate }
    let parsed: [[DateCell?]] = dated.map { binding in
      guard case .text(let builder) = binding.slot else { return [] }
      let isRange = if case .dayRange = binding.field.type { true } else { false }
      return [nil]
        + texts[builder].values().dropFirst().map { text in
          DateCell(text)
            ?? (isRange ? DateCell(month: text) ?? DateCell(compactRange: text) : nil)
        }
    }
    let outer: DayOrder? =
      DayOrder(evidenceOf: parsed.joined().compactMap { $0 }.flatMap(\.dates))
      ?? (fixedSite ?? sites.only)?.dateOrder.dayOrder ?? order(by: currencies)
      ?? DayOrder(zonesOf: parsed.joined().compactMap { $0 })
    let zones = sites.places.map { $0.flatMap { TimeZoneRules(named: $0.timeZone) } }
    // Transfers and fees name no site; where all other rows are of one, they are of it too.
    let onlySite = sites.places.firstIndex { $0 != nil && $0?.code == sites.only?.code } ?? 0

    for (binding, cells) in zip(dated, parsed) {
      guard case .text(let builder) = binding.slot else { continue }
      let order =
        DayOrder(evidenceOf: cells.lazy.compactMap { $0 }.flatMap(\.dates)) ?? outer
      let first = cells.map { $0?.date.day(order: order) }
      let last = cells.map { $0?.last?.day(order: order) }
      var days = DayCells()
      var lastDays = DayCells()
      for row in lines.indices {
        let code = Int(texts[builder].codes[row])
        guard code != 0 else {
          days.append(nil)
          lastDays.append(nil)
          continue
        }
        guard let cell = cells[code], let day = first[code], cell.last == nil || last[code] != nil
        else {
          rejectDate(row, binding, code: code, isDate: cells[code] != nil, builder: builder)
          days.append(nil)
          lastDays.append(nil)
          continue
        }
        if binding.field.type == .instant, let second = cell.secondOfDay, let offset = cell.offset,
          let zone = zones[sites.codes[row] > 0 ? Int(sites.codes[row]) : onlySite]
        {
          days.append(zone.day(at: Int64(day.number) * 86_400 + Int64(second - offset)))
        } else {
          days.append(day)
        }
        lastDays.append(last[code])
      }
      result[binding.field.name] = days
      if case .dayRange(let lastField, let length) = binding.field.type {
        stretch(&days, &lastDays, to: length)
        result[binding.field.name] = days
        result[lastField] = lastDays
      }
    }
    for binding in bindings {
      guard case .periodEnd(of: let start) = binding.field.type, let first = result[start] else {
        continue
      }
      result[binding.field.name] = periodEnds(binding, after: first)
    }
    // A range of one day is a day: the daily and the summary form of a report have one key.
    if let first = result["day"], var last = result["until"] {
      for row in lines.indices
      where first.presence[row] && last.presence[row] && first.days[row] == last.days[row] {
        last.presence[row] = false
        last.days[row] = 0
      }
      result["until"] = last
    }
    return result
  }

  /// Makes of each day the days that it stands for.
  private func stretch(
    _ days: inout DayCells, _ lastDays: inout DayCells, to length: ExportField.RangeLength
  ) {
    switch length {
    case .written: break
    case .week(let number):
      if let number, case .text(let builder)? = slot(number) {
        let weeks = texts[builder].values().map { Int64($0) ?? 1 }
        for row in days.days.indices where days.presence[row] {
          days.days[row] += 7 * (weeks[Int(texts[builder].codes[row])] - 1)
        }
      }
      for row in days.days.indices where days.presence[row] {
        lastDays.days[row] = days.days[row] + 6
        lastDays.presence[row] = true
      }
    case .ending(let field):
      guard case .text(let builder)? = slot(field) else { return }
      let words = texts[builder].values().map { $0.lowercased() }
      for row in days.days.indices where days.presence[row] {
        let last = Day(number: Int(days.days[row]))
        let word = words[Int(texts[builder].codes[row])]
        let first: Day? =
          if word.hasPrefix("week") {
            last.advanced(by: -6)
          } else if word.hasPrefix("month") {
            Day(year: last.year, month: last.month, day: 1)
          } else if word.hasPrefix("quarter") {
            Day(year: last.year, month: (last.month - 1) / 3 * 3 + 1, day: 1)
          } else {
            nil
          }
        guard let first else { continue }
        lastDays.days[row] = days.days[row]
        lastDays.presence[row] = true
        days.days[row] = Int64(first.number)
      }
    }
  }

  /// The last day of each row's period, which begins on `first` and is named in the cell.
  private mutating func periodEnds(_ binding: Binding, after first: DayCells) -> DayCells {
    var days = DayCells()
    guard case .text(let builder) = binding.slot else { return days }
    let words = texts[builder].values().map { $0.lowercased() }
    for row in lines.indices {
      let word = words[Int(texts[builder].codes[row])]
      guard first.presence[row], !word.isEmpty else {
        days.append(nil)
        continue
      }
      let day = Day(number: Int(first.days[row]))
      switch word {
      case "day": days.append(day)
      // It begins on another weekday from site to site.
      case "week": days.append(day.advanced(by: 6))
      case "month": days.append(CalendarRules().end(of: .month, holding: day))
      default:
        reject(
          row, binding, text: word,
          because: .notOfType(binding.field.type))
        days.append(nil)
      }
    }
    return days
  }

  mutating func rejectDate(
    _ row: Int, _ binding: Binding, code: Int, isDate: Bool, builder: Int
  ) {
    let text = texts[builder].value(code)
    guard isDate else {
      reject(
        row, binding, text: String(text.prefix(80)),
        because: Phrase("the cell is not a day", zh: "单元格不是日期"))
      return
    }
    reject(
      row, binding, text: text,
      because: .unknownDateOrder(path))
  }

  /// What the one currency of a file says of the country that it is from.
  func order(by currencies: [String: RowCurrencies]) -> DayOrder? {
    let used = Set(
      currencies.values.flatMap { rows in Set(rows.codes).map { rows.dictionary[Int($0)] } }
    ).subtracting([""])
    guard used.count == 1, let currency = used.first else { return nil }
    let orders = Set(
      Marketplace.all.filter { $0.currency == currency }.map { $0.dateOrder.dayOrder })
    return orders.count == 1 ? orders.first ?? nil : nil
  }
}

extension DateCell {
  fileprivate var dates: [Date] { [date] + (last.map { [$0] } ?? []) }
}

extension Marketplace.DateOrder {
  /// `nil` where dates begin with the year: bare numbers are then none of its own.
  var dayOrder: DayOrder? {
    switch self {
    case .dayFirst: .dayFirst
    case .monthFirst: .monthFirst
    case .yearFirst: nil
    }
  }
}
