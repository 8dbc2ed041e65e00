import WorkbenchKit

/// `steer scan KIND [ITEM=SCORE…] [--by ROLE]`: a short scan, with scores by role, spread, and the lowest first.
struct SteerScanCommand: UntypedCommand {
  let library: Library

  struct Scan: Named {
    let id: String
    let names: [String]
    let label: Text
    let items: [Item]
    let source: Citation?
    let isReading: Bool

    init?(_ json: JSON) {
      guard let item = Item(json) else { return nil }
      (id, names, label, source) = (item.id, item.names, item.label, item.source)
      items = (json["items"]?.array ?? []).compactMap(Item.init)
      isReading = json["reading"]?.bool ?? false
    }
  }

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
      parameters: [
        .argument(
          "kind", required: false,
          about: Text(
            nl: "vbpm, process, model, regie, cooperation of readiness",
            en: "vbpm, process, model, regie, cooperation or readiness"),
          candidates: { context in
            ((try? library.items("scans", "scans", context, Scan.init)) ?? []).map { Candidate($0.id, $0.label) }
          }),
        .argument(
          "scores", .pair, required: false, repeated: true,
          about: Text(nl: "PUNT=SCORE: vertrouwen=2 of 5=2", en: "ITEM=SCORE: vertrouwen=2 or 5=2")),
        SheetParameters.by,
      ],
      changesWorkspace: true,
      examples: [
        .init("steer scan", Text(nl: "de scans", en: "the scans")),
        .init("steer scan vbpm vertrouwen=2 dialoog=4 --by wethouder", Text(nl: "twee van elf", en: "two of eleven")),
        .init(
          "steer scan vbpm vertrouwen=9", Text(nl: "buiten de schaal", en: "beyond the scale"), failsWith: "scan.score"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let scans = try library.items("scans", "scans", context, Scan.init)
    guard let word = call.text("kind") else {
      return Output(
        Table(
          title: Text(nl: "Scans", en: "Scans"),
          columns: [
            .texts("scan", scans.map(\.id), label: .verbatim("scan")),
            .texts("label", scans.map { $0.label(context.language) }, label: Text(nl: "wat", en: "what")),
            .numbers(
              "items", scans.map { Double($0.items.count) }, label: Text(nl: "punten", en: "items"), format: .plain),
          ]))
    }
    let scan = try Kind.scan.one(word, among: scans, at: call.place(of: "kind"))
    let role = try SheetParameters.role(call) ?? CircleAnswers.usual
    var scores = try CircleScores(context.workspace)
    for (key, value, place) in call.pairs("scores") {
      let index = NumberText.parse(key).flatMap { Int(exactly: $0) }.map { $0 - 1 }
      let item =
        try index.flatMap { scan.items.indices.contains($0) ? scan.items[$0] : nil }
        ?? Kind.item.one(key, among: scan.items, at: place)
      guard let score = value.number ?? NumberText.parse(value.plain), (1...5).contains(score) else {
        throw Diagnostic(
          "scan.score",
          Text(
            nl: "'\(value.plain)' is geen score voor '\(item.id)'", en: "'\(value.plain)' is no score for '\(item.id)'"),
          wayOut: Text(nl: "van 1 (helemaal niet) tot 5 (helemaal)", en: "from 1 (not at all) to 5 (fully)"),
          place: place)
      }
      scores.set(scan.id, item.id, score, by: role)
    }
    if call.has("scores") { scores.store(in: context.workspace) }
    return Output(try blocks(scan, scores, context))
  }

  private func blocks(_ scan: Scan, _ scores: CircleScores, _ context: Context) throws -> [Block] {
    let roles = scores.roles(scan.id)
    let given = scan.items.map { scores.scores(scan.id, $0.id) }
    let medians = given.map { Self.median(Array($0.values)) }
    let order = scan.items.indices.sorted {
      (medians[$0].isNaN ? 9 : medians[$0], $0) < (medians[$1].isNaN ? 9 : medians[$1], $1)
    }
    let language = context.language
    var columns: [Column] = [
      .numbers("number", order.map { Double($0 + 1) }, label: .verbatim("nr"), format: .plain),
      .texts("item", order.map { scan.items[$0].id }, label: Text(nl: "punt", en: "item")),
      .texts("label", order.map { scan.items[$0].label(language) }, label: Text(nl: "wat", en: "what")),
    ]
    if scan.items.contains(where: { $0.group != nil }) {
      columns.append(
        .texts("group", order.map { scan.items[$0].group }, label: Text(nl: "hoort bij", en: "belongs to")))
    }
    if !roles.isEmpty {
      columns.append(
        .numbers("median", order.map { medians[$0] }, label: Text(nl: "mediaan", en: "median"), format: .decimals(1)))
      columns.append(
        .numbers(
          "low", order.map { given[$0].values.min() ?? .nan }, label: Text(nl: "laagste", en: "low"), format: .plain))
      columns.append(
        .numbers(
          "high", order.map { given[$0].values.max() ?? .nan }, label: Text(nl: "hoogste", en: "high"), format: .plain))
      columns += roles.map { role in
        .numbers(role == CircleAnswers.usual ? "own" : role, order.map { given[$0][role] ?? .nan }, format: .plain)
          .asDetail()
      }
    }
    var blocks: [Block] = [.table(Table(title: scan.label, columns: columns))]
    let groups = scan.items.compactMap(\.group)
    if !roles.isEmpty, !groups.isEmpty { blocks.append(.facts(Self.means(scan, medians))) }
    blocks.append(
      .notice(Notice(.info, Text(nl: "de schaal van 1 tot 5 is van ons", en: "the scale of 1 to 5 is ours"))))
    if scan.isReading {
      blocks.append(
        .notice(
          Notice(.caution, Text(nl: "deze punten komen niet uit een bron", en: "these items come from no source"))))
    } else {
      blocks.append(try library.sources([scan.source], context))
    }
    return blocks
  }

  /// The mean of the medians of each group of items.
  private static func means(_ scan: Scan, _ medians: [Double]) -> Facts {
    var facts = Facts()
    var names: [String] = []
    for name in scan.items.compactMap(\.group) where !names.contains(name) { names.append(name) }
    for name in names {
      let found = scan.items.indices.filter { scan.items[$0].group == name && !medians[$0].isNaN }.map { medians[$0] }
      if found.isEmpty { continue }
      facts.add(name, .number(found.reduce(0, +) / Double(found.count)), format: .decimals(1))
    }
    return facts
  }

  private static func median(_ scores: [Double]) -> Double {
    let sorted = scores.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
