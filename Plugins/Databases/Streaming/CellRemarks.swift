import WorkbenchKit

/// What has to be said about the cells of an answer: digits that were lost, and what is infinite or no number.
struct CellRemarks {
  private var rounded: [(name: String, count: Int)] = []
  private var endless: [(name: String, count: Int)] = []

  /// Notes what befell the cells of a column.
  mutating func note(_ name: String, rounded count: Int, endless cells: Int) {
    if count > 0 { rounded.append((name, count)) }
    if cells > 0 { endless.append((name, cells)) }
  }

  func notices(_ servers: Servers) -> [Notice] {
    var notices: [Notice] = []
    if !rounded.isEmpty {
      notices.append(
        Notice(
          .caution,
          Self.cells(
            rounded,
            Text(
              nl: "getal heeft meer cijfers dan hier bewaard worden en is afgerond",
              en: "number has more digits than are kept here and was rounded"),
            Text(
              nl: "getallen hebben meer cijfers dan hier bewaard worden en zijn afgerond",
              en: "numbers have more digits than are kept here and were rounded"))))
    }
    if !endless.isEmpty {
      notices.append(
        Notice(
          .caution,
          Self.cells(
            endless,
            Text(
              nl: "waarde is oneindig of geen getal en ontbreekt hier",
              en: "value is infinite or no number and is missing here"),
            Text(
              nl: "waarden zijn oneindig of geen getal en ontbreken hier",
              en: "values are infinite or no numbers and are missing here"))))
    }
    if servers.links.contains(where: { $0.parameter("server_encoding") == "SQL_ASCII" }) {
      notices.append(
        .caution(
          nl: "de database zegt niet hoe haar letters zijn opgeslagen: kijk letters met een accent na",
          en: "the database does not say how its letters are stored: check letters with an accent"))
    }
    return notices
  }

  private static func cells(_ columns: [(name: String, count: Int)], _ one: Text, _ many: Text) -> Text {
    .counted(columns.reduce(0) { $0 + $1.count }, one, many) + .verbatim(": ") + .quoted(columns.map(\.name))
  }
}
