import WorkbenchKit

/// `rename OLD NEW`: another name for a column.
struct Rename: Stage {
  struct Arguments: Sendable {
    let old = Argument("old", .column, about: Text(nl: "de kolom", en: "the column"))
    let new = Argument("new", .words, about: Text(nl: "haar nieuwe naam", en: "its new name"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "rename", aliases: ["hernoem"],
    summary: Text(nl: "geef een kolom een andere naam", en: "give a column another name"),
    input: .required,
    examples: [
      .init("read buurten.csv | rename inwoners a_inw", Text(nl: "een kortere naam", en: "a shorter name")),
      .init(
        "read buurten.csv | rename inwoners naam", Text(nl: "een naam die bezet is", en: "a name that is taken"),
        failsWith: "column.taken"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    var table = try input.requiredTable(for: given)
    let index = try given.old.index(in: table)
    let place = given.place(of: \.new)
    let name = ColumnReference(given.new, at: place).name
    guard !name.isEmpty else {
      throw Diagnostic(
        "column.name", Text(nl: "een kolom heeft een naam nodig", en: "a column needs a name"), place: place)
    }
    if let taken = table.index(of: name), taken != index {
      throw Diagnostic(
        "column.taken",
        Text(nl: "de tabel heeft al een kolom '\(name)'", en: "the table already has a column '\(name)'"),
        wayOut: Text(
          nl: "hernoem die eerst, of laat haar weg met 'select'",
          en: "rename that one first, or leave it out with 'select'"),
        place: place)
    }
    table.rename(index, to: name)
    return input.replacing(table.showing([index]))
  }
}
