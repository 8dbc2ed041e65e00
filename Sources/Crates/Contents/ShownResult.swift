import Session
import WorkbenchKit

/// What of a result may travel.
public enum ShownResult {
  /// Returns a result without rows of persons, and how much of it is held back.
  ///
  /// - Parameter result: without what is hidden.
  public static func of(_ result: RunResult) -> (result: RunResult, held: HeldBack) {
    var held = HeldBack()
    var shown = result
    shown.output.blocks = result.output.blocks.map { block in
      guard case .table(let table) = block else { return block }
      if isOfPersons(table) {
        held.persons += table.rowCount
        let rows = Text.counted(table.rowCount, Text(nl: "rij", en: "row"), Text(nl: "rijen", en: "rows"))
        return .paragraph(
          Text(
            nl: "Hier stond een tabel van \(rows.nl) over personen; die gaat niet mee.",
            en: "Here stood a table of \(rows.en) of persons; it does not travel."))
      }
      held.suppressed += table.columns.reduce(0) { $0 + $1.withheld.count }
      return .table(withoutFolders(table))
    }
    // Where files lay is nobody's business.
    shown.provenance.inputs = result.provenance.inputs.map { input in
      var bare = input
      bare.path = InputName.of(input.path)
      return bare
    }
    shown.provenance.derivations = result.provenance.derivations.map { derivation in
      Derivation(
        column: derivation.column, key: derivation.key, variant: derivation.variant, when: derivation.when,
        only: derivation.only, method: derivation.method, factors: derivation.factors.map(bare))
    }
    return (shown, held)
  }

  private static func bare(_ factor: Derivation.Factor) -> Derivation.Factor {
    Derivation.Factor(
      column: factor.column, label: factor.label, file: InputName.of(factor.file), fileColumns: factor.fileColumns,
      year: factor.year, evidence: factor.evidence, remark: factor.remark, row: factor.row, figure: factor.figure,
      format: factor.format, parts: factor.parts.map(bare))
  }

  /// The table with the bare names of files in the place of where they lie.
  private static func withoutFolders(_ table: Table) -> Table {
    var copy = table
    for var column in table.columns {
      guard let texts = column.texts, texts.contains(where: { $0?.hasPrefix("/") ?? false }) else { continue }
      column.storage = .texts(texts.map { $0.map { $0.hasPrefix("/") ? InputName.of($0) : $0 } })
      copy.set(column)
    }
    return copy
  }

  private static func isOfPersons(_ table: Table) -> Bool {
    table.persons != nil || PersonalData.isOfPersons(table, dropped: [], pseudonymised: [])
  }
}
