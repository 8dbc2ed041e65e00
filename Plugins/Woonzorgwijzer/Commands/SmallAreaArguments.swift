import WorkbenchKit

/// `--from`, with what has to be known of the table: small areas such as postcodes, in a file or in a database.
struct SmallAreaArguments: ArgumentGroup {
  let from = Argument(
    flag: "from", .table,
    about: Text(
      nl: "neem kleine gebieden, zoals postcodes, uit deze tabel: een bestand, of db:NAAM/schema.tabel",
      en: "take small areas, such as postcodes, out of this table: a file, or db:NAME/schema.table"))
  let columns = Argument(
    flags: "column", .pair(.name),
    about: Text(
      nl:
        "met --from: welke kolom wat is, als haar naam het niet zegt: gebied=, in=, jaar=, kenmerk=, waarde=, mensen=",
      en:
        "with --from: which column is what, where its name does not say it: area=, in=, year=, indicator=, value=, people="
    ))
  let parts = Argument(
    flags: "where", .pair(.name),
    about: Text(
      nl: "met --from: het deel van cijfers die zijn gesplitst, zoals geslacht=vrouw",
      en: "with --from: the part of figures that are split, such as sex=female"))
  let measure = Argument(
    flag: "kind", .choice(SmallMeasure.self),
    about: Text(
      nl: "met --from: wat de cijfers zijn; anders aantallen", en: "with --from: what the figures are; else counts"))

  static let details = Text(
    nl: """
      Met --from komen de cijfers uit een tabel met een klein gebied op elke rij, en niet uit wat is ingelezen: kolommen pc6 (of pc5, pc4, \
      postcode, code), jaar, gemeente (of wijk, buurt), indicator, waarde en inwoners, of zoals --column zegt. Uit een database \
      (db:NAAM/schema.tabel) komen alleen de rijen en kolommen die de vraag nodig heeft; 'why' noemt de vraag in SQL.
      """,
    en: """
      With --from the figures come out of a table with a small area on each row, and not out of what is imported: columns pc6 (or pc5, pc4, \
      postcode, code), jaar, gemeente (or wijk, buurt), indicator, waarde and inwoners, or as --column says. Out of a database \
      (db:NAME/schema.table) only the rows and columns come that the question needs; 'why' names the question in SQL.
      """)
}

extension Given<SmallAreaArguments> {
  /// What is asked of the table; nil where no table is named.
  ///
  /// - Parameters:
  ///   - figure: the indicator.
  ///   - year: as it was given.
  /// - Throws: what reading the table throws; what `SmallQuestion` throws.
  func question(
    _ figure: String?, at figurePlace: Place?, year: Int?, at yearPlace: Place?, in context: Context
  ) throws -> SmallQuestion? {
    guard let from = self.from else {
      for (name, isGiven, place) in [
        ("column", has(\.columns), place(of: \.columns)), ("where", has(\.parts), place(of: \.parts)),
        ("kind", has(\.measure), place(of: \.measure)),
      ] where isGiven {
        throw Diagnostic(
          "argument.missing",
          Text(nl: "--\(name) gaat over de tabel van --from", en: "--\(name) is about the table of --from"),
          wayOut: Text(
            nl: "noem de tabel met --from, of laat --\(name) weg",
            en: "name the table with --from, or leave --\(name) out"),
          suggestion: "--from", place: place)
      }
      return nil
    }
    return try checking(\.from) { _ in
      try SmallQuestion(
        SmallAreaTable(from, self.columns, in: context), self.measure ?? .count, figure: figure, at: figurePlace,
        year: year, at: yearPlace, self.parts)
    }
  }
}

/// What does not go with a table of small areas.
enum SmallClash {
  /// - Throws: `argument.clash` for the first that was given.
  static func refuse(_ flags: [(name: String, isGiven: Bool, place: Place?)]) throws {
    guard let flag = flags.first(where: \.isGiven) else { return }
    throw Diagnostic(
      "argument.clash",
      Text(
        nl: "--\(flag.name) gaat niet samen met --from", en: "--\(flag.name) does not go together with --from"),
      wayOut: Text(nl: "laat --\(flag.name) weg", en: "leave --\(flag.name) out"), place: flag.place)
  }
}
