import WorkbenchKit

/// Says what an import took in and what it left, in a line, in figures and in remarks.
struct ImportReport {
  let imported: Imported
  let scope: Scope
  let knowledge: Knowledge
  private var counts: ImportCounts { imported.counts }
  private var record: ImportRecord { imported.record }

  init(_ imported: Imported, scope: Scope, knowledge: Knowledge) {
    self.imported = imported
    self.scope = scope
    self.knowledge = knowledge
  }

  var blocks: [Block] {
    [.heading(Heading(title, level: 2)), .paragraph(line), .facts(facts)] + remarks.map { .notice($0) }
  }

  private var title: Text {
    let year = record.year.map { " \($0)" } ?? ""
    switch record.kind {
    case .areas:
      let style =
        record.style == "wide"
        ? Text(nl: "brede stijl", en: "wide style") : Text(nl: "StatLine-stijl", en: "StatLine style")
      return Text(
        nl: "Kerncijfers wijken en buurten\(year) (\(style.nl))",
        en: "CBS key figures of districts and neighbourhoods\(year) (\(style.en))")
    case .health:
      let age = record.age.flatMap { knowledge.age($0)?.label } ?? .verbatim(record.age ?? "")
      return Text(
        nl: "Gezondheid per wijk en buurt\(year), \(age.nl) (RIVM/CBS)",
        en: "Health per district and neighbourhood\(year), \(age.en) (RIVM/CBS)")
    case .geometry: return Text(nl: "Grenzen\(year) (GeoJSON)", en: "Boundaries\(year) (GeoJSON)")
    case .rates: return Text(nl: "Kansen per doelgroep en leeftijd", en: "Rates per target group and age")
    case .margins:
      return Text(nl: "Bekende totalen per gebied en doelgroep", en: "Known totals per area and target group")
    case .population: return Text(nl: "Bevolking naar leeftijd\(year)", en: "Population by age\(year)")
    case .counts: return Text(nl: "Directe tellingen met hun fout", en: "Direct counts with their error")
    case .survival: return Text(nl: "Overleving per leeftijdsklasse", en: "Survival per age band")
    case .bridge: return Text(nl: "Brug", en: "Bridge")
    case .supply: return Text(nl: "Aanbod per gebied\(year)", en: "Supply per area\(year)")
    case .facilities: return Text(nl: "Voorzieningen op de kaart\(year)", en: "Facilities on the map\(year)")
    }
  }

  private var line: Text {
    var parts = [counts.summary ?? read]
    if counts.skipped > 0 { parts.append(skipped) }
    if !counts.suppressed.isEmpty {
      let number = Shown.count(counts.suppressed.count)
      parts.append(Text(nl: "zonder waarde \(number.nl)", en: "without a value \(number.en)"))
    }
    if let unmatched = counts.unmatched, let year = counts.counterpart {
      let number = Shown.count(unmatched.count)
      parts.append(
        unmatched.isEmpty
          ? Text(nl: "alle met tegenhanger in \(year)", en: "all with a counterpart in \(year)")
          : Text(nl: "zonder tegenhanger in \(year) \(number.nl)", en: "without a counterpart in \(year) \(number.en)"))
    }
    return Shown.joined(parts, by: " · ")
  }

  private var read: Text {
    let number = Shown.count(counts.read)
    let levels = AreaLevel.allCases.compactMap { level in counts.levels[level].map(level.counted) }
    let listed = Shown.joined(levels, by: ", ")
    return counts.read == 1
      ? Text(nl: "gelezen 1 gebied: \(listed.nl)", en: "read 1 area: \(listed.en)")
      : Text(nl: "gelezen \(number.nl) gebieden: \(listed.nl)", en: "read \(number.en) areas: \(listed.en)")
  }

  private var skipped: Text {
    let number = Shown.count(counts.skipped)
    guard counts.unusableCount == 0, let only = record.only else {
      return Text(nl: "overgeslagen \(number.nl)", en: "skipped \(number.en)")
    }
    return Text(nl: "overgeslagen \(number.nl) (niet \(only))", en: "skipped \(number.en) (not \(only))")
  }

  private var facts: Facts {
    var facts = Facts(isDetail: true)
    facts.add("read", counts.read, label: Text(nl: "gelezen", en: "read"))
    facts.add("skipped", counts.skipped, label: Text(nl: "overgeslagen", en: "skipped"))
    facts.add("suppressed", counts.suppressed.count, label: Text(nl: "zonder waarde", en: "without a value"))
    facts.add(
      "unmatched", counts.unmatched?.count ?? 0, label: Text(nl: "zonder tegenhanger", en: "without a counterpart"))
    return facts
  }

