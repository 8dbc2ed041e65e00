import WorkbenchKit

/// The figures of one kept result in two branches, each beside its counterpart.
struct ResultComparison {
  private(set) var pairs: [FigurePair] = []
  /// How the rows of its table found each other.
  private(set) var notice: Notice?

  private let name: String
  private var places: [Key: Int] = [:]

  private struct Key: Hashable {
    let row: String?
    let column: String
  }

  /// - Parameters:
  ///   - a: the result in the one branch; nil where it is not kept there.
  ///   - id: the column that names rows; nil for the first where it can.
  /// - Throws: `column.unknown`, `compare.rownames`.
  init(_ name: String, _ a: Output?, _ b: Output?, id: String?, at place: Place?, _ language: Language) throws {
    self.name = name
    let outputs = [a, b].compactMap { $0 }
    let hasFigures = outputs.contains { $0.table != nil || !$0.facts.isEmpty }
    for (side, output) in [(\FigurePair.a, a), (\FigurePair.b, b)] {
      guard let output else { continue }
      for fact in output.facts {
        set(side, nil, fact.name, fact.label, FigurePair.Side(value: fact.value, format: fact.format))
      }
      if !hasFigures { set(side, nil, "text", nil, FigurePair.Side(value: .text(output.words(language)))) }
    }
    let tables = outputs.compactMap(\.table)
    guard !tables.isEmpty else { return }
    let naming = try RowNaming(tables, id: id, of: name, at: place)
    if let table = a?.table { take(table, \.a, naming) }
    if let table = b?.table { take(table, \.b, naming) }
    notice = tell(naming)
  }

  private mutating func take(_ table: Table, _ side: WritableKeyPath<FigurePair, FigurePair.Side>, _ naming: RowNaming)
  {
    for (row, rowName) in naming.names(of: table).enumerated() {
      for column in table.columns where column.name != naming.column {
        let figure = FigurePair.Side(value: column[row], withheld: column.withheld[row], format: column.format)
        set(side, rowName, column.name, column.label, figure)
      }
    }
  }

  private mutating func set(
    _ side: WritableKeyPath<FigurePair, FigurePair.Side>, _ row: String?, _ column: String, _ label: Text?,
    _ figure: FigurePair.Side
  ) {
    let key = Key(row: row, column: column)
    if let index = places[key] {
      pairs[index][keyPath: side] = figure
    } else {
      places[key] = pairs.count
      var pair = FigurePair(result: name, row: row, column: column, label: label)
      pair[keyPath: side] = figure
      pairs.append(pair)
    }
  }

  private func tell(_ naming: RowNaming) -> Notice {
    guard let column = naming.column else {
      return Notice.caution(
        nl: "de rijen van '\(name)' zijn op volgorde naast elkaar gezet; --id KOLOM geeft ze een naam",
        en: "the rows of '\(name)' were set side by side in their order; --id COLUMN names them")
    }
    return Notice.info(
      nl: "de rijen van '\(name)' zijn naast elkaar gezet op kolom '\(column)'",
      en: "the rows of '\(name)' were set side by side by column '\(column)'")
  }
}

extension Output {
  /// The single figures of all its blocks.
  fileprivate var facts: [Facts.Fact] {
    blocks.flatMap { block -> [Facts.Fact] in if case .facts(let facts) = block { facts.facts } else { [] } }
  }

  /// What it says in words.
  fileprivate func words(_ language: Language) -> String {
    blocks.compactMap { block -> String? in
      switch block {
      case .paragraph(let text): text(language)
      case .text(let text): text
      default: nil
      }
    }.joined(separator: "\n")
  }
}
