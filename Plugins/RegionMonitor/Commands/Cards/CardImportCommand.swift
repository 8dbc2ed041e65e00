import WorkbenchKit

/// `regio import FILE`: answers out of a table.
struct CardImportCommand: Command {
  struct Arguments: Sendable {
    let table = Argument(
      "table", .table,
      about: Text(
        nl: "kolommen region, question, value, by, en zo nodig for, at, source",
        en: "columns region, question, value, by, and where needed for, at, source"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio import", aliases: ["regio lees"],
    summary: Text(nl: "lees antwoorden op kaarten uit een tabel", en: "read answers on cards from a table"),
    details: Text(
      nl:
        "Eén rij per antwoord. question is een vraag van de kaart, 1 tot en met 8, 8a, 8b, of part-1 tot en met part-6. Een rij die niet kan, en er wordt "
        + "niets genoteerd.",
      en:
        "One row for each answer. question is a question of the card, 1 through 8, 8a, 8b, or part-1 through part-6. One row that cannot be, and nothing is "
        + "noted."),
    changesWorkspace: true,
    next: [
      FollowUp("regio coverage", Text(nl: "wat bekend is, en wat dat zegt", en: "what is known, and what that says"))
    ],
    examples: [
      .init("regio import kaarten.csv", Text(nl: "verzonnen antwoorden", en: "invented answers")),
      .init("regio import buurten.csv", Text(nl: "een andere tabel", en: "another table"), failsWith: "column.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let reference = given.table
    let taken = try reference.table(
      in: context, intake: TableIntake(protection: given.guarding.guarding(in: context)))
    let table = try taken.demandRows(at: reference.place)
    let columns = try ["region", "question", "value", "by"].map { try table.require($0, at: reference.place) }
    let regions = try context.regionBook
    var book = try context.workspace.cardBook
    var said: [CardReport.Said] = []
    for row in 0..<table.rowCount {
      if row % 256 == 0 { try context.checkInterrupt() }
      do {
        let found = try regions.one(columns[0][row].plain.trimmedOfPadding, at: nil)
        if let remark = found.remark { context.workspace.note(Notice(.info, remark)) }
        let item = try Vocabulary<CardItem>.anyItem.one(Self.question(columns[1][row]), in: context)
        let answer = try TypedAnswer(Self.word(columns[2][row]), to: item, at: nil)
        let role = try RoleName.checked(columns[3][row].plain)
        book.say(
          answer, to: item, of: found.region.id, by: role, about: try Self.about(table, row),
          at: try Self.day(table, row),
          source: table.column("source").flatMap { $0[row].isMissing ? nil : $0[row].plain })
        said.append(.init(region: found.region, item: item))
      } catch var error as Diagnostic {
        error.message = Text(nl: "rij \(row + 1): ", en: "row \(row + 1): ") + error.message
        throw error.at(reference.place)
      }
    }
    context.workspace.store(book)
    return Output(
      try CardReport.blocks(said, book, by: "", context) + taken.notices.map(Block.notice))
  }

  /// `1.0` of a column of numbers is `1`.
  private static func question(_ value: Value) -> String {
    value.number.flatMap { Int(exactly: $0) }.map { String($0) } ?? value.plain.trimmedOfPadding
  }

  /// A column that says ja and nee only may have come in as one of yes and no.
  private static func word(_ value: Value) -> String {
    value.boolean.map { $0 ? CardWord.yes.rawValue : CardWord.no.rawValue } ?? value.plain.trimmedOfPadding
  }

  private static func about(_ table: Table, _ row: Int) throws -> CardAnswer.About {
    guard let column = table.column("for"), !column[row].isMissing else { return .both }
    let word = column[row].plain.lowercased().trimmedOfPadding
    guard let about = CardAnswer.About(rawValue: word) else {
      throw Diagnostic(
        "answer.unknown", Text(nl: "'\(word)' is geen bw, mo of beide", en: "'\(word)' is not bw, mo or beide"),
        wayOut: Text(nl: "laat de cel leeg voor allebei", en: "leave the cell empty for both"))
    }
    return about
  }

  private static func day(_ table: Table, _ row: Int) throws -> CalendarDate? {
    guard let column = table.column("at"), !column[row].isMissing else { return nil }
    return try column[row].date ?? CalendarDate(typed: column[row].plain)
  }
}
