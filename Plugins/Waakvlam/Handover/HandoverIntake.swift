import WorkbenchKit

/// Rows of a table as hand-overs: days become offsets from the move.
struct HandoverIntake {
  private let table: Table
  private let at: CalendarDate?
  private let itemIDs: [String]

  /// - Parameters:
  ///   - at: until when it was looked, for rows that do not say.
  ///   - items: the ids of what is asked of a hand-over.
  init(_ table: Table, at: CalendarDate?, items: [String]) {
    (self.table, self.at) = (table, at)
    itemIDs = items
  }

  /// Columns that are nothing here.
  var strangers: [String] {
    table.columnNames.filter { !(Self.columns + itemIDs).contains($0) }
  }

  private static let columns = ["code", "institution", "move_day", "first_support_day", "last_seen_day"]

  /// - Throws: `column.unknown`, `handover.days`, `handover.item`, `handover.twice`, `table.empty`.
  func records(at place: Place?) throws -> [HandoverRecord] {
    let codes = try table.require("code", at: place)
    let moves = try table.require("move_day", at: place)
    let firsts = try table.require("first_support_day", at: place)
    let (institutions, seen) = (table.column("institution"), table.column("last_seen_day"))
    var known: Set<String> = []
    return try (0..<table.rowCount).map { row in
      do {
        let code = codes[row].plain
        guard !code.isEmpty else {
          throw Self.problem("handover.days", Text(nl: "er is geen code", en: "there is no code"))
        }
        guard known.insert(code).inserted else {
          throw Self.problem("handover.twice", Text(nl: "deze code stond er al", en: "this code stood there already"))
        }
        let (days, hasCome) = try wait(move: moves[row], first: firsts[row], seen: seen?[row] ?? .missing)
        let institution = institutions.flatMap { $0[row].isMissing ? nil : $0[row].plain }
        return HandoverRecord(code: code, institution: institution, days: days, hasCome: hasCome, items: try items(row))
      } catch var error as Diagnostic {
        error.message = Text(nl: "rij \(row + 1): ", en: "row \(row + 1): ") + error.message
        throw error.at(place)
      }
    }
  }

  private func wait(move: Value, first: Value, seen: Value) throws -> (days: Int, hasCome: Bool) {
    guard let start = try Self.day(move, "move_day") else {
      throw Self.problem(
        "handover.days", Text(nl: "de dag van de verhuizing ontbreekt", en: "the day of the move is missing"))
    }
    if let came = try Self.day(first, "first_support_day") {
      let days = came - start
      guard days >= -730 else {
        throw Self.problem(
          "handover.days",
          Text(
            nl: "ondersteuning meer dan twee jaar voor de verhuizing", en: "support more than two years before the move"
          ))
      }
      guard days <= 36_525 else { throw Self.far }
      return (days, true)
    }
    guard let end = try Self.day(seen, "last_seen_day") ?? at?.dayNumber else {
      throw Self.problem(
        "handover.days",
        Text(
          nl: "nog geen ondersteuning, en het is niet bekend tot wanneer is gekeken",
          en: "no support yet, and it is not known until when it was looked"),
        wayOut: Text(nl: "vul last_seen_day in, of geef --at DATUM", en: "fill in last_seen_day, or give --at DATE"))
    }
    guard end >= start else {
      throw Self.problem(
        "handover.days", Text(nl: "de laatste dag ligt voor de verhuizing", en: "the last day lies before the move"))
    }
    guard end - start <= 36_525 else { throw Self.far }
    return (end - start, false)
  }

  /// A day as a number: of a date, or as it is counted.
  private static func day(_ value: Value, _ column: String) throws -> Int? {
    switch value {
    case .missing: return nil
    case .date(let date): return date.dayNumber
    case .number(let number, _):
      guard let whole = Int(exactly: number), abs(whole) < 4_000_000 else { break }
      return whole
    default:
      if let date = try? CalendarDate(typed: value.plain) { return date.dayNumber }
    }
    throw problem(
      "handover.days",
      Text(nl: "'\(value.plain)' in \(column) is geen dag", en: "'\(value.plain)' in \(column) is no day"))
  }

  private func items(_ row: Int) throws -> [String: Bool] {
    var items: [String: Bool] = [:]
    for id in itemIDs {
      guard let column = table.column(id), !column[row].isMissing else { continue }
      items[id] = try YesNoCell.read(column[row], id, code: "handover.item")
    }
    return items
  }

  private static let far = problem(
    "handover.days", Text(nl: "meer dan honderd jaar na de verhuizing", en: "more than a hundred years after the move"))

  private static func problem(
    _ code: String, _ message: Text,
    wayOut: Text = Text(
      nl: "dagen als 2027-03-01, of als gehele getallen", en: "days as 2027-03-01, or as whole numbers")
  ) -> Diagnostic { Diagnostic(code, message, wayOut: wayOut) }
}

/// A cell that says yes, no, or that it is not known.
enum YesNoCell {
  private static let yes: Set = ["ja", "j", "yes", "y", "true", "waar", "1", "x"]
  private static let no: Set = ["nee", "n", "no", "false", "onwaar", "0"]
  private static let unknown: Set = ["", "?", "weet-niet", "onbekend", "unknown", "-"]

  /// - Throws: the code for anything else.
  static func read(_ value: Value, _ column: String, code: String) throws -> Bool? {
    if let boolean = value.boolean { return boolean }
    let word = value.plain.lowercased().trimmedOfPadding
    if yes.contains(word) { return true }
    if no.contains(word) { return false }
    if unknown.contains(word) { return nil }
    throw Diagnostic(
      code,
      Text(
        nl: "'\(value.plain)' bij '\(column)' is geen ja of nee", en: "'\(value.plain)' at '\(column)' is no yes or no"),
      wayOut: Text(nl: "geef ja, nee, of laat leeg", en: "give ja (yes), nee (no), or leave it empty"))
  }
}
