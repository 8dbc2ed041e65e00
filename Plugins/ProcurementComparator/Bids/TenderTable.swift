import WorkbenchKit

/// What the documents of a tender say, as a table; what they leave open stands in it as well.
struct TenderTable {
  /// One rule of the documents.
  private struct Row {
    let name: String
    let label: Text
    /// As it is typed; nil where the documents leave it open.
    let typed: String?
    /// As a person says it.
    let told: Text?

    init(_ name: String, _ label: Text, _ typed: String?, _ told: Text? = nil) {
      (self.name, self.label, self.typed) = (name, label, typed)
      self.told = told ?? typed.map(Text.verbatim)
    }
  }

  private let tender: Tender

  init(_ tender: Tender) { self.tender = tender }

  func table(_ context: Context) -> Table {
    let rows = rows
    let open = Text(nl: "niet vastgelegd", en: "not stated")
    return Table(
      title: tender.name.map(Text.verbatim) ?? Text(nl: "Aanbesteding", en: "Tender"),
      columns: [
        .texts("rule", rows.map(\.name)).asDetail(),
        .texts("label", rows.map(\.label), label: Text(nl: "regel", en: "rule"), in: context),
        .texts("value", rows.map { $0.typed.map(Text.verbatim) ?? open }, label: Text.verbatim("value"), in: context)
          .asDetail(),
        .texts("value_label", rows.map { $0.told ?? open }, label: Text(nl: "vastgelegd", en: "stated"), in: context),
      ])
  }

  private var rows: [Row] {
    let weights = tender.weights.items.map { ($0.name, $0.value) }
    let minimum = tender.minimum.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let euros = tender.criterionEuros.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let scale = tender.scale.sorted { $0.value > $1.value }.map { ($0.key, $0.value) }
    return [
      Row("formula", Text(nl: "formule", en: "formula"), tender.formula, tender.formula.map(Self.told(formula:))),
      Row(
        "weights",
        tender.arePoints ? Text(nl: "hoogste punten", en: "most points") : Text(nl: "gewichten", en: "weights"),
        Self.typed(weights), Self.told(weights)),
      Row(
        "quality_points", Text(nl: "kwaliteit telt als", en: "quality counts as"), tender.qualityPoints,
        tender.qualityPoints.map(Self.told(points:))),
      Row(
        "point_decimals", Text(nl: "decimalen van punten", en: "decimals of points"),
        tender.pointDecimals.map(String.init)
      ),
      Row("ties", Text(nl: "bij gelijke uitkomst", en: "where equal"), tender.ties?.rawValue, tender.ties?.label),
      Row(
        "rerank", Text(nl: "opnieuw rangschikken bij wegvallen", en: "rank again when one falls away"),
        tender.rerank?.rawValue,
        tender.rerank.map { $0 == .yes ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no") }),
      Row(
        "ceiling", Text(nl: "plafond", en: "ceiling"), tender.ceiling.map(NumberText.shortest),
        tender.ceiling.map { .euros($0) }),
      Row(
        "minimum", Text(nl: "minimale kwaliteit", en: "least quality"), Self.typed(minimum), Self.told(minimum)),
      Row(
        "quality_euro", Text(nl: "waarde van volle kwaliteit", en: "worth of full quality"),
        Self.typed(euros) ?? tender.qualityEuro.map(NumberText.shortest),
        Self.told(euros) ?? tender.qualityEuro.map { .euros($0) }),
      Row("scale", Text(nl: "schaal", en: "scale"), Self.typed(scale), Self.told(scale)),
    ]
  }

  // MARK: Words

  private static func typed(_ numbers: [(String, Double)]) -> String? {
    numbers.isEmpty ? nil : numbers.map { "\($0)=\(NumberText.shortest($1))" }.joined(separator: ", ")
  }

  private static func told(_ numbers: [(String, Double)]) -> Text? {
    guard !numbers.isEmpty else { return nil }
    return .joined(
      numbers.map { name, value in
        let word =
          switch name {
          case "price": Text(nl: "prijs", en: "price")
          case "quality": Text(nl: "kwaliteit", en: "quality")
          default: Text.verbatim(name)
          }
        return word + .verbatim(" ") + Text.number(value, atMost: 6)
      })
  }

  /// A formula by its name, with what is typed where it has numbers.
  private static func told(formula typed: String) -> Text {
    guard let formula = try? AwardFormula(typed: typed, qualityEuro: 1) else { return .verbatim(typed) }
    return formula.about + .verbatim(" (\(typed))")
  }

  private static func told(points typed: String) -> Text {
    switch typed {
    case "absolute": Text(nl: "het cijfer zelf", en: "the mark itself")
    case "best": Text(nl: "deel van de beste", en: "part of the best")
    default: .verbatim(typed)
    }
  }
}
