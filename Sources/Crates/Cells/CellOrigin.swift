import WorkbenchKit

/// A cell of a table of a crate, with the cells of files that it was worked out of.
struct CellOrigin {
  /// The fragment of the cell in its table.
  let fragment: String
  /// What it is: the column and the name of its row.
  let name: String
  let method: Text
  /// References to what went in, each once.
  let basedOn: [String]
}

/// Tells of the cells of a table where they came from.
struct CellOrigins {
  /// As many rows of a table are told of cell by cell; the table as a whole is based on its files either way.
  static let most = 500

  /// How the crate refers to files, by how they were given and by their bare names.
  let references: [String: String]
  let files: [String: FileRows]

  /// The cells of one table of which it was noted how they were worked out.
  func cells(of table: Table, _ derivations: [Derivation]) -> [CellOrigin] {
    derivations.flatMap { derivation -> [CellOrigin] in
      guard let column = table.index(of: derivation.column), let keys = table.column(derivation.key) else { return [] }
      let variant = table.column(derivation.variant)
      return (0..<min(table.rowCount, Self.most)).compactMap { row in
        let key = keys[row].plain
        if let only = derivation.only, only != key { return nil }
        if let variant, variant[row].text != derivation.when { return nil }
        // What is held back has no origin to be seen: it could be worked out again.
        guard table.columns[column].withheld[row] == nil, !table.columns[column][row].isMissing else { return nil }
        var seen: Set<String> = []
        let based = Self.all(derivation.factors).flatMap { references(to: $0, key) }.filter { seen.insert($0).inserted }
        guard !based.isEmpty else { return nil }
        return CellOrigin(
          fragment: "cell=\(row + 2),\(column + 1)", name: "\(derivation.column) · \(key)", method: derivation.method,
          basedOn: based)
      }
    }
  }

  /// The codes whose rows are sought in files.
  static func codes(of tables: [Table], _ derivations: [Derivation]) -> Set<String> {
    var codes: Set<String> = []
    for derivation in derivations {
      codes.formUnion(all(derivation.factors).compactMap(\.row))
      for table in tables {
        guard let keys = table.column(derivation.key) else { continue }
        for row in 0..<min(table.rowCount, most) { codes.insert(keys[row].plain) }
      }
    }
    codes.remove("")
    return codes
  }

  private static func all(_ factors: [Derivation.Factor]) -> [Derivation.Factor] {
    factors.flatMap { [$0] + all($0.parts) }
  }

  private func references(to factor: Derivation.Factor, _ key: String) -> [String] {
    guard let file = references[factor.file] ?? references[InputName.of(factor.file)] else { return [] }
    let fragments = factor.fileColumns.compactMap { files[file]?.fragment(code: factor.row ?? key, column: $0) }
    return fragments.isEmpty ? [file] : fragments.map { "\(file)#\($0)" }
  }
}
