import WorkbenchKit

/// The yearly moments of housing policy, and the phases of Wmo policy.
struct PolicyCalendar {
  private struct Moment {
    let label: Text
    let from: (month: Int, day: Int)
    let to: (month: Int, day: Int)?
    let who: Text?
    let source: Citation?
    let law: Citation?
  }

  private let moments: [Moment]
  let phases: [Text]
  let citations: [Citation?]

  init(_ json: JSON) {
    func day(_ json: JSON?) -> (month: Int, day: Int)? {
      guard let parts = json?.array?.compactMap(\.int), parts.count == 2 else { return nil }
      return (parts[0], parts[1])
    }
    moments = (json["moments"]?.array ?? []).compactMap { item in
      guard let label = item["label"].flatMap(Text.init(json:)), let from = day(item["from"]) else { return nil }
      return Moment(
        label: label, from: from, to: day(item["to"]), who: item["who"].flatMap(Text.init(json:)),
        source: Citation(item["source"]), law: Citation(item["law"]))
    }
    phases = (json["phases"]?.array ?? []).compactMap { $0["label"].flatMap(Text.init(json:)) }
    citations = moments.flatMap { [$0.source, $0.law] } + (json["phases"]?.array ?? []).map { Citation($0["source"]) }
  }

  /// The moments that begin from a day on and before another, in order of time.
  func rows(from: CalendarDate, until: CalendarDate) -> [Timeline.Row] {
    let group = Text(nl: "woonbeleid", en: "housing policy")
    var rows: [Timeline.Row] = []
    for year in from.year...until.year {
      for moment in moments {
        guard let start = CalendarDate(year: year, month: moment.from.month, day: moment.from.day), start >= from,
          start < until
        else { continue }
        let end = moment.to.flatMap { CalendarDate(year: year, month: $0.month, day: $0.day) }
        let cited = [moment.source, moment.law].compactMap { $0?.shown }
        rows.append(
          Timeline.Row(
            what: moment.label, start: start, end: end, who: moment.who, source: Phrase.joined(cited, by: "; "),
            group: group))
      }
    }
    return rows.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
  }
}
