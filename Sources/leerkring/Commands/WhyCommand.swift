import Session
import WorkbenchKit

/// `why NAME [--row ROW] [--column COLUMN] [--again]`
struct WhyCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument("name", .keptResult, about: Text(nl: "de naam van de uitkomst", en: "the name of the result"))
    let row = Argument(
      flag: "row", .name, about: Text(nl: "de naam van een rij, of haar nummer", en: "the name of a row, or its number")
    )
    let column = Argument(flag: "column", .name, about: Text(nl: "de kolom", en: "the column"))
    let again = Argument(
      toggle: "again",
      about: Text(
        nl: "vraag hetzelfde opnieuw, en zeg of het antwoord gelijk is",
        en: "ask the same again, and say whether the answer is equal"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "why",
    aliases: ["waarom"],
    summary: Text(nl: "waar een uitkomst vandaan komt", en: "where a result comes from"),
    details: Text(
      nl: """
        In hoogstens tien regels: wat er is getypt, welke bestanden en kolommen in het getal zitten, aannames en bronnen van een \
        uitkomst die met 'let' is onthouden of met 'keep' is bewaard. Met een rij, of waar er maar één is, ook hoe het getal in \
        die rij is berekend. Met --full de hele keten: ook de stappen ervoor, en alle bestanden met hun SHA-256. Met --again wordt een \
        regel die met read begint opnieuw gevraagd, aan het bestand of de database van nu, en staat er of het antwoord gelijk is of \
        welke rijen verschillen.
        """,
      en: """
        In at most ten lines: what was typed, which files and columns are in the figure, assumptions and sources of a result that \
        'let' remembers or 'keep' has kept. With a row, or where there is only one, also how the figure in that row was worked \
        out. With --full the whole chain: the steps before it too, and all files with their SHA-256. With --again a line that begins \
        with read is asked again, of the file or the database as it is now, and it says whether the answer is equal or which rows \
        differ.
        """),
    examples: [
      Signature.Example("why uitkomst", Text(nl: "waar zij vandaan komt", en: "where it came from")),
      Signature.Example("why uitkomst --full", Text(nl: "de hele keten", en: "the whole chain")),
      Signature.Example(
        "why nergens", Text(nl: "een naam die er niet is", en: "a name that is not there"),
        failsWith: "result.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let result = try result(given, session, context)
    if given.again { return Output(try AskedAgain(result, in: session, at: given.place(of: \.again)).blocks(context)) }
    var blocks: [Block] = [.facts(Self.facts(result))]
    let derived = try derived(result, given)
    if let derived { blocks += derived.blocks(context.language) }
    if given.row != nil || given.column != nil, blocks.count == 1 {
      blocks.append(
        .info(
          nl: "hoe deze kolom is berekend, heeft de opdracht niet opgetekend",
          en: "how this column was worked out was not noted by the command"))
    }
    let chain = StepChain(result.provenance, in: session.workspace)
    if let table = chain.table { blocks.append(.table(table)) }
    var inputs = chain.inputs(with: result.provenance.inputs)
    // Of a cell whose parts are known the files are those that had part in it.
    if let files = derived?.files { inputs = inputs.filter { files.contains($0.path) } }
    blocks.append(.table(Self.inputs(inputs)))
    for assumption in result.provenance.assumptions {
      blocks.append(.notice(Notice(.caution, Text(nl: "aanname: ", en: "assumption: ") + assumption)))
    }
    if !result.provenance.sources.isEmpty { blocks.append(.sources(result.provenance.sources)) }
    var output = Output(blocks)
    // What flows on is what it was made of, not the steps.
    output.main = blocks.lastIndex { if case .table = $0 { true } else { false } }
    return output
  }

  func reading(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Reading? {
    // What was asked again is shown as it is.
    if given.again { return nil }
    let result = try result(given, session, context)
    let short = ShortWhy(
      result, try derived(result, given), StepChain(result.provenance, in: session.workspace), given.line)
    return .brief(short.facts(context.language, row: given.row, column: given.column))
  }

  private func result(_ given: Given<Arguments>, _ session: Session, _ context: Context) throws -> RunResult {
    try given.checking(\.name) { name in
      if case .result(let remembered)? = session.remembered[name] { return remembered }
      return try KeptResult.named(name, in: context).result
    }
  }

  /// The cell that is asked about; nil where the command did not note how it came about.
  private func derived(_ result: RunResult, _ given: Given<Arguments>) throws -> DerivedCell? {
    guard let table = result.output.table else { return nil }
    try given.checking(\.column) { _ = try $0.map { try table.require($0, at: nil) } }
    guard let row = try given.checking(\.row, table.row) else { return nil }
    return DerivedCell(table, row: row, column: given.column, among: result.provenance.derivations)
  }

  private static func facts(_ result: RunResult) -> Facts {
    var facts = Facts()
    facts.add("command", .text(result.line), label: Text(nl: "opdracht", en: "command"))
    facts.add("plugin", result.owner.map { .text($0.name) } ?? .missing, label: .verbatim("plugin"))
    facts.add("version", result.owner.map { .text($0.version) } ?? .missing, label: Text(nl: "versie", en: "version"))
    return facts
  }

  private static func inputs(_ inputs: [InputFile]) -> Table {
    Table(
      title: Text(nl: "bestanden", en: "files"),
      columns: [
        .texts("file", inputs.map(\.path), label: Text(nl: "bestand", en: "file")),
        .texts("sha256", inputs.map(\.sha256), label: .verbatim("SHA-256")),
        .numbers("rows", inputs.map { $0.rows.map(Double.init) ?? .nan }, label: Text(nl: "rijen", en: "rows")),
        .texts(
          "columns", inputs.map { $0.columns.joined(separator: ", ") }, label: Text(nl: "kolommen", en: "columns")),
        .numbers(
          "year", inputs.map { $0.year.map(Double.init) ?? .nan }, label: Text(nl: "jaar", en: "year"), format: .plain),
        .texts("evidence", inputs.map { $0.evidence?.rawValue }, label: Text(nl: "soort", en: "kind")).asDetail(),
      ])
  }
}
