import WorkbenchKit

/// A form as a sheet of cells, whatever the file that carries it.
struct BallotSheet {
  /// A row of cells, with the line of the file on which it begins.
  struct Row {
    let line: Int
    let cells: [String]
  }

  let header: [String]
  let rows: [Row]
  /// What has to be said of how it was read.
  var notices: [Notice] = []
}

/// How a form is written to a file and read back; a spreadsheet of its own would be another case.
public enum BallotFile: String, CaseIterable, Sendable {
  case csv

  /// What a new form is written as, by the end of its name.
  ///
  /// - Throws: `ballot.file` for another.
  public init(named path: String, at place: Place?) throws {
    let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    guard let form = BallotFile(rawValue: ending) else {
      let known = Self.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
      throw Diagnostic(
        "ballot.file", Text(nl: "een stembiljet wordt geschreven als \(known)", en: "a ballot is written as \(known)"),
        place: place)
    }
    self = form
  }

  /// Returns the bytes of a file: in Dutch with the semicolon that a Dutch spreadsheet takes, and a byte order mark by which it knows
  /// the letters.
  func bytes(_ sheet: BallotSheet, _ language: Language) -> [UInt8] {
    let delimiter = UInt8(ascii: language == .nl ? ";" : ",")
    let lines = ([sheet.header] + sheet.rows.map(\.cells)).map { WrittenCell.line($0, delimiter: delimiter) }
    return [0xEF, 0xBB, 0xBF] + lines.joined().utf8
  }

  /// Reads a file, behind the guard of persons.
  ///
  /// - Throws: `file.*`, `personal.found`, `ballot.row` where a line has more cells than there are columns.
  static func sheet(_ file: ReadFile) throws -> BallotSheet {
    var notices: [Notice] = []
    let text: DelimitedText
    do { text = try Self.text(file, nil) } catch let error as Diagnostic where error.code == "file.encoding" {
      guard error.suggestion != nil else { throw error }
      text = try Self.text(file, .cp1252)
      notices.append(
        .info(
          nl: "'\(file.name)' is gelezen als tekst van een oudere Excel (cp1252)",
          en: "'\(file.name)' was read as text of an older Excel (cp1252)"))
    }
    if let ragged = text.raggedRows.first {
      throw Diagnostic(
        "ballot.row",
        Text(
          nl: "regel \(ragged.line) heeft \(ragged.cells) cellen in plaats van \(text.header.count)",
          en: "line \(ragged.line) has \(ragged.cells) cells instead of \(text.header.count)"),
        wayOut: Text(
          nl: "scheid alle cellen met hetzelfde teken; een getal met een komma staat dan tussen aanhalingstekens",
          en: "part all cells by the same sign; a number with a comma then stands in quotes"),
        place: Place(source: file.path, line: ragged.line, column: 1))
    }
    let rows = (0..<text.rowCount).map { row in
      BallotSheet.Row(
        line: text.line(ofRow: row),
        cells: text.header.indices.map { text.cell(row: row, column: $0).trimmedOfPadding })
    }
    return BallotSheet(header: text.header, rows: rows.filter { $0.cells.contains { !$0.isEmpty } }, notices: notices)
  }

  /// What to do about data of a person in a form.
  static let withoutPersons = Text(
    nl: "haal het uit het bestand, en noem een rol of organisatie in plaats van een persoon",
    en: "take it out of the file, and name a role or an organisation instead of a person")

  private static func text(_ file: ReadFile, _ encoding: TextEncoding?) throws -> DelimitedText {
    do {
      return try DelimitedText(
        bytes: file.bytes, options: .init(encoding: encoding, name: file.name), protection: .strict)
    } catch var error as Diagnostic where error.code == "personal.found" {
      // The way out of tables is to leave the column out.
      error.suggestion = nil
      error.wayOut = withoutPersons
      throw error
    }
  }
}
