@_spi(Host) import WorkbenchKit

/// `read FILE`: a table out of a file.
struct Read: PlannedCommand {
  struct Arguments: Sendable {
    let file = Argument(
      "file", .file, about: Text(nl: "het bestand dat gelezen wordt", en: "the file that is read"))
    let format = Argument(
      flag: "format",
      .choice([
        Candidate("auto"), Candidate("csv", Text(nl: "tekst in kolommen", en: "text in columns")), Candidate("json"),
        Candidate("jsonl", Text(nl: "een object op elke regel", en: "an object on each line")),
      ]), default: "auto",
      about: Text(
        nl: "de vorm; anders volgt die uit de naam, of uit het eerste teken",
        en: "the form; else it follows from the name, or from the first sign"))
    let delimiter = Argument(
      flag: "delimiter",
      .choice([
        Candidate("auto"), Candidate(";"), Candidate(","), Candidate("tab"),
        Candidate("|", Text(nl: "tussen aanhalingstekens", en: "in quotes")),
      ]), default: "auto",
      about: Text(nl: "het teken tussen twee cellen", en: "the sign between two cells"))
    let numbers = NumberArguments()
    let encoding = Argument(
      flag: "encoding",
      .choice([
        Candidate("auto", Text(nl: "UTF-8", en: "UTF-8")), Candidate("utf-8"),
        Candidate("cp1252", Text(nl: "oudere bestanden uit Windows", en: "older files from Windows")),
      ]), default: "auto",
      about: Text(nl: "hoe de letters zijn opgeslagen", en: "how the letters are stored"))
    let columns = Argument(
      flags: "columns", .column,
      about: Text(nl: "houd alleen deze kolommen, in deze volgorde", en: "keep these columns only, in this order"))
    let condition = Argument(
      flag: "where", .expression,
      about: Text(
        nl: "houd alleen de rijen waarvoor deze voorwaarde waar is",
        en: "keep only the rows for which this condition is true"))
    let source = SourceArguments()
    let guarding = GuardArguments()
    let persons = Argument(
      flag: "persons",
      .choice([
        Candidate("auto"), Candidate("yes", Text(nl: "elke rij is een persoon", en: "each row is a person")),
        Candidate("no", Text(nl: "geen enkele rij is een persoon", en: "no row is a person")),
      ]), default: "auto",
      about: Text(
        nl: "of rijen personen zijn; kleine aantallen ervan worden dan achtergehouden",
        en: "whether rows are persons; small counts of them are held back then"))
  }

  static let arguments = Arguments()

  /// Whether so many bytes are more than there are; nil where it is found out.
  var lacksMemory: (@Sendable (Int) -> Bool)?

