import Methods
import WorkbenchKit

/// For how much each respondent of a survey counts.
enum RespondentWeights {
  /// - Parameter column: of the table, as it was typed.
  /// - Returns: a number for each row of the table, 0 or more, not all of them 0.
  /// - Throws: `column.unknown`, `weight.value`.
  static func values(_ column: ColumnReference, in table: Table) throws -> [Double] {
    let index = try column.index(in: table)
    let cells = table.columns[index]
    let values = try (0..<table.rowCount).map { row in
      guard let value = cells[row].number, value.isFinite, value >= 0 else {
        throw problem(
          cells[row].isMissing
            ? Text(
              nl: "rij \(number(row, table)) heeft geen gewicht in '\(cells.name)'",
              en: "row \(number(row, table)) has no weight in '\(cells.name)'")
            : Text(
              nl: "'\(cells[row].plain)' in rij \(number(row, table)) van '\(cells.name)' is geen gewicht",
              en: "'\(cells[row].plain)' in row \(number(row, table)) of '\(cells.name)' is no weight"), column)
      }
      return value
    }
    guard values.contains(where: { $0 > 0 }) else {
      throw problem(
        Text(
          nl: "alle gewichten in '\(cells.name)' zijn nul", en: "all weights in '\(cells.name)' are nought"), column)
    }
    return values
  }

  /// The weight of each respondent, whose rows must all say the same.
  ///
  /// - Parameters:
  ///   - values: of each row of the table.
  ///   - respondents: of each row its respondent, counted from 0.
  /// - Throws: `weight.value`.
  static func byRespondent(
    _ values: [Double], _ respondents: [Int], _ column: ColumnReference, in table: Table
  ) throws -> [Double] {
    var weights: [Double] = []
    for (row, (value, respondent)) in zip(values, respondents).enumerated() {
      if respondent == weights.count {
        weights.append(value)
      } else if weights[respondent] != value {
        throw problem(
          Text(
            nl: "rij \(number(row, table)) geeft dezelfde respondent een ander gewicht",
            en: "row \(number(row, table)) gives the same respondent another weight"), column)
      }
    }
    return weights
  }

  /// What stands beside a weighed answer.
  ///
  /// - Parameter effective: how many respondents of equal weight would tell as much.
  static func notice(_ column: String, effective: Double) -> Notice {
    let told = Text.number(effective, decimals: 0)
    return .info(
      nl:
        "gewogen met '\(column)': aandelen, groepen en wat hen onderscheidt tellen het gewicht, aantallen tellen mensen; "
        + "zij zeggen zoveel als \(told.nl) mensen van gelijk gewicht (Kish 1965)",
      en: "weighed with '\(column)': shares, groups and what sets them apart count the weight, numbers count people; "
        + "they tell as much as \(told.en) people of equal weight (Kish 1965)")
  }

  private static func number(_ row: Int, _ table: Table) -> Int { table.origin?.number(ofRow: row) ?? row + 1 }

  private static func problem(_ message: Text, _ column: ColumnReference) -> Diagnostic {
    Diagnostic(
      "weight.value", message,
      wayOut: Text(
        nl: "een gewicht is een getal van 0 of meer, voor iedereen",
        en: "a weight is a number of 0 or more, for everybody"
      ), place: column.place)
  }
}
