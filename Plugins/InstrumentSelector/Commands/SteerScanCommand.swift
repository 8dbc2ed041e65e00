import WorkbenchKit

/// `steer scan KIND [ITEM=SCORE…] [--by ROLE]`: a short scan, with scores by role, spread, and the lowest first.
struct SteerScanCommand: Command {
  struct Arguments: Sendable {
    let scan = Argument(
      optional: "kind", .named(.scan),
      about: Text(
        nl: "vbpm, process, model, regie, cooperation of readiness",
        en: "vbpm, process, model, regie, cooperation or readiness"))
    let scores = Argument(
      list: "scores", .pair(.value), required: false,
      about: Text(nl: "PUNT=SCORE: vertrouwen=2 of 5=2", en: "ITEM=SCORE: vertrouwen=2 or 5=2"))
    let by = Argument<String?>.by
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet de scores klaar als \(ScanOffer.table), voor de agenda van de kring",
        en: "offer the scores as \(ScanOffer.table), for the agenda of the circle"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "steer scan", aliases: ["steer meting"],
      summary: Text(
        nl: "kijk met een korte scan hoe er gestuurd wordt", en: "look with a short scan how things are steered"),
      details: Text(
        nl:
          "Zonder scores de punten en wat er al gescoord is, het laagste eerst. Een punt heet naar zijn naam of nummer; scores van 1 tot 5, en die "
          + "schaal is van ons. low en high zijn de laagste en hoogste rol.",
        en:
          "Without scores the items and what was scored, the lowest first. An item goes by its name or number; scores from 1 to 5, and that scale is "
          + "ours. low and high are the lowest and highest role."),
      changesWorkspace: true,
      examples: [
        .init("steer scan", Text(nl: "de scans", en: "the scans")),
        .init("steer scan vbpm vertrouwen=2 dialoog=4 --by wethouder", Text(nl: "twee van elf", en: "two of eleven")),
        .init(
          "steer scan vbpm vertrouwen=9", Text(nl: "buiten de schaal", en: "beyond the scale"), failsWith: "scan.score"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    guard let scan = try given.scan?.item(in: context) else {
      let scans = try context.scans
      let offered = given.offer ? ScanOffer.put(scans, try ScanScores(context.workspace), context) : []
      let table =
        Table(
          title: Text(nl: "Scans", en: "Scans"),
          columns: [
            .texts("scan", scans.map(\.id), label: .verbatim("scan")),
            .texts("label", scans.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
            .numbers(
              "items", scans.map { Double($0.items.count) }, label: Text(nl: "punten", en: "items"), format: .plain),
          ])
      return Output([.table(table)] + offered)
    }
    var scores = try ScanScores(context.workspace)
    for pair in given.scores {
      let item = try scan.item(pair.key, at: pair.place)
      let shown = pair.value.plain
      guard let score = pair.value.number ?? NumberText.parse(shown), (1...5).contains(score) else {
        throw Diagnostic(
          "scan.score",
          Text(nl: "'\(shown)' is geen score voor '\(item.id)'", en: "'\(shown)' is no score for '\(item.id)'"),
          wayOut: Text(nl: "van 1 (helemaal niet) tot 5 (helemaal)", en: "from 1 (not at all) to 5 (fully)"),
          place: pair.place)
      }
      scores.set(scan.id, item.id, score, by: given.by ?? CircleAnswers.usual)
    }
    if !given.scores.isEmpty { try scores.store(in: context.workspace) }
    return Output(try blocks(scan, scores, context) + (given.offer ? ScanOffer.put([scan], scores, context) : []))
  }

  private func blocks(_ scan: Scan, _ scores: ScanScores, _ context: Context) throws -> [Block] {
    let roles = scores.roles(scan.id)
    let given = scan.items.map { scores.scores(scan.id, $0.id) }
    let medians = given.map { ScanOffer.median(Array($0.values)) }
    let order = scan.items.indices.sorted {
      (medians[$0].isNaN ? 9 : medians[$0], $0) < (medians[$1].isNaN ? 9 : medians[$1], $1)
    }
    var columns: [Column] = [
      .numbers("number", order.map { Double($0 + 1) }, label: .verbatim("nr"), format: .plain),
      .texts("item", order.map { scan.items[$0].id }, label: Text(nl: "punt", en: "item")),
      .texts("label", order.map { scan.items[$0].label }, label: Text(nl: "wat", en: "what"), in: context),
    ]
    if scan.items.contains(where: { $0.what != nil }) {
      columns.append(
        .texts(
          "about", order.map { scan.items[$0].what?.shown }, label: Text(nl: "in het kort", en: "in brief"), in: context
        ).asDetail())
    }
    if !scan.groups.isEmpty {
      columns.append(
        .texts("group", order.map { scan.items[$0].group }, label: Text(nl: "hoort bij", en: "belongs to")))
    }
    let showsRoles = context.workspace.setting("kring.show-roles")?.plain != "off"
    if !roles.isEmpty {
      columns.append(
        .numbers("median", order.map { medians[$0] }, label: Text(nl: "mediaan", en: "median"), format: .decimals(1)))
      columns.append(
        .numbers(
          "low", order.map { given[$0].values.min() ?? .nan }, label: Text(nl: "laagste", en: "low"), format: .plain))
      columns.append(
        .numbers(
          "high", order.map { given[$0].values.max() ?? .nan }, label: Text(nl: "hoogste", en: "high"), format: .plain))
      columns.append(
        .numbers(
          "agreement", order.map { ScanOffer.agreement(Array(given[$0].values)) },
          label: Text(nl: "eens (A)", en: "agreement (A)"), format: .decimals(2)
        ).asDetail())
      columns += roles.map { role in
        .numbers(role == CircleAnswers.usual ? "own" : role, order.map { given[$0][role] ?? .nan }, format: .plain)
          .asDetail()
      }
      // A role may be one person: then the circle shows medians and agreement only.
      if !showsRoles {
        columns.removeAll { ["low", "high"].contains($0.name) || roles.contains($0.name) || $0.name == "own" }
      }
    }
    var blocks: [Block] = [.table(Table(title: scan.label, columns: columns))]
    if !roles.isEmpty, !scan.groups.isEmpty { blocks.append(.facts(Self.means(scan, medians))) }
    blocks.append(.info(nl: "de schaal van 1 tot 5 is van ons", en: "the scale of 1 to 5 is ours"))
    blocks += scores.remarks
    blocks.append(
      scan.isReading
        ? .caution(nl: "deze punten komen niet uit een bron", en: "these items come from no source")
        : try context.knowledge.sources([scan.source], in: context))
    return blocks
  }

  /// The mean of the medians of each group of items.
  private static func means(_ scan: Scan, _ medians: [Double]) -> Facts {
    var facts = Facts()
    for name in scan.groups {
      let found = scan.items.indices.filter { scan.items[$0].group == name && !medians[$0].isNaN }.map { medians[$0] }
      if found.isEmpty { continue }
      facts.add(name, .number(found.reduce(0, +) / Double(found.count)), format: .decimals(1))
    }
    return facts
  }
}
