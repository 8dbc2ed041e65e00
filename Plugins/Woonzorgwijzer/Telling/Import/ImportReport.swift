import WorkbenchKit

/// Says what an import took in and what it left, in a line, in figures and in remarks.
struct ImportReport {
  let imported: Imported
  let scope: Scope
  let codebook: Codebook
  private var counts: ImportCounts { imported.counts }
  private var record: ImportRecord { imported.record }

  init(_ imported: Imported, scope: Scope, codebook: Codebook) {
    self.imported = imported
    self.scope = scope
    self.codebook = codebook
  }

  var blocks: [Block] {
    [.heading(Heading(title, level: 2)), .paragraph(line), .facts(facts)] + remarks
  }

  private var title: Text {
    let year = record.year.map { " \($0)" } ?? ""
    switch record.kind {
    case .areas where !holdsPeople:
      return Text(nl: "Cijfers per gebied\(year)", en: "Figures per area\(year)")
    case .areas:
      let style =
        switch record.style {
        case "wide": Text(nl: "brede stijl", en: "wide style")
        case "outlines": Text(nl: "kenmerken bij de grenzen", en: "attributes of the boundaries")
        default: Text(nl: "StatLine-stijl", en: "StatLine style")
        }
      return Text(
        nl: "Kerncijfers wijken en buurten\(year) (\(style.nl))",
        en: "CBS key figures of districts and neighbourhoods\(year) (\(style.en))")
    case .health:
      let age = record.age.flatMap { codebook.age($0)?.label } ?? .verbatim(record.age ?? "")
      return Text(
        nl: "Gezondheid per wijk en buurt\(year), \(age.nl) (RIVM/CBS)",
        en: "Health per district and neighbourhood\(year), \(age.en) (RIVM/CBS)")
    case .own: return record.what
    case .geometry:
      let form = Self.form(of: record.file).map { " (\($0))" } ?? ""
      return Text(nl: "Grenzen\(year)\(form)", en: "Boundaries\(year)\(form)")
    case .rates: return Text(nl: "Kansen per doelgroep en leeftijd", en: "Rates per target group and age")
    case .margins:
      return Text(nl: "Bekende totalen per gebied en doelgroep", en: "Known totals per area and target group")
    case .population: return Text(nl: "Bevolking naar leeftijd\(year)", en: "Population by age\(year)")
    case .counts: return Text(nl: "Directe tellingen met hun fout", en: "Direct counts with their error")
    case .survival: return Text(nl: "Overleving per leeftijdsklasse", en: "Survival per age band")
    case .forecast:
      return Text(nl: "Regionale prognose van CBS en PBL", en: "Regional forecast of CBS and PBL")
    case .bridge: return Text(nl: "Brug", en: "Bridge")
    case .supply: return Text(nl: "Aanbod per gebied\(year)", en: "Supply per area\(year)")
    case .facilities: return Text(nl: "Voorzieningen op de kaart\(year)", en: "Facilities on the map\(year)")
    }
  }

  /// In which form a file with outlines is, by its name, behind which a layer or a member may stand; nil of an archive, which does not
  /// say what it holds.
  private static func form(of file: String) -> String? {
    let name = file.lowercased()
    let forms = [
      ("gpkg", "GeoPackage"), ("shp", "shapefile"), ("fgb", "FlatGeobuf"), ("gml", "GML"), ("kml", "KML"),
      ("gdb", "geodatabase"),
    ]
    if let found = forms.first(where: { name.contains(".\($0.0)") }) { return found.1 }
    return name.contains(".zip") && !name.contains("json") ? nil : "GeoJSON"
  }

  /// Whether it is a table of key figures: other tables of CBS have no inhabitants.
  private var holdsPeople: Bool {
    let stems = codebook.measure("population")?.stems ?? []
    return record.columns.contains { stems.contains(Stem.of($0)) }
  }

  private var line: Text {
    var parts = [counts.summary ?? read]
    if counts.skipped > 0 { parts.append(skipped) }
    if counts.otherYears > 0 {
      let number = Text.count(counts.otherYears)
      parts.append(Text(nl: "waarvan van een ander jaar \(number.nl)", en: "of these of another year \(number.en)"))
    }
    if counts.water > 0 {
      let number = Text.count(counts.water)
      parts.append(Text(nl: "water weggelaten \(number.nl)", en: "water left out \(number.en)"))
    }
    if !counts.suppressed.isEmpty {
      let number = Text.count(counts.suppressed.count)
      parts.append(Text(nl: "zonder waarde \(number.nl)", en: "without a value \(number.en)"))
    }
    if let unmatched = counts.unmatched, let year = counts.counterpart {
      let number = Text.count(unmatched.count)
      parts.append(
        unmatched.isEmpty
          ? Text(nl: "alle met tegenhanger in \(year)", en: "all with a counterpart in \(year)")
          : Text(nl: "zonder tegenhanger in \(year) \(number.nl)", en: "without a counterpart in \(year) \(number.en)"))
    }
    return Text.joined(parts, by: " · ")
  }

