import WorkbenchKit

/// `wzw supply`: what there is in an area.
struct SupplyCommand: Command {
  struct Arguments: Sendable {
    let area = AreaArgument()
    let sameCodes = RateChoice.sameCodes
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw supply",
      aliases: ["wzw aanbod"],
      summary: Text(
        nl: "toon wat er in een gebied is: aanbod, en voorzieningen met hun afstand",
        en: "show what there is in an area: supply, and facilities with their distance"),
      details: Text(
        nl:
          "Het aanbod van een groter gebied is zijn eigen opgave, of anders de som van wat van de gebieden daarbinnen is opgegeven; het wordt nooit over kleinere gebieden verdeeld. De afstand geldt vanaf het midden van elke buurt, of vanaf punten van de soort 'inwoners' als die zijn ingelezen: hemelsbreed over de bol (WGS84) of in het platte vlak (RD).",
        en:
          "The supply of a larger area is its own figure, or else the sum of what was given of the areas within it; it is never divided over smaller ones. The distance is from the middle of each neighbourhood, or from points of the kind 'inwoners' where these are imported: along the globe (WGS84) or in the plane (RD)."
      ),
      examples: [
        .init("wzw supply BU99010101", Text(nl: "wat er in een buurt is", en: "what there is in a neighbourhood")),
        .init(
          "wzw supply linde", Text(nl: "een naam is nooit een gok", en: "a name is never a guess"),
          failsWith: "area.ambiguous"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let atlas = try Atlas(context.workspace)
    let area = try given.area.found(in: atlas)
    let finder = try GapFinder(Threshold(), atlas, nil, sameCodes: given.sameCodes, context)
    let stock = try stock(area, finder, context)
    let gap = try finder.find(area)
    let reach = reach(gap, finder, context)
    let report = try GapReport([gap], finder, context)
    var blocks = stock + reach
    if stock.isEmpty {
      blocks.append(
        .info(
          nl: "van '\(area.name)' is geen aanbod ingelezen; dat is iets anders dan geen aanbod",
          en: "of '\(area.name)' no supply was imported, which is not the same as no supply"))
    }
    if reach.isEmpty {
      blocks.append(
        .info(
          nl: "geen voorzieningen met een afstand: lees punten in met 'wzw import BESTAND --as facilities'",
          en: "no facilities with a distance: import points with 'wzw import FILE --as facilities'"))
    }
    return Output(blocks + report.distances + Demo.notice(for: [area]))
  }

  private func stock(_ area: Area, _ finder: GapFinder, _ context: Context) throws -> [Block] {
    let rows = finder.stock.items.flatMap { item -> [(String, String, Double, Stock.Amount)] in
      guard let amount = finder.stock.amount(of: [item], in: area) else { return [] }
      let units = amount.units.isEmpty ? [""] : amount.units
      return units.map { unit in
        let entries = amount.entries.filter { ($0.unit ?? units[0]) == unit }
        return (item, unit, entries.reduce(0) { $0 + $1.capacity }, Stock.Amount(entries: entries))
      }
    }
    if rows.isEmpty { return [] }
    let counted = rows.map { finder.key.preconditions(ofItem: $0.0) }
    let labels = try context.preconditions.labels
    return [
      .table(
        Table(
          title: Text(nl: "Aanbod · \(area.name)", en: "Supply · \(area.name)"),
          columns: [
            .texts("item", rows.map(\.0), label: .verbatim("item")),
            .texts(
              "precondition", counted.map { $0.isEmpty ? nil : $0.joined(separator: ", ") }
            ).asDetail(),
            .texts(
              "precondition_label",
              counted.map { $0.isEmpty ? nil : .joined($0.map { labels[$0] ?? .verbatim($0) }, by: "; ") },
              label: Text(nl: "telt voor", en: "counts for"), in: context),
            .numbers(
              "capacity", rows.map(\.2), label: Text(nl: "capaciteit", en: "capacity"), format: .automatic),
            .texts("unit", rows.map { $0.1.isEmpty ? nil : $0.1 }, label: Text(nl: "eenheid", en: "unit")),
            .numbers(
              "areas", rows.map { Double($0.3.codes.count) }, label: Text(nl: "gebieden", en: "areas"), unit: .areas,
              format: .decimals(0)
            ).asDetail(rows.allSatisfy { $0.3.codes == [area.code] }),
            .texts(
              "from",
              rows.map { row in
                let said = Set(row.3.entries.compactMap(\.from)).sorted()
                return said.isEmpty ? nil : said.joined(separator: ", ")
              }, label: Text(nl: "bron", en: "source")),
          ]))
    ]
  }

  private func reach(_ gap: AreaGap, _ finder: GapFinder, _ context: Context) -> [Block] {
    let rows = gap.rows.compactMap { row in row.reach.map { (row.demand.precondition, $0) } }
    if rows.isEmpty { return [] }
    let kinds = rows.map { row in Set(finder.key.entries(for: row.0.id).map(\.kind)) }
    let units = finder.reach.units(of: gap.area).compactMap { finder.reach.surfaces.places[$0.code] }
    let inside = kinds.map { kinds in
      finder.facilities.count { facility in
        kinds.contains(facility.kind) && units.contains { $0.surface.contains(facility.point(in: $0.system)) }
      }
    }
    let isOne = rows.allSatisfy { $0.1.middles == 1 }
    return [
      .table(
        Table(
          title: Text(nl: "Op loopafstand · \(gap.area.name)", en: "Within walking distance · \(gap.area.name)"),
          columns: [
            .texts("precondition", rows.map(\.0.id)).asDetail(),
            .texts(
              "precondition_label", rows.map(\.0.label), label: Text(nl: "randvoorwaarde", en: "precondition"),
              in: context),
            .numbers(
              "distance", rows.map { $0.0.metres ?? .nan }, label: Text(nl: "meter", en: "metres"), unit: .metres,
              format: .decimals(0)),
            .numbers(
              "facilities", inside.map(Double.init), label: Text(nl: "in het gebied", en: "in the area"),
              format: .decimals(0)),
            .numbers(
              "nearest", rows.map { $0.1.nearest.isFinite ? $0.1.nearest : .nan },
              label: Text(nl: "dichtste (m)", en: "nearest (m)"), unit: .metres, format: .decimals(0)
            ).asDetail(!isOne),
            .numbers(
              "coverage", rows.map(\.1.share), label: Text(nl: "inwoners erbinnen %", en: "inhabitants within %"),
              unit: .share, format: .share(1)),
            .texts("kinds", kinds.map { $0.sorted().joined(separator: ", ") }).asDetail(),
          ]))
    ]
  }
}
