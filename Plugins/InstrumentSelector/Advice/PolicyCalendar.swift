import WorkbenchKit

/// The yearly moments of housing policy, and the phases of Wmo policy.
struct PolicyCalendar {
  /// A day of any year: `[7, 1]` is the first of July.
  private struct Day: FieldValue {
    let month: Int
    let day: Int

    init(field: JSON) throws {
      let parts = try [Int](field: field)
      guard parts.count == 2 else { throw FieldProblem(Text(nl: "is geen maand en dag", en: "is no month and day")) }
      (month, day) = (parts[0], parts[1])
    }

    func of(_ year: Int) -> CalendarDate? { CalendarDate(year: year, month: month, day: day) }
  }

  private struct Moment: FieldItem {
    let label: Text
    let from: Day
    let to: Day?
    /// How many years after the cycle began.
    let yearsAfter: Int
    let who: Text?
    let source: Citation?
    let law: Citation?

    init(_ fields: Fields) throws {
      label = try fields["label"]
      from = try fields["from"]
      to = try fields["to"]
      yearsAfter = try fields["years_after"] ?? 0
      who = try fields["who"]
      source = try fields["source"]
      law = try fields["law"]
    }
  }

  private let moments: [Moment]
  /// Where each of the moments stands, in words.
  private let cited: [Text]
  let phases: [Term]

  init(in context: Context) throws {
    moments = try context.knowledge.items("calendar", list: "moments", in: context)
    cited = try moments.map { moment in
      .joined(
        try [moment.source, moment.law].compactMap { try $0.map { try context.knowledge.words(of: $0, in: context) } },
        by: "; ")
    }
    phases = try context.knowledge.items("calendar", list: "phases", in: context)
  }

  var citations: [Citation?] { moments.flatMap { [$0.source, $0.law] } + phases.map(\.source) }

  /// The moments that begin from a day on and before another, in order of time.
  ///
  /// What a cycle has in a later year follows the rest of it: the guarantee ceiling of a woonvisie is granted the spring
  /// after it, so it stands where something else of its cycle does, and not before the next woonvisie as if it were its.
  func rows(from: CalendarDate, until: CalendarDate) -> [Timeline.Row] {
    var rows: [Timeline.Row] = []
    for year in from.year...until.year {
      let own = moments.indices.filter { place in
        moments[place].yearsAfter == 0 && moments[place].from.of(year).map { $0 >= from && $0 < until } == true
      }
      guard !own.isEmpty else { continue }
      for place in own + moments.indices.filter({ moments[$0].yearsAfter > 0 }) {
        let moment = moments[place]
        guard let start = moment.from.of(year + moment.yearsAfter) else { continue }
        rows.append(
          Timeline.Row(
            what: moment.label, start: start, end: moment.to?.of(year + moment.yearsAfter), who: moment.who,
            source: cited[place], group: Text(nl: "woonbeleid", en: "housing policy")))
      }
    }
    return rows.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
  }
}
