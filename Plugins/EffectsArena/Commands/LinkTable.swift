import Methods
import WorkbenchKit

/// The links, with how sure roles are of them.
enum LinkTable {
  static func of(_ sheet: Sheet, _ context: Context) -> Table {
    let links = sheet.links
    let values = links.map(\.values)
    let showsRoles = context.showsRoles
    var columns: [Column] = [
      .texts("from", links.map(\.from), label: Text(nl: "van", en: "from")),
      .texts("to", links.map(\.to), label: Text(nl: "naar", en: "to")),
      .numbers(
        "median", links.map { $0.confidence ?? .nan }, label: Text(nl: "mediaan", en: "median"), format: .decimals(2)),
    ]
    if showsRoles {
      columns += [
        .numbers("low", values.map { $0.first ?? .nan }, label: Text(nl: "laagste", en: "low"), format: .decimals(2)),
        .numbers("high", values.map { $0.last ?? .nan }, label: Text(nl: "hoogste", en: "high"), format: .decimals(2)),
      ]
    }
    columns += [
      .counts(
        "unknown", zip(links, values).map { $0.sure.count - $1.count }, label: Text(nl: "weet niet", en: "unknown")),
      .numbers(
        "agreement", values.map(agreement), label: Text(nl: "eens (A)", en: "agreement (A)"), format: .decimals(2)),
      .texts("evidence", links.map(\.evidence.rawValue)).asDetail(),
      .texts("evidence_label", links.map(\.evidence.label), label: Text(nl: "bewijs", en: "evidence"), in: context),
    ]
    if links.contains(where: { $0.source != nil }) {
      columns.append(.texts("source", links.map(\.source), label: Text(nl: "volgens", en: "according to")).asDetail())
    }
    return Table(title: Text(nl: "Hoe zeker is elke stap", en: "How sure each step is"), columns: columns)
  }

  /// Van der Eijk's A over ten classes, each owning its lower edge; 1 belongs to the last. No number with fewer than two values.
  static func agreement(_ values: [Double]) -> Double {
    guard values.count > 1 else { return .nan }
    var counts = [Int](repeating: 0, count: 10)
    // .3 times ten is 3 but for its last bit.
    for value in values { counts[min(9, Int((value * 10 + 1e-9).rounded(.down)))] += 1 }
    return OrdinalAgreement.vanDerEijk(counts) ?? .nan
  }
}