  private var remarks: [Notice] {
    var notices: [Notice] = []
    if !counts.emptyColumns.isEmpty {
      let list = Shown.list(counts.emptyColumns, atMost: 6)
      let one = counts.emptyColumns.count == 1
      notices.append(
        Notice(
          .caution,
          Text(
            nl: one
              ? "1 kolom is voor deze gebieden helemaal leeg en niet meegenomen: \(list.nl)"
              : "\(counts.emptyColumns.count) kolommen zijn voor deze gebieden helemaal leeg en niet meegenomen: \(list.nl)",
            en: one
              ? "1 column is wholly empty for these areas and was left out: \(list.en)"
              : "\(counts.emptyColumns.count) columns are wholly empty for these areas and were left out: \(list.en)")))
    }
    if counts.strangeCount > 0 {
      let list = counts.strange.joined(separator: ", ")
      notices.append(
        Notice(
          .warning,
          Text(
            nl: counts.strangeCount == 1
              ? "1 cel is geen bruikbaar getal en telt als ontbrekend: \(list)"
              : "\(counts.strangeCount) cellen zijn geen bruikbaar getal en tellen als ontbrekend: \(list)",
            en: counts.strangeCount == 1
              ? "1 cell is no usable number and counts as missing: \(list)"
              : "\(counts.strangeCount) cells are no usable number and count as missing: \(list)")))
    }
    if counts.sentinels > 0 {
      let number = Shown.count(counts.sentinels)
      let codes = "-99997, -99995, -99999999"
      notices.append(
        Notice(
          .info,
          Text(
            nl: counts.sentinels == 1
              ? "1 cel met een code voor achtergehouden (\(codes)) telt als ontbrekend"
              : "\(number.nl) cellen met een code voor achtergehouden (\(codes)) tellen als ontbrekend",
            en: counts.sentinels == 1
              ? "1 cell with a code for held back (\(codes)) counts as missing"
              : "\(number.en) cells with a code for held back (\(codes)) count as missing")))
    }
    notices += examples
    return notices + counts.remarks.map { Notice(.caution, $0) }
  }

  private var examples: [Notice] {
    var notices: [Notice] = []
    if counts.unusableCount > 0, !counts.unusable.isEmpty {
      let list = Shown.joined(counts.unusable, by: ", ")
      let more = counts.unusableCount - counts.unusable.count
      notices.append(
        Notice(
          .caution, leftOut(more > 0 ? Text(nl: "\(list.nl) en nog \(more)", en: "\(list.en) and \(more) more") : list))
      )
    }
    if !counts.suppressed.isEmpty {
      let list = Shown.list(counts.suppressed, atMost: 3)
      notices.append(Notice(.info, Text(nl: "zonder enige waarde: \(list.nl)", en: "without any value: \(list.en)")))
    }
    if let unmatched = counts.unmatched, !unmatched.isEmpty, let year = counts.counterpart {
      let list = Shown.list(unmatched, atMost: 3)
      let most = counts.unmatchedIn.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
      let places = most.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
      let spread =
        unmatched.count > 3 && counts.unmatchedIn.count > 1
        ? Text(nl: "; de meeste in \(places)", en: "; most of them in \(places)") : .verbatim("")
      notices.append(
        Notice(
          .info,
          Text(
            nl: "gebieden die in \(year) niet voorkomen (herindeling, nieuwe buurt): \(list.nl)",
            en: "areas that do not occur in \(year) (merger, new neighbourhood): \(list.en)") + spread))
    }
    return notices
  }

  /// Why rows were left out, and which.
  private func leftOut(_ list: Text) -> Text {
    switch record.kind {
    case .geometry:
      Text(
        nl: "overgeslagen zonder bruikbare gebiedscode of vlak: onderdeel \(list.nl)",
        en: "skipped without a usable area code or polygon: feature \(list.en)")
    case .areas, .health:
      Text(
        nl: "overgeslagen zonder bruikbare of met een herhaalde gebiedscode: regel \(list.nl)",
        en: "skipped without a usable area code, or with a repeated one: line \(list.en)")
    default:
      Text(nl: "overgeslagen: \(list.nl)", en: "skipped: \(list.en)")
    }
  }
}
