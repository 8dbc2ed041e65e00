import Decisions
import WorkbenchKit

/// `opgave rules [FILE]`: the decision table by which tasks are placed.
struct TaskRulesCommand: Command {
  struct Arguments: Sendable {
    let file = Argument(
      optional: "file", .newFile,
      about: Text(nl: "schrijf haar als JSON naar dit bestand", en: "write it as JSON to this file"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "opgave rules", aliases: ["opgave regels"],
    summary: Text(
      nl: "toon de beslistabel waarmee opgaven op de agenda komen",
      en: "show the decision table by which tasks come on an agenda"),
    details: Text(
      nl: "Het bestand kan met 'rules import' worden gelezen en veranderd, en met 'opgave place --rules' gebruikt.",
      en: "The file can be read with 'rules import' and changed, and used with 'opgave place --rules'."),
    next: [FollowUp("opgave place huisvesting --complexity 4 --by gemeente", Text(nl: "gebruik haar", en: "use it"))],
    examples: [
      .init("opgave rules", Text(nl: "de meegeleverde tabel", en: "the table that ships")),
      .init("opgave rules agenderen.json", Text(nl: "naar een bestand", en: "to a file")),
      .init(
        "opgave rules geen/map/x.json", Text(nl: "een map die er niet is", en: "a folder that is not there"),
        failsWith: "file.unwritable"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let table = try context.shippedPlaceRules.table
    let when = table.rules.map { rule in
      Text.joined(
        zip(table.inputs, rule.when).filter { $0.1.feel != "-" }.map { input, cell in
          (input.label ?? .verbatim(input.name)) + .verbatim(" " + Self.shown(cell.feel))
        }, by: "; ")
    }
    let columns: [Column] = [
      .counts("rule", Array(1...max(1, table.rules.count)), label: Text(nl: "regel", en: "rule")),
      .texts("when", when, label: Text(nl: "als", en: "when"), in: context),
      .texts("scale", table.rules.map { $0.then.first??.plain }, label: Text(nl: "agenda", en: "agenda")),
      .texts("note", table.rules.map(\.note), label: Text(nl: "want", en: "because"), in: context),
    ]
    var blocks: [Block] = [.table(Table(title: table.heading, columns: columns))]
    if let file = given.file {
      try context.files.write(Array((table.json.canonical + "\n").utf8), to: file, at: given.place(of: \.file))
      blocks.append(.info(nl: "geschreven naar '\(file)'", en: "written to '\(file)'"))
    }
    blocks.append(
      .caution(
        nl: "deze tabel en haar grenzen zijn van ons, niet van de bron",
        en: "this table and its limits are ours, not the source's"))
    blocks.append(try context.knowledge.sources([table.source], in: context))
    return Output(blocks)
  }

  /// A bound as people read it.
  private static func shown(_ feel: String) -> String {
    switch feel {
    case "true": "= ja"
    case "false": "= nee"
    default: feel.replacing(">=", with: "≥").replacing("<=", with: "≤")
    }
  }
}
