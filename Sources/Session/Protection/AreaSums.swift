/// What is known of people told apart by the same words, of each area by age, from any number of answers.
///
/// Areas lie within areas: a district less two of its neighbourhoods gives those who live elsewhere in it. So for each area and
/// each run of ages the people outside its parts that are known are looked at. Only whole counts are: what was estimated of a
/// district and of its neighbourhoods differs by what the models differ. Of parts that overlap each other without lying within
/// each other one is left out, and of an area with more parts than `mostParts` no difference is looked for.
struct AreaSums {
  /// An answer that was shown: of which area, and of which ages.
  struct Answer: Hashable {
    let area: String
    let span: AgeSpan

    /// As a person reads it beside others of the same area.
    var text: String { span == .all && !area.isEmpty ? area : span.text }
  }

  /// An area by its name, with the ways down to its parts, each from the largest area on; none where nothing is known.
  struct Area {
    let name: String
    let ways: [[Substring]]
  }

  private static let mostParts = 1000

  private var areas: [String: (area: Area, ages: AgeSums)] = [:]
  /// The areas that end in a code, and those that lie on a way through it.
  private var ending: [Substring: Set<String>] = [:]
  private var through: [Substring: Set<String>] = [:]

  /// Returns the earlier answers with which a small count would follow from one more; none where none would.
  func answers(thatTellWith people: Double, of span: AgeSpan, in area: Area, below threshold: Double) -> Set<Answer> {
    let own = areas[area.name]?.ages ?? AgeSums()
    var telling = Set(
      own.answers(thatTellWith: people, of: span, below: threshold).map { Answer(area: area.name, span: $0) })
    guard telling.isEmpty, !area.ways.isEmpty else { return telling }
    let holders = holders(of: area).compactMap { areas[$0] }
    for (run, count) in own.upwards(people, of: span) {
      let known = holders.filter { $0.ages.count(of: run) != nil }.map(\.area)
      // Of an area around another one that is known nothing changes: the inner one stands for all within it.
      let nearest = known.filter { whole in
        !known.contains { $0.name != whole.name && isWithin($0, whole) && !isWithin(whole, $0) }
      }
      for whole in [area] + nearest {
        telling.formUnion(rest(of: whole, run, with: (area, count), below: threshold))
      }
    }
    return telling.subtracting([Answer(area: area.name, span: span)])
  }

  /// Takes up an answer that is shown, with all that follows from it.
  mutating func add(_ people: Double, of span: AgeSpan, in area: Area) {
    if areas[area.name] == nil {
      areas[area.name] = (area, AgeSums())
      for way in area.ways {
        if let end = way.last { ending[end, default: []].insert(area.name) }
        for code in way.dropLast() { through[code, default: []].insert(area.name) }
      }
    }
    areas[area.name]?.ages.add(people, of: span)
  }

  /// The answers by which the people of an area outside its known parts are few; none where they are not.
  private func rest(
    of whole: Area, _ run: AgeSums.Run, with new: (area: Area, count: AgeSums.Count), below threshold: Double
  ) -> Set<Answer> {
    func count(_ name: String) -> AgeSums.Count? {
      name == new.area.name ? new.count : areas[name]?.ages.count(of: run)
    }
    guard let all = count(whole.name), Self.isWhole(all.people) else { return [] }
    let parts = parts(of: whole, new.area) { count($0).map { Self.isWhole($0.people) } ?? false }
    guard !parts.isEmpty else { return [] }
    let rest = parts.reduce(all.people) { $0 - (count($1)?.people ?? 0) }
    guard rest > AgeSums.rounding, rest < threshold else { return [] }
    return Set(
      ([whole.name] + parts).flatMap { name in (count(name)?.answers ?? []).map { Answer(area: name, span: $0) } })
  }

  /// The largest known areas within one, none of which overlap.
  private func parts(of whole: Area, _ new: Area, where isKnown: (String) -> Bool) -> [String] {
    let ends = whole.ways.compactMap(\.last)
    // Too many to be looked at one by one for each.
    guard ends.reduce(0, { $0 + (through[$1]?.count ?? 0) }) <= Self.mostParts else { return [] }
    var inner: Set<String> = []
    for end in ends {
      inner.formUnion(through[end] ?? [])
      inner.formUnion(ending[end] ?? [])
    }
    if new.name != whole.name { inner.insert(new.name) }
    inner.remove(whole.name)
    let known = inner.filter { isKnown($0) && isWithin(area($0, new), whole) }
    var parts: [String] = []
    var taken: Set<Substring> = []
    var ways: Set<Substring> = []
    // The largest first: its way is the shortest.
    func depth(_ name: String) -> Int { area(name, new).ways.map(\.count).min() ?? 0 }
    for name in known.sorted(by: { (depth($0), $0) < (depth($1), $1) }) {
      let own = area(name, new).ways
      let isApart = own.allSatisfy { way in
        way.allSatisfy { !taken.contains($0) } && way.last.map { !ways.contains($0) } ?? false
      }
      guard isApart else { continue }
      parts.append(name)
      for way in own {
        if let end = way.last { taken.insert(end) }
        ways.formUnion(way)
      }
    }
    return parts
  }

  private func area(_ name: String, _ new: Area) -> Area { name == new.name ? new : areas[name]?.area ?? new }

  /// The known areas that hold all of an area.
  private func holders(of area: Area) -> Set<String> {
    var holders: Set<String>?
    for way in area.ways {
      let here = Set(way.flatMap { ending[$0] ?? [] })
      holders = holders.map { $0.intersection(here) } ?? here
    }
    return (holders ?? []).subtracting([area.name])
  }

  private func isWithin(_ area: Area, _ whole: Area) -> Bool {
    let ends = Set(whole.ways.compactMap(\.last))
    return !area.ways.isEmpty && area.ways.allSatisfy { way in way.contains(where: ends.contains) }
  }

  private static func isWhole(_ people: Double) -> Bool { (people - people.rounded()).magnitude < AgeSums.rounding }
}
