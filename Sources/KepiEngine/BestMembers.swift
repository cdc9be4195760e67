// Which lines stay where groups are ranked over all their lines: those of the best groups.
import KepiColumns
import KepiSemantics

extension Engine {
  /// The lines of the members that `top` lets stay, found without making the others; `nil` where all
  /// are needed, since something is said of each, or where each line is a member by itself.
  ///
  /// Of the sites of 20,000 products ten are soon found. To make 360,000 lines only to leave half of
  /// them out took a second.
  mutating func keysOfBestMembers(
    among keys: [GroupKey], _ scan: LevelScan
  ) throws(EngineFailure) -> [GroupKey]? {
    guard let top = query.top, let rankedAxis = top.ranked, query.having == nil,
      keys.count >= effort.leastColumnLines, query.fill != .previous, !query.isOfThings,
      query.formulas.allSatisfy(\.isPlainSum), isOfOneCurrency(scan)
    else { return nil }
    let level = self.level(of: top, rankedAxis)
    guard level != scan.level else { return nil }
    let memberScan = try self.scan(level)
    var unfilled: Int?
    let memberKeys = try lineKeys(memberScan, &unfilled)
    let projection = MemberProjection(of: scan, to: memberScan, query, memberKeys)
    let numbers = try keys.indices.map { line throws(EngineFailure) in
      try stopIfCancelled(after: line)
      return projection.number(of: keys[line])
    }
    // A member without a line, as by another day's conditions, is not ranked.
    var isPresent = Array(repeating: false, count: memberKeys.count)
    for number in numbers { if let number { isPresent[number] = true } }
    let ranked = memberKeys.indices.filter { isPresent[$0] }
    let members = try lines(for: ranked.map { memberKeys[$0] }, memberScan, kind: .plain)
    var isKept = Array(repeating: false, count: memberKeys.count)
    for place in try best(top, rankedAxis, among: members) { isKept[ranked[place]] = true }
    return keys.indices.filter { line in numbers[line].map { isKept[$0] } ?? false }.map {
      keys[$0]
    }
  }
}

/// From the lines of a question to the members that they belong to.
private struct MemberProjection {
  private let buckets: [Int]
  private let codePlaces: [Int]
  private var numbers: [GroupKey: Int] = [:]

  init(
    of scan: LevelScan, to members: LevelScan, _ query: ResolvedQuery, _ keys: [GroupKey]
  ) {
    buckets = Bucket.places(of: scan.buckets, in: members.buckets)
    let axes = query.valueAxes(of: scan.level)
    codePlaces = axes.indices.filter { members.level.axes.contains(axes[$0]) }
    for (number, key) in keys.enumerated() { numbers[key] = number }
  }

  func number(of line: GroupKey) -> Int? {
    let bucket = Int(line.bucket)
    return numbers[
      GroupKey(
        bucket: buckets.indices.contains(bucket)
          ? Int32(truncatingIfNeeded: buckets[bucket]) : 0,
        codes: line.codes.subset(codePlaces))]
  }
}
