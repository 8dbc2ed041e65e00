import WorkbenchKit

/// The scan of an area as it is shown.
struct ScanSheet {
  let blocks: [ServiceBlock]
  let scan: AreaScan
  private let verdicts: [BlockVerdict]
  private let name: String

  /// - Parameter name: the area's.
  init(_ blocks: [ServiceBlock], _ scan: AreaScan, name: String) {
    self.name = name
    self.blocks = blocks
    self.scan = scan
    verdicts = blocks.map { scan.verdict($0.id) }
  }

  /// The blocks to be done, first things first.
  var order: [String] {
    ScanPriority.order(
      zip(blocks, verdicts).map {
        ScanPriority.Candidate(block: $0.id, status: $1.status, groups: scan.groups($0.id).count)
      })
  }

  func count(_ status: BlockStatus) -> Int { verdicts.count { $0.status == status } }

  /// - Parameter only: the blocks to show; nil for all.
  func table(_ context: Context, only: Set<String>? = nil) -> Table {
    let rows = blocks.indices.filter { only?.contains(blocks[$0].id) ?? true }
    let places = Dictionary(order.enumerated().map { ($1, Double($0 + 1)) }, uniquingKeysWith: { first, _ in first })
    let text = { (name: String, values: [String?], label: Text) in
      Column.texts(name, values, label: label).asDetail(values.allSatisfy { $0 == nil })
    }
    let differ = rows.map { verdicts[$0].differences }
    let served = rows.map { scan.groups(blocks[$0].id) }
    return Table(
      title: .verbatim("Woonservicegebied \(name)"),
      columns: [
        .texts("block", rows.map { blocks[$0].id }, label: Text(nl: "bouwsteen", en: "block")).asDetail(),
        .texts("label", rows.map { blocks[$0].label }, label: Text(nl: "bouwsteen", en: "block"), in: context),
        .texts("kind", rows.map { blocks[$0].kind }, label: Text(nl: "soort", en: "kind")).asDetail(),
        .texts("status", rows.map { verdicts[$0].status.rawValue }).asDetail(),
        .texts("shown", rows.map { verdicts[$0].status.label }, label: Text(nl: "stand", en: "status"), in: context),
        text("owner", rows.map { verdicts[$0].owners }, Text(nl: "eigenaar", en: "owner")),
        text("evidence", rows.map { verdicts[$0].evidence }, Text(nl: "bewijs", en: "evidence")),
        .texts("differ", differ, label: Text(nl: "verschil", en: "differ"), in: context)
          .asDetail(differ.allSatisfy { $0 == nil }),
        text(
          "serves", served.map { $0.isEmpty ? nil : $0.joined(separator: ", ") },
          Text(nl: "voor groep", en: "for group")),
        .numbers(
          "first", rows.map { places[blocks[$0].id] ?? .nan }, label: Text(nl: "eerst", en: "first"), format: .plain
        ).asDetail(places.isEmpty),
        .numbers("roles", rows.map { Double(verdicts[$0].answers.count) }, label: Text(nl: "rollen", en: "roles"))
          .asDetail(),
        .placesInSource(rows.map { blocks[$0].source }, in: context),
      ])
  }

  func facts(_ size: SizeTest, inhabitants: Value) -> Facts {
    var facts = Facts()
    facts.add("inhabitants", inhabitants, label: Text(nl: "inwoners", en: "inhabitants"), format: .decimals(0))
    facts.add("size", .text(size.answer.rawValue), label: Text(nl: "maat", en: "size"))
    for status in [BlockStatus.present, .partly, .absent, .unknown] {
      facts.add(status.rawValue, count(status), label: status.label)
    }
    facts.add("first", .list(order.map(Value.text)), label: Text(nl: "eerst", en: "first"))
    facts.isDetail = true
    return facts
  }

  /// "Aanwezig 3, deels 2, afwezig 4, onbekend 10." and what to do first.
  func summary(_ language: Language) -> [Block] {
    let parts = [BlockStatus.present, .partly, .absent, .unknown].map { status in
      Text(nl: "\(count(status)) \(status.label.nl)", en: "\(count(status)) \(status.label.en)")
    }
    let counts = Text.joined(parts, by: ", ")
    var blocks: [Block] = [
      .paragraph(
        Text(
          nl: "Van \(self.blocks.count) bouwstenen: \(counts.nl).",
          en: "Of \(self.blocks.count) building blocks: \(counts.en)."))
    ]
    let labels = order.prefix(3).compactMap { id in self.blocks.first { $0.id == id }?.label }
    if labels.isEmpty {
      blocks.append(.notice(Notice(.info, asked)))
    } else {
      let list = Text.joined(labels, by: "; ")
      blocks.append(.paragraph(Text(nl: "Eerst: \(list.nl).", en: "First: \(list.en).")))
      blocks.append(.notice(Notice(.info, ScanPriority.rule)))
      if !unserved.isEmpty { blocks.append(.notice(Notice(.info, unservedText))) }
    }
    return blocks
  }

  /// Blocks that are lacking and of which nobody said whom they serve.
  private var unserved: [String] {
    zip(blocks, verdicts).filter { ($1.status == .absent || $1.status == .partly) && scan.groups($0.id).isEmpty }
      .map(\.0.id)
  }

  private var unservedText: Text {
    let list = Text.list(unserved)
    return Text(
      nl: "nog niet gezegd voor welke groep, dus zonder volgorde: \(list.nl); zie 'help wzw scan serves'",
      en: "not said yet for which group, so without an order: \(list.en); see 'help wzw scan serves'")
  }

  private var asked: Text {
    if count(.unknown) == blocks.count {
      return Text(
        nl: "nog geen rol heeft iets gezegd; zie 'help wzw scan set'",
        en: "no role has said anything yet; see 'help wzw scan set'")
    }
    if unserved.isEmpty {
      return Text(nl: "van wat bekend is, ontbreekt niets", en: "of what is known nothing is lacking")
    }
    return unservedText
  }
}
