import WorkbenchKit

extension Redactor {
  public func redacted(_ text: Text) -> Text { Text(nl: redacted(text.nl), en: redacted(text.en)) }

  /// Returns what a line gave without what is hidden, and how often something was held back.
  ///
  /// This is done on values, before any form is made of them: no form, however it wraps, groups digits or draws, holds what is
  /// hidden, and none of its marks is touched.
  public func outgoing(_ blocks: [Block]) -> (blocks: [Block], count: Int) {
    let redacted = clean(blocks)
    return (redacted, redacted.reduce(takeUncounted()) { $0 + Self.count(in: $1) })
  }

  public func clean(_ blocks: [Block]) -> [Block] {
    blocks.flatMap { block in
      let clean = redacted(block)
      guard case .timeline(let before) = block, case .timeline(let after) = clean else { return [clean] }
      return [clean] + Self.remark(before.rows.count - after.rows.count)
    }
  }

  public func redacted(_ block: Block) -> Block {
    guard !isEmpty else { return block }
    switch block {
    case .heading(let heading):
      return .heading(Heading(redacted(heading.text), level: heading.level, under: heading.under.map(redacted)))
    case .paragraph(let text): return .paragraph(redacted(text))
    case .table(let table): return .table(redacted(table))
    case .chart(let chart): return .chart(redacted(chart))
    case .map(let map): return .map(redacted(map))
    case .matrix(let matrix): return .matrix(redacted(matrix))
    case .timeline(let timeline): return .timeline(redacted(timeline))
    case .flow(let flow): return .flow(redacted(flow))
    case .facts(let facts): return .facts(redacted(facts))
    case .notice(let notice): return .notice(Notice(notice.level, redacted(notice.text), layer: notice.layer))
    case .sources(let sources): return .sources(sources.map(redacted))
    case .text(let text): return .text(MadeText.redacted(text, by: self))
    }
  }

  func redacted(_ table: Table) -> Table {
    guard !isEmpty else { return table }
    var copy = Table(title: table.title.map(redacted), columns: table.columns.map(redacted))
    copy.layer = table.layer
    copy.persons = table.persons
    // A column that is called otherwise now is not picked by its old name: then all are.
    copy.glance = table.glance.flatMap { glance in
      glance.columns.allSatisfy { copy.column($0) != nil } ? glance : nil
    }
    return copy
  }

  private func redacted(_ column: Column) -> Column {
    var copy = column
    copy.name = redacted(column.name)
    copy.label = column.label.map(redacted)
    copy.withheld = column.withheld.mapValues { redacted($0) }
    switch column.storage {
    case .texts(let values): copy.storage = .texts(values.map { $0.map { redacted($0) } })
    case .numbers(let values):
      let hidden = values.indices.filter { hides(values[$0]) }
      guard !hidden.isEmpty else { break }
      var kept = values
      for row in hidden {
        kept[row] = .nan
        copy.withheld[row] = Self.mark
      }
      hits += hidden.count
      copy.storage = .numbers(kept)
    case .booleans: break
    case .dates:
      let hidden = Self.rows(column.dates ?? []) { hides($0) }
      guard !hidden.isEmpty else { break }
      for row in hidden { copy.withheld[row] = Self.mark }
      hits += hidden.count
      copy.storage = copy.open.storage
    }
    return copy
  }

  /// Returns an output of whose table no hidden number takes part in anything that is worked out.
  func withoutNumbers(_ output: Output) -> Output {
    guard hidesNumbers, var table = output.table else { return output }
    for var column in table.columns {
      let hidden =
        switch column.storage {
        case .numbers(let values): values.indices.filter { hides(values[$0]) }
        case .dates: Self.rows(column.dates ?? []) { hides($0) }
        case .texts, .booleans: [Int]()
        }
      guard !hidden.isEmpty else { continue }
      for row in hidden { column.withheld[row] = Self.mark }
      column.storage = column.open.storage
      table.set(column)
    }
    return output.replacing(table)
  }

  private func redacted(_ facts: Facts) -> Facts {
    var result = facts.mapping { fact in
      Facts.Fact(
        name: redacted(fact.name), value: redacted(fact.value), label: fact.label.map(redacted), format: fact.format,
        shown: fact.shown.map(redacted))
    }
    result.glance = facts.glance.map { redacted($0) }
    return result
  }

  func redacted(_ value: Value) -> Value {
    switch value {
    case .text(let text): .text(redacted(text))
    case .list(let values): .list(values.map(redacted))
    case .number(let number, _): hidden(number) ? .text(Self.mark) : value
    case .date(let date): hides(date) ? hiddenDay() : value
    case .boolean, .missing: value
    }
  }

  private static func rows(_ dates: [CalendarDate?], where isHidden: (CalendarDate) -> Bool) -> [Int] {
    dates.indices.filter { dates[$0].map(isHidden) ?? false }
  }

  /// What stands for a day that is hidden, which counts as taken out.
  private func hiddenDay() -> Value {
    hits += 1
    return .text(Self.mark)
  }

  /// Whether a number is hidden; it counts as taken out where it is.
  func hidden(_ number: Double) -> Bool {
    guard hides(number) else { return false }
    hits += 1
    return true
  }

  func redacted(_ source: Source) -> Source {
    Source(
      id: redacted(source.id), title: redacted(source.title), publisher: redacted(source.publisher), date: source.date,
      place: source.place.map { redacted($0) }, licence: source.licence)
  }

  // MARK: Counting

  private static func count(in block: Block) -> Int {
    switch block {
    case .heading(let heading): count(in: heading.text.en) + count(in: heading.under?.en ?? "")
    case .paragraph(let text): count(in: text.en)
    case .notice(let notice): count(in: notice.text.en)
    case .text(let text): count(in: text)
    case .facts(let facts): facts.facts.reduce(0) { $0 + count(in: $1.name) + count(in: $1.value.plain) }
    case .chart(let chart): count(in: chart)
    case .map(let map): count(in: map)
    case .matrix(let matrix): count(in: matrix)
    case .timeline(let timeline): count(in: timeline)
    case .flow(let flow): count(in: flow)
    case .sources(let sources): sources.reduce(0) { $0 + count(in: $1.title) }
    case .table(let table): count(in: table.title?.en ?? "") + table.columns.reduce(0) { $0 + count(in: $1) }
    }
  }

  private static func count(in column: Column) -> Int {
    let cells = (column.texts ?? []).reduce(0) { $0 + ($1.map { count(in: $0) } ?? 0) }
    return cells + count(in: column.name) + column.withheld.values.reduce(0) { $0 + count(in: $1) }
  }
}