  private var read: Text {
    let levels = AreaLevel.allCases.compactMap { level in counts.levels[level].map(level.counted) }
    let areas = Text.counted(counts.read, Text(nl: "gebied", en: "area"), Text(nl: "gebieden", en: "areas"))
    return Text(nl: "gelezen ", en: "read ") + areas + .verbatim(": ") + .joined(levels)
  }

  private var skipped: Text {
    let number = Text.count(counts.skipped)
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
    if counts.otherYears > 0 {
      facts.add("other_years", counts.otherYears, label: Text(nl: "van een ander jaar", en: "of another year"))
    }
    if counts.water > 0 { facts.add("water", counts.water, label: Text(nl: "water", en: "water")) }
    ColumnReport(columns: counts.columns).add(to: &facts)
    return facts
  }

  private var remarks: [Block] {
    var notices: [Block] = []
    notices += ColumnReport(columns: counts.columns).notices.map(Block.notice)
    if counts.emptied > 0 {
      notices.append(
        .notice(
          Notice(
            .caution,
            .counted(
              counts.emptied,
              Text(
                nl: "cijfer dat er al was, is nu ontbrekend: dit bestand geeft het niet",
                en: "figure that was there is now missing: this file does not give it"),
              Text(
                nl: "cijfers die er al waren, zijn nu ontbrekend: dit bestand geeft ze niet",
                en: "figures that were there are now missing: this file does not give them")))))
    }
    if counts.linesAround > 0 {
      notices.append(
        .notice(
          Notice(
            .info,
            .counted(
              counts.linesAround,
              Text(
                nl: "regel met een titel of bron boven of onder de tabel is overgeslagen",
                en: "line with a title or source above or below the table was skipped"),
              Text(
                nl: "regels met een titel of bron boven of onder de tabel zijn overgeslagen",
                en: "lines with a title or source above or below the table were skipped")))))
    }
    if counts.strangeCount > 0 {
      let what = Text.counted(
        counts.strangeCount,
        Text(
          nl: "cel is geen bruikbaar getal en telt als ontbrekend", en: "cell is no usable number and counts as missing"
        ),
        Text(
          nl: "cellen zijn geen bruikbaar getal en tellen als ontbrekend",
          en: "cells are no usable number and count as missing"))
      notices.append(
        .notice(Notice(.warning, what + .verbatim(": \(counts.strange.joined(separator: ", "))"))))
    }
    if counts.sentinels > 0 {
      let codes = "-99997, -99995, -99999999"
      let what = Text.counted(
        counts.sentinels,
        Text(
          nl: "cel met een code voor achtergehouden (\(codes)) telt als ontbrekend",
          en: "cell with a code for held back (\(codes)) counts as missing"),
        Text(
          nl: "cellen met een code voor achtergehouden (\(codes)) tellen als ontbrekend",
          en: "cells with a code for held back (\(codes)) count as missing"))
      notices.append(.notice(Notice(.info, what)))
    }
    notices += examples
    return notices + counts.numbers.map(Block.notice) + counts.remarks.map { .notice(Notice(.caution, $0)) }
  }

  private var examples: [Block] {
    var notices: [Block] = []
    if counts.unusableCount > 0, !counts.unusable.isEmpty {
      let list = Text.joined(counts.unusable, by: ", ")
      let more = counts.unusableCount - counts.unusable.count
      notices.append(
        .notice(
          Notice(
            .caution,
            leftOut(more > 0 ? Text(nl: "\(list.nl) en nog \(more)", en: "\(list.en) and \(more) more") : list))))
    }
    if !counts.suppressed.isEmpty {
      let list = Text.list(counts.suppressed, atMost: 3)
      notices.append(.info(nl: "zonder enige waarde: \(list.nl)", en: "without any value: \(list.en)"))
    }
    if let unmatched = counts.unmatched, !unmatched.isEmpty, let year = counts.counterpart {
      let list = Text.list(unmatched, atMost: 3)
      let most = counts.unmatchedIn.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
      let places = most.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
      let spread =
        unmatched.count > 3 && counts.unmatchedIn.count > 1
        ? Text(nl: "; de meeste in \(places)", en: "; most of them in \(places)") : .verbatim("")
      notices.append(
        .info(
          nl: "gebieden die in \(year) niet voorkomen (herindeling, nieuwe buurt): \(list.nl)\(spread.nl)",
          en: "areas that do not occur in \(year) (merger, new neighbourhood): \(list.en)\(spread.en)"))
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
    case .areas, .health, .own:
      Text(
        nl:
          "overgeslagen: zonder bruikbare gebiedscode, met een code die al voorkwam, of niet over een heel jaar: regel \(list.nl)",
        en: "skipped, being without a usable area code, with a repeated one, or of no whole year: line \(list.en)")
    default:
      Text(nl: "overgeslagen: \(list.nl)", en: "skipped: \(list.en)")
    }
  }
}
