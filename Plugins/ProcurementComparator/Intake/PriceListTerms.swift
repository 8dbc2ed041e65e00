import WorkbenchKit

/// What a list of prices leaves to the line: how many of each, for how many years, and how prices rise.
struct PriceListTerms: Sendable {
  /// By product in small letters.
  var quantities: [String: Double] = [:]
  /// Nil where nothing was said.
  var years: Int?
  var optionYears = 0
  /// The rise of prices from each year to the next, as parts; a single one holds for each.
  var rises: [Double] = []

  /// Returns what each year counts, the first at the price that was bid.
  ///
  /// - Parameter count: how many years.
  /// - Throws: `pricelist.index` for rises that are not one for each later year.
  func factors(_ count: Int) throws -> [Double] {
    guard rises.count < 2 || rises.count == count - 1 else {
      throw Diagnostic(
        "pricelist.index",
        Text(
          nl: "\(rises.count) indexcijfers passen niet bij \(count) jaren",
          en: "\(rises.count) indices do not fit \(count) years"),
        wayOut: Text(
          nl: "geef er één voor alle jaren, of \(max(count - 1, 1)): een voor elk jaar na het eerste",
          en: "give one for all years, or \(max(count - 1, 1)): one for each year after the first"),
        suggestion: "--index")
    }
    var factors = [1.0]
    for year in 0..<max(count - 1, 0) {
      let rise = rises.isEmpty ? 0 : rises.count == 1 ? rises[0] : rises[year]
      factors.append(factors[year] * (1 + rise))
    }
    return factors
  }

  /// What was counted, in words.
  func told(years count: Int, products: Int, sum: Double) -> Text {
    let things = Text.counted(products, Text(nl: "product", en: "product"), Text(nl: "producten", en: "products"))
    var told = Text(
      nl: "prijs = som van tarief × aantal over \(things.nl)", en: "price = sum of tariff × quantity over \(things.en)")
    guard count > 1 || years != nil else { return told }
    let options =
      optionYears > 0
      ? Text(nl: " (waarvan \(optionYears) optie)", en: " (of which \(optionYears) optional)") : .verbatim("")
    told = told + Text(nl: ", \(count) jaar", en: ", \(count) years") + options
    guard !rises.isEmpty else { return told + Text(nl: ", zonder indexatie", en: ", without indexation") }
    let each = Text.joined(rises.map { .share($0) }, by: "; ")
    let factor = Text.number(sum, decimals: 4)
    return told
      + Text(
        nl: ", index \(each.nl) per jaar vanaf het tweede jaar (samen \(factor.nl) keer een jaar)",
        en: ", index \(each.en) a year from the second year on (together \(factor.en) times a year)")
  }
}
