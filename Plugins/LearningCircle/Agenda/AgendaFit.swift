import Methods
import WorkbenchKit

/// The choice of items that carries the most dots within the time.
struct AgendaFit {
  private let items: [AgendaItem]
  private let shares: DotShares
  private let choice: KnapsackExact
  private let minutes: Int

  /// - Throws: `agenda.must` where what has to be on it takes more than there is.
  init(_ items: [AgendaItem], of circle: Circle, minutes: Int) throws {
    self.items = items
    self.minutes = minutes
    let shares = DotShares(circle.votes, of: items.map(\.id))
    self.shares = shares
    let things = items.map {
      KnapsackExact.Thing(size: $0.minutes, worth: shares.weights[$0.id] ?? 0, isFixed: $0.isFixed)
    }
    guard let choice = KnapsackExact(things, capacity: minutes) else {
      let fixed = items.filter(\.isFixed).reduce(0) { $0 + $1.minutes }
      let (needed, room) = (Text.minutes(fixed), Text.minutes(minutes))
      throw Diagnostic(
        "agenda.must",
        Text(
          nl: "wat er zeker op moet duurt \(needed.nl), en de tijd is \(room.nl)",
          en: "what has to be on it takes \(needed.en), and the time is \(room.en)"),
        wayOut: Text(
          nl: "geef meer tijd met --minutes, of haal --must van een punt",
          en: "give more time with --minutes, or take --must off an item"))
    }
    self.choice = choice
  }

  private func dots(_ item: AgendaItem) -> Int { shares.dots[item.id] ?? 0 }

  var table: Table {
    Table(
      title: Text(nl: "Wat past in ", en: "What fits in ") + .minutes(minutes),
      columns: [
        .texts("id", items.map(\.id), label: Text(nl: "punt", en: "item")),
        .counts("minutes", items.map(\.minutes), label: Text(nl: "minuten", en: "minutes")),
        .counts("dots", items.map(dots), label: Text(nl: "stippen", en: "dots")),
        Column("must", .booleans(items.map(\.isFixed)), label: Text(nl: "moet", en: "must")).asDetail(),
        Column("chosen", .booleans(choice.chosen), label: Text(nl: "erop", en: "chosen")),
        .numbers(
          "per_minute", items.map { Double(dots($0)) / Double(max(1, $0.minutes)) },
          label: Text(nl: "stippen per minuut", en: "dots per minute"), format: .decimals(2)),
      ])
  }

  var facts: Facts {
    let chosen = zip(items, choice.chosen).filter(\.1).map(\.0)
    var facts = Facts()
    facts.add("minutes", choice.size, label: Text(nl: "minuten", en: "minutes"))
    facts.add("dots", chosen.reduce(0) { $0 + dots($1) }, label: Text(nl: "stippen", en: "dots"))
    facts.add("left", minutes - choice.size, label: Text(nl: "minuten over", en: "minutes left"))
    facts.add("best", .boolean(true), label: Text(nl: "geen keuze is beter", en: "no choice is better"))
    return facts
  }

  var hasVotes: Bool { !shares.roles.isEmpty }
}
