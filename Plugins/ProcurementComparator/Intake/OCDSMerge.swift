import WorkbenchKit

/// Releases of one process brought together as the standard merges them (OCDS 1.1, Merging): in the order of their dates, objects
/// of a list by their `id`, what is null is taken away, and everything else is what was said last.
enum OCDSMerge {
  /// Returns one release for each process, in the order in which they came.
  ///
  /// - Parameter undated: is called with a process whose releases have no date to be ordered by.
  static func compiled(_ releases: [JSON], undated: (String) -> Void) -> [(process: String, release: JSON)] {
    var order: [String] = []
    var groups: [String: [JSON]] = [:]
    for release in releases {
      let process = OCDSValue.word(release["ocid"]) ?? ""
      if groups[process] == nil { order.append(process) }
      groups[process, default: []].append(release)
    }
    return order.map { process in
      let group = groups[process] ?? []
      let moments = group.map { OCDSMoment.seconds($0["date"]?.string) }
      var sorted = group
      if group.count > 1 {
        if moments.contains(where: { $0 == nil }) {
          undated(process)
        } else {
          sorted = group.indices.sorted { (moments[$0] ?? 0, $0) < (moments[$1] ?? 0, $1) }.map { group[$0] }
        }
      }
      return (process, sorted.dropFirst().reduce(sorted.first ?? .null) { merged($0, $1) })
    }
  }

  static func merged(_ old: JSON, _ new: JSON) -> JSON {
    switch (old, new) {
    case (.object(var members), .object(let others)):
      for (name, value) in others {
        members[name] = value == .null ? nil : members[name].map { merged($0, value) } ?? value
      }
      return .object(members)
    case (.array(let items), .array(let others)) where (items + others).contains { $0["id"] != nil }:
      return .array(byIdentifier(items, others))
    default: return new
    }
  }

  private static func byIdentifier(_ items: [JSON], _ others: [JSON]) -> [JSON] {
    var result = items
    var places: [JSON: Int] = [:]
    for (place, item) in items.enumerated() { if let id = item["id"] { places[id] = place } }
    for other in others {
      if let id = other["id"], let place = places[id] {
        result[place] = merged(result[place], other)
      } else if other["id"] != nil || !result.contains(other) {
        // What has no id is another thing, unless it is said again word for word.
        if let id = other["id"] { places[id] = result.count }
        result.append(other)
      }
    }
    return result
  }

  /// Returns what a versioned release came to: of each value the one that was released last.
  static func latest(_ json: JSON) -> JSON {
    switch json {
    case .array(let items):
      if !items.isEmpty, items.allSatisfy({ $0["releaseDate"] != nil || $0["releaseID"] != nil }) {
        let dated = items.enumerated().max { one, other in
          let moments = (
            OCDSMoment.seconds(one.element["releaseDate"]?.string) ?? 0,
            OCDSMoment.seconds(other.element["releaseDate"]?.string) ?? 0
          )
          return moments.0 == moments.1 ? one.offset < other.offset : moments.0 < moments.1
        }
        return dated?.element["value"] ?? .null
      }
      return .array(items.map(latest))
    case .object(let members): return .object(members.mapValues(latest))
    default: return json
    }
  }
}

/// Moments as JSON writes them: `2024-01-31T12:30:00+01:00`.
enum OCDSMoment {
  /// Returns seconds since a day long ago, by which moments can be ordered; nil for what is no moment.
  static func seconds(_ text: String?) -> Double? {
    guard let text, let day = try? CalendarDate(typed: String(text.prefix(10))) else { return nil }
    let clock = text.dropFirst(10)
    var seconds = Double(days(day)) * 86400
    let digits = clock.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    for (part, size) in zip(digits.split(separator: ":"), [3600.0, 60, 1]) { seconds += (Double(part) ?? 0) * size }
    if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = clock[sign...].dropFirst().split(separator: ":").compactMap { Double($0) }
      let offset = (zone.first ?? 0) * 3600 + (zone.dropFirst().first ?? 0) * 60
      seconds += clock[sign] == "+" ? -offset : offset
    }
    return seconds
  }

  private static func days(_ day: CalendarDate) -> Int {
    // Years begin in March, so that a leap day is the last of its year.
    let (year, month) = day.month > 2 ? (day.year, day.month - 3) : (day.year - 1, day.month + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day.day
  }
}
