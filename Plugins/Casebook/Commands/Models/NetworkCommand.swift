import WorkbenchKit

/// `casus model goede-buur`: the lines that open an effects sheet, where that plugin is there.
struct NetworkCommand: Command {
  let signature = Signature(
    "casus model goede-buur", aliases: ["casus model network"],
    summary: Text(
      nl: "toon de regels waarmee een netwerk in de wijk op een effectenblad komt",
      en: "show the lines that put a neighbourhood network on an effects sheet"),
    details: Text(
      nl:
        "De bron noemt wie inlegt en wie een deel van de besparing krijgt, geen bedrag. De regels zijn van de plugin EffectsArena; wat u invult is van de tafel.",
      en:
        "The source names who puts in and who gets part of the saving, and no amount. The lines are those of the plugin EffectsArena; what you fill in is the table's."
    ),
    soughtBy: ["buurtnetwerk", "verzekeraar"],
    examples: [.init("casus model goede-buur", Text(nl: "wie inlegt en wie bespaart", en: "who puts in and who saves"))]
  )

  private static let lines: [(line: String, about: Text)] = [
    (
      "arena start goede-buur",
      Text(nl: "het blad met de blokken uit de bron", en: "the sheet with the blocks of the source")
    ),
    (
      "arena link buurtcontact eerder-in-beeld",
      Text(nl: "wat brengt wat teweeg: trek de lijnen zelf", en: "what brings about what: draw the lines yourselves")
    ),
    (
      "arena invest wijkbureau --party zorgorganisatie --amount BEDRAG",
      Text(nl: "wie inlegt, euro per jaar", en: "who puts in, euros a year")
    ),
    (
      "arena effect eerder-in-beeld --quantity AANTAL --value BEDRAG --share zorgverzekeraar=DEEL --share gemeente=rest",
      Text(nl: "wat het oplevert, en voor wie", en: "what it yields, and to whom")
    ),
    ("arena ledger", Text(nl: "wie wint en wie verliest", en: "who wins and who loses")),
  ]

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    let table = Table(
      columns: [
        .texts("line", Self.lines.map(\.line), label: Text(nl: "u typt", en: "you type")),
        .texts("about", Self.lines.map(\.about), label: Text(nl: "waarvoor", en: "what for"), in: context),
      ])
    return Output(
      [
        .paragraph(
          Text(
            nl:
              "De zorgorganisatie legt in en draagt het risico; een deel van de besparing valt bij de verzekeraar. Zet het op een effectenblad:",
            en:
              "The care organisation puts in and carries the risk; part of the saving falls to the insurer. Put it on an effects sheet:"
          )),
        .table(table.atAGlance()),
      ] + (try context.modelRemarks("goede-buur", nil, nil)))
  }
}
