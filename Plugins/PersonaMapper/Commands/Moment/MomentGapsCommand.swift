import WorkbenchKit

/// `moment gaps`: what the matrix leaves open.
struct MomentGapsCommand: Command {
  struct Arguments: Sendable {
    let share = Argument(
      flag: "share", .number(0...1, unit: .share), default: "0.5",
      about: Text(
        nl: "meer dan dit deel van de cellen is te veel voor één partij",
        en: "more than this share of the cells is too much for one party"))
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet de gaten klaar als \(MomentGapsCommand.offered), voor de agenda van de kring",
        en: "offer the gaps as \(MomentGapsCommand.offered), for the agenda of the circle"))
  }

  static let arguments = Arguments()
  /// The table that other plugins read if it is there: the columns of the answer itself.
  static let offered = "moment.gaps"

  let signature = Signature(
    "moment gaps",
    aliases: ["moment gaten"],
    summary: Text(
      nl: "zoek lege cellen, momenten die niemand oppakt en partijen die te veel op zich nemen",
      en: "find empty cells, moments of nobody and parties with too much"),
    examples: [
      .init("moment gaps", Text(nl: "wat er nog openstaat", en: "what is still open")),
      .init("moment gaps --share 2", Text(nl: "meer dan alles", en: "more than all"), failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try context.workspace.currentSet()
    let limit = given.share
    var gaps: [(kind: String, moment: String?, persona: String?, party: String?, about: Text)] = []
    for moment in set.moments {
      if moment.owner == nil, !set.cells.contains(where: { $0.moment == moment.id && $0.by != nil }) {
        gaps.append(("no_owner", moment.id, nil, nil, Text(nl: "niemand pakt het op", en: "nobody's")))
      }
      for persona in set.personas where set.cell(moment.id, persona.id) == nil {
        gaps.append(("empty", moment.id, persona.id, nil, Text(nl: "leeg", en: "empty")))
      }
    }
    let answered = set.cells.filter { $0.by != nil }
    for party in Set(answered.compactMap(\.by)).sorted() {
      let count = answered.count { $0.by == party }
      if answered.count >= 3, Double(count) > limit * Double(answered.count) {
        gaps.append(
          (
            "too_much", nil, nil, party,
            Text(nl: "\(count) van de \(answered.count) cellen", en: "\(count) of the \(answered.count) cells")
          ))
      }
    }
    let assumed = set.cells.filter { $0.status == .assumed }
    for cell in assumed {
      gaps.append(("assumed", cell.moment, cell.persona, cell.by, Text(nl: "alleen aangenomen", en: "assumed only")))
    }
    let (moments, personas) = (set.moments.labels, set.personas.labels)
    let table = Table(
      title: Text(nl: "Wat openstaat", en: "What is open"),
      columns: [
        .texts("gap", gaps.map(\.kind), label: Text(nl: "gat", en: "gap")).asDetail(),
        .texts("moment", gaps.map(\.moment)).asDetail(),
        .texts("moment_label", gaps.map { $0.moment.flatMap { moments[$0] } }, label: .verbatim("moment"), in: context),
        .texts("persona", gaps.map(\.persona)).asDetail(),
        .texts(
          "persona_label", gaps.map { $0.persona.flatMap { personas[$0] } }, label: .verbatim("persona"), in: context),
        .texts("party", gaps.map(\.party), label: Text(nl: "partij", en: "party")),
        .texts("about", gaps.map(\.about), label: Text(nl: "wat", en: "what"), in: context),
      ])
    var facts = Facts(isDetail: true)
    for kind in ["empty", "no_owner", "too_much", "assumed"] { facts.add(kind, gaps.count { $0.kind == kind }) }
    let parts = [
      Text.counted(
        gaps.count { $0.kind == "empty" }, Text(nl: "lege cel", en: "empty cell"),
        Text(nl: "lege cellen", en: "empty cells")),
      Text.counted(
        gaps.count { $0.kind == "no_owner" }, Text(nl: "moment dat niemand oppakt", en: "moment of nobody"),
        Text(nl: "momenten die niemand oppakt", en: "moments of nobody")),
      Text.counted(
        assumed.count, Text(nl: "cel alleen aangenomen", en: "cell assumed only"),
        Text(nl: "cellen alleen aangenomen", en: "cells assumed only")),
    ]
    var blocks: [Block] = [.paragraph(.joined(parts)), .table(table), .facts(facts)]
    if given.offer {
      context.workspace.setTable(Self.offered, to: table)
      blocks.append(
        .info(
          nl: "klaargezet als '\(Self.offered)', voor 'agenda suggest'; 'undo' neemt het terug",
          en: "offered as '\(Self.offered)', for 'agenda suggest'; 'undo' takes it back"))
    }
    return Output(blocks)
  }
}
