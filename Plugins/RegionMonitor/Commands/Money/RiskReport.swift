import WorkbenchKit

/// Risks of municipalities alone and in a pool, with what is held back.
struct RiskReport {
  let names: [String]
  let clients: [Double]
  let over: Double
  /// From which client on is reinsured; nil for none.
  let reinsured: Int?
  /// Of a client on average.
  let cost: Double
  let risks: (alone: [RiskFigures], pooled: RiskFigures)
  let counts: SmallCounts

  private var held: HeldMunicipalities { HeldMunicipalities(clients.map { [$0] }, size: clients, counts) }

  var blocks: [Block] {
    let held = held
    var blocks: [Block] = [.paragraph(answer(held)), .table(table(held)), .facts(facts(held))]
    if let open = counts.openNotice {
      blocks.append(open)
    } else if !held.rows.isEmpty {
      blocks.append(counts.heldNotice)
      blocks.append(
        .info(
          nl: "de som van reserves en wat samen bespaart blijven ook achter: daaruit zouden de aantallen volgen",
          en: "the sum of reserves and what pooling saves are held back too: the counts would follow from them"))
    }
    return blocks
  }

  private func answer(_ held: HeldMunicipalities) -> Text {
    let limit = Text.share(over, decimals: 0)
    guard !held.holdsSums else {
      return Text(
        nl: "Er zijn te weinig cliënten om kansen te tonen.", en: "There are too few clients to show chances.")
    }
    let pooled = Text.share(risks.pooled.overspends)
    let shown = names.indices.filter { !held.rows.contains($0) }
    guard let worst = shown.max(by: { risks.alone[$0].overspends < risks.alone[$1].overspends }) else {
      return Text(
        nl: "Samen is de kans op meer dan \(limit.nl) erboven \(pooled.nl).",
        en: "Together the chance of more than \(limit.en) over is \(pooled.en).")
    }
    let alone = Text.share(risks.alone[worst].overspends)
    let among = held.rows.isEmpty ? Text.verbatim("") : Text(nl: " (van wie getoond wordt)", en: " (of those shown)")
    return Text(
      nl:
        "Alleen loopt \(names[worst])\(among.nl) de grootste kans op meer dan \(limit.nl) erboven: \(alone.nl). Samen is die kans \(pooled.nl).",
      en:
        "Alone \(names[worst])\(among.en) runs the largest chance of more than \(limit.en) over: \(alone.en). Together that chance is \(pooled.en)."
    )
  }

  private func table(_ held: HeldMunicipalities) -> Table {
    func column(
      _ name: String, _ values: [Double], _ label: Text, unit: Unit? = .euro, _ format: Column.Format = .decimals(0)
    ) -> Column {
      var shown = values
      var withheld: [Int: String] = [:]
      for row in names.indices where held.rows.contains(row) {
        shown[row] = .nan
        withheld[row] = name == "clients" ? counts.sign(clients[row]) : SmallCounts.complement
      }
      var column = Column.numbers(name, shown, label: label, unit: unit, format: format)
      column.withheld = withheld
      return column
    }
    var columns: [Column] = [
      .texts("municipality", names, label: Text(nl: "gemeente", en: "municipality")),
      column("clients", clients, Text(nl: "cliënten", en: "clients"), unit: nil, .automatic),
      column("sd_alone", risks.alone.map(\.deviation), Text(nl: "spreiding", en: "spread")),
      column(
        "p_over", risks.alone.map(\.overspends), Text(nl: "kans op te veel", en: "chance of too much"), unit: .share,
        .share(1)),
      column("reserve_alone", risks.alone.map(\.reserve), Text(nl: "reserve alleen", en: "reserve alone")),
    ]
    if let reinsured {
      let premiums = clients.map { PoissonRisk(mean: $0, cost: cost).premium(from: reinsured) }
      columns.append(
        column(
          "reinsurance", premiums, Text(nl: "premie vanaf cliënt \(reinsured)", en: "premium from client \(reinsured)"))
      )
    }
    return Table(title: Text(nl: "Risico, ieder alleen", en: "Risk, each alone"), columns: columns).atAGlance()
  }

  private func facts(_ held: HeldMunicipalities) -> Facts {
    var facts = Facts()
    func add(_ name: String, _ value: Double, _ label: Text, _ format: Column.Format, isHeld: Bool, unit: Unit? = .euro)
    {
      if isHeld {
        facts.add(name, .missing, label: label, shown: .verbatim(SmallCounts.complement))
      } else {
        facts.add(name, .number(value, unit: unit), label: label, format: format)
      }
    }
    let all = held.holdsSums
    let some = !held.rows.isEmpty
    let alone = risks.alone.reduce(0) { $0 + $1.reserve }
    add(
      "sd_sum", risks.alone.reduce(0) { $0 + $1.deviation }, Text(nl: "spreiding, opgeteld", en: "spread, added up"),
      .decimals(0), isHeld: some)
    add(
      "sd_pooled", risks.pooled.deviation, Text(nl: "spreiding samen", en: "spread together"), .decimals(0), isHeld: all
    )
    add(
      "p_over_pooled", risks.pooled.overspends, Text(nl: "kans op te veel samen", en: "chance of too much together"),
      .share(1),
      isHeld: all, unit: .share)
    add(
      "reserve_sum", alone, Text(nl: "reserves alleen, opgeteld", en: "reserves alone, added up"), .decimals(0),
      isHeld: some)
    add(
      "reserve_pooled", risks.pooled.reserve, Text(nl: "reserve samen", en: "reserve together"), .decimals(0),
      isHeld: all)
    add(
      "saved", alone - risks.pooled.reserve,
      Text(nl: "wat samen aan reserve scheelt", en: "what pooling saves in reserve"), .decimals(0), isHeld: some)
    return facts
  }
}
