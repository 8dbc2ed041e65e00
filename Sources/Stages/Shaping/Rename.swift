import WorkbenchKit

/// `rename OLD NEW`: another name for a column.
struct Rename: UntypedStage {
  let signature = Signature(
    "rename", aliases: ["hernoem"],
    summary: Text(nl: "geef een kolom een andere naam", en: "give a column another name"),
    parameters: [
      .argument("old", .column, about: Text(nl: "de kolom", en: "the column")),
      .argument("new", .text, about: Text(nl: "haar nieuwe naam", en: "its new name")),
    ],
    input: .required,
    examples: [
      .init("read buurten.csv | rename inwoners a_inw", Text(nl: "een kortere naam", en: "a shorter name")),
      .init(
        "read buurten.csv | rename inwoners naam", Text(nl: "een naam die bezet is", en: "a name that is taken"),
        failsWith: "column.taken"),
    ])

  func apply(_ call: Call, to input: Output, in context: Context) throws -> Output {
    var table = try input.requiredTable(for: call)
    guard let index = try call.column("old", in: table) else { return input }
    let name = call.value("new")?.columnName ?? ""
    let place = call.place(of: "new")
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
    return input.replacing(table)
  }
}