  let signature = Signature(
    "read", aliases: ["lees"],
    summary: Text(nl: "lees een tabel uit een bestand", en: "read a table from a file"),
    details: Text(
      nl:
        "CSV en verwanten, JSON (een lijst van objecten, of een tabel zoals --json die geeft) en JSON Lines, en wat plugins lezen: "
        + "xlsx, ods, dbf, GeoPackage, shapefile, FlatGeobuf, GML, KML, geodatabases en bestanden in een zip; BESTAND!NAAM is een blad, laag "
        + "of bestand erin ('contents' noemt ze). De vorm, het "
        + "scheidingsteken en de tekens in getallen worden herkend; de vlaggen gaan voor. Een kolom die bewijst welk teken decimalen "
        + "scheidt, geldt voor het hele bestand; bewijst geen kolom het (12.500), dan staat dat erbij. '€', '%', '*' en spaties "
        + "om en in getallen vallen weg. De eerste regel van CSV bevat de namen van de kolommen. Lege cellen, '.', en in kolommen "
        + "met getallen 'NA' en 'NaN', ontbreken. Een kolom waarin getallen met een nul beginnen (0344), of boven "
        + "9007199254740992 liggen, is tekst. Een regel met te veel of te weinig cellen is een fout. Een kolom met wat een BSN, e-mailadres, "
        + "telefoonnummer, IBAN of geboortedatum lijkt, houdt het lezen tegen: laat haar weg of pseudonimiseer haar. "
        + "Met --columns en --where komt alleen dat deel binnen: dezelfde uitkomst als 'where' en dan 'select' erna, maar de rest van een "
        + "groot bestand neemt geen geheugen; de hoedanigheid van een kolom volgt uit al haar cellen, en naar persoonsgegevens wordt overal "
        + "gekeken. Van CSV en JSON Lines hoeft alleen in het geheugen te passen wat ervan binnenkomt: dat deel, of de kolommen waar 'count', 'group' of "
        + "'select' erachter naar kijken; past ook dat niet, dan alleen wat 'group' zonder gewicht, 'top', "
        + "'describe' of 'to' csv of jsonl naar een bestand ervan maken, ook na 'where', 'derive' en 'select'. "
        + "Zijn de rijen personen (er is een kolom gepseudonimiseerd, of met een nummer per persoon zoals respondent, of --persons yes), dan "
        + "houden 'group', 'pivot' en 'count' aantallen onder de 5 achter, ook waar ze uit meer regels samen zouden volgen.",
      en:
        "CSV and its kin, JSON (an array of objects, or a table as --json gives it) and JSON Lines, and what plugins read: xlsx, "
        + "ods, dbf, GeoPackage, shapefile, FlatGeobuf, GML, KML, geodatabases and files in a zip; FILE!NAME is a sheet, layer or file in it "
        + "('contents' lists them). The form, the separator and "
        + "the signs within numbers are recognised; the flags go before. A column that proves which sign is before decimals holds "
        + "for the whole file; where none does (12.500), a caution says so. '€', '%', '*' and blanks around and in numbers are "
        + "taken off. The first line of CSV holds the names of the columns. Empty cells, '.', and in columns of numbers 'NA' and "
        + "'NaN', are missing. A column in which numbers begin with a nought (0344), or lie above 9007199254740992, is text. A line with too many or too few cells is an error. A column with what looks like a BSN, an e-mail address, a telephone "
        + "number, an IBAN or a date of birth stops the reading: leave it out or pseudonymise it. With --columns and --where only that part "
        + "comes in: the same outcome as 'where' and then 'select' behind it, but the rest of a large file takes no memory; what a column "
        + "holds follows from all its cells, and personal data are looked for everywhere. Of CSV and JSON Lines only what comes in has to fit in memory: that "
        + "part, or the columns at which 'count', 'group' or 'select' behind it look; where not even these do, only what a 'group' without a weight, "
        + "'top', 'describe' or 'to' csv or jsonl with a file makes of them, behind 'where', 'derive' and 'select' too. Where the rows are "
        + "persons (a column was pseudonymised, or has a number for each such as respondent, or --persons yes) 'group', 'pivot' and 'count' "
        + "hold counts below 5 back, also where they would follow from several lines together."),
    examples: [
      .init("read buurten.csv", Text(nl: "de hele tabel", en: "the whole table")),
      .init(
        "read zorg.txt --delimiter '|' --decimal comma",
        Text(nl: "een bestand dat zijn vorm niet verraadt", en: "a file that does not betray its form")),
      .init(
        "read buurten.csv --columns naam,inwoners --where 'inwoners > 1000'",
        Text(nl: "alleen dit deel komt binnen", en: "only this part comes in")),
      .init(
        "read scheef.csv", Text(nl: "een regel heeft een cel te weinig", en: "a line has a cell too few"),
        failsWith: "file.ragged"),
      .init(
        "read klanten.csv --drop mail --pseudonymise klant",
        Text(nl: "zonder wat een persoon herkenbaar maakt", en: "without what makes a person known")),
      .init(
        "read klanten.csv", Text(nl: "er staan persoonsgegevens in", en: "it holds personal data"),
        failsWith: "personal.found"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let formula = try formula(given, context)
    var intake = try intake(given, formula, context)
    let gathered = try GatheredLine(context, showsAll: !given.columns.isEmpty)
    intake.collector = gathered
    let taken = try intake.take(given.file, at: given.place(of: \.file), in: context)
    if taken.isCollected, let gathered {
      context.stagesDone = gathered.stageCount
      return try gathered.output(Output([.table(taken.table)] + taken.notices.map(Block.notice)))
    }
    var table = taken.table
    // What a source already knows to be persons, or no rows at all, is not looked at again.
    if table.persons == nil, table.tallied == nil, isOfPersons(table, given) {
      table = table.ofPersons(taken.sha256)
    }
    var notices = taken.notices
    if !taken.isPart {
      if let formula {
        table = table.rows(try formula.rows(of: table, adding: &notices, context.checkInterrupt))
      }
      if !given.columns.isEmpty { table = table.selecting(try given.columns.indices(in: table)) }
    }
    if !given.columns.isEmpty { table = table.showing(table.columns.indices) }
    return Output([.table(table)] + notices.map(Block.notice))
  }

  private func formula(_ given: Given<Arguments>, _ context: Context) throws -> Formula? {
    try given.condition.map { try Formula($0, at: given.place(of: \.condition), variables: context.variables) }
  }

  /// What of the table comes in.
  private func part(_ given: Given<Arguments>, _ formula: Formula?, _ context: Context) -> TablePart {
    TablePart(
      columns: given.columns.isEmpty ? nil : { try given.columns.indices(in: $0) },
      rows: formula.map { formula in
        TablePart.Rows(columns: { try formula.columns(in: $0, context.checkInterrupt) }) { rows in
          var notices: [Notice] = []
          let kept = try formula.rows(of: rows, adding: &notices, context.checkInterrupt)
          // What has to be said counts over all rows.
          return notices.isEmpty ? kept : nil
        }
      })
  }

  func plan(_ given: Given<Arguments>, in context: Context) throws -> SourcePlan? {
    try intake(given, formula(given, context), context).plan(given.file, at: given.place(of: \.file), in: context)
  }

  private func intake(
    _ given: Given<Arguments>, _ formula: Formula?, _ context: Context
  ) throws -> TableIntake {
    var intake = TableIntake(protection: given.guarding.guarding(in: context), marks: try given.numbers.marks())
    intake.format = TableFormat(rawValue: given.format)
    intake.delimiter =
      switch given.delimiter {
      case "auto": nil
      case "tab": 0x09
      default: given.delimiter.utf8.first
      }
    intake.choice = try given.source.choice()
    intake.encoding = DelimitedText.Encoding(rawValue: given.encoding)
    intake.isOfPersons = given.persons == "yes"
    intake.passesSealed = true
    intake.keepsDates = true
    if formula != nil || !given.columns.isEmpty { intake.part = part(given, formula, context) }
    // The columns are chosen here, for the condition is looked at once more and may need others.
    if let term = formula?.sourceTerm { intake.asked = [.filter(term)] }
    if let lacksMemory { intake.lacksMemory = lacksMemory }
    return intake
  }

  private func isOfPersons(_ table: Table, _ given: Given<Arguments>) -> Bool {
    switch given.persons {
    case "yes": true
    case "no": false
    default:
      PersonalData.isOfPersons(
        table, dropped: given.guarding.drop, pseudonymised: given.guarding.pseudonymise)
    }
  }
}
