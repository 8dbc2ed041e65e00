import WorkbenchKit

/// What municipalities pay under several models, with what is held back.
struct SplitReport {
  let names: [String]
  let clients: [ClientCounts]
  let costs: ClientCosts
  let key: [Double]?
  let today: [Double]?
  let models: [SplitModel]
  let counts: SmallCounts

  private var held: HeldMunicipalities {
    HeldMunicipalities(clients.map(\.tellable), size: clients.map(\.all), counts)
  }

  private func paid(_ model: SplitModel) -> [Double] {
    model.costs(clients, costs, key: key) ?? names.map { _ in .nan }
  }

  private var sum: Double { clients.reduce(0) { $0 + costs.cost($1) } }

  func blocks(_ context: Context) -> [Block] {
    let held = held
    var blocks: [Block] = [
      .paragraph(answer(held)), .table(table(held)), .facts(facts(held)), .chart(chart(held, context)),
    ]
    if let open = counts.openNotice {
      blocks.append(open)
    } else if !held.rows.isEmpty {
      blocks.append(counts.heldNotice)
    }
    if let today, today.contains(where: \.isNaN) {
      let missing = Text.list(zip(names, today).filter { $0.1.isNaN }.map(\.0))
      blocks.append(
        .caution(nl: "zonder bedrag van nu: \(missing.nl)", en: "without an amount of today: \(missing.en)"))
    }
    return blocks
  }

  private var shift: [Double]? {
    today.map { today in zip(paid(models.first ?? .usual), today).map { $0 - $1 } }
  }

  /// Who gains and loses most against today; else for whom the model matters most.
  private func answer(_ held: HeldMunicipalities) -> Text {
    let shown = names.indices.filter { !held.rows.contains($0) }
    let among =
      held.rows.isEmpty
      ? Text.verbatim("") : Text(nl: " Dat is onder wie getoond wordt.", en: " That is among those shown.")
    guard !shown.isEmpty, !held.holdsSums else {
      return Text(
        nl: "Er zijn te weinig cliënten om bedragen te tonen.", en: "There are too few clients to show amounts.")
    }
    let known = shift.map { shift in shown.filter { !shift[$0].isNaN } } ?? []
    if let shift, let gains = known.min(by: { shift[$0] < shift[$1] }),
      let loses = known.max(by: { shift[$0] < shift[$1] }),
      gains != loses
    {
      let (down, up) = (Self.change(shift[gains]), Self.change(shift[loses]))
      let model = (models.first ?? .usual).rawValue
      return Text(
        nl: "Onder \(model) is \(names[gains]) het beste af (\(down.nl)) en \(names[loses]) het slechtste (\(up.nl)).",
        en: "Under \(model) \(names[gains]) is best off (\(down.en)) and \(names[loses]) worst (\(up.en)).") + among
    }
    let all = models.map { ($0, paid($0)) }
    func spread(_ row: Int) -> Double { (all.map { $0.1[row] }.max() ?? 0) - (all.map { $0.1[row] }.min() ?? 0) }
    guard let most = shown.max(by: { spread($0) < spread($1) }), spread(most) >= 0.5,
      let low = all.min(by: { $0.1[most] < $1.1[most] }), let high = all.max(by: { $0.1[most] < $1.1[most] })
    else {
      let sum = Text.euros(sum)
      return Text(nl: "Samen kost het \(sum.nl) per jaar.", en: "Together it costs \(sum.en) a year.")
    }
    let (least, greatest) = (Text.euros(low.1[most]), Text.euros(high.1[most]))
    return Text(
      nl:
        "Voor \(names[most]) maakt het model het meeste uit: \(greatest.nl) bij \(high.0.rawValue), \(least.nl) bij \(low.0.rawValue).",
      en:
        "The model matters most to \(names[most]): \(greatest.en) under \(high.0.rawValue), \(least.en) under \(low.0.rawValue)."
    ) + among
  }

  private static func change(_ amount: Double) -> Text {
    let euros = Text.euros(abs(amount))
    return amount < 0
      ? Text(nl: "\(euros.nl) minder dan nu", en: "\(euros.en) less than today")
      : Text(nl: "\(euros.nl) meer dan nu", en: "\(euros.en) more than today")
  }

  private func table(_ held: HeldMunicipalities) -> Table {
    func column(_ name: String, _ values: [Double], _ label: Text, money: Bool) -> Column {
      var shown = values
      var withheld: [Int: String] = [:]
      for row in names.indices where held.rows.contains(row) || held.holdsSums {
        shown[row] = .nan
        withheld[row] = money ? SmallCounts.complement : counts.sign(clients[row].all)
      }
      var column = Column.numbers(
        name, shown, label: label, unit: money ? .euro : nil, format: money ? .decimals(0) : .automatic)
      column.withheld = withheld
      return column
    }
    var columns: [Column] = [
      .texts("municipality", names, label: Text(nl: "gemeente", en: "municipality")),
      column("clients", clients.map(\.all), Text(nl: "cliënten", en: "clients"), money: false),
    ]
    if let today { columns.append(column("today", today, Text(nl: "nu", en: "today"), money: true)) }
    for model in models { columns.append(column(model.rawValue, paid(model), .verbatim(model.rawValue), money: true)) }
    if let shift {
      let model = (models.first ?? .usual).rawValue
      columns.append(column("shift", shift, Text(nl: "verschil bij \(model)", en: "shift under \(model)"), money: true))
    }
    return Table(
      title: Text(nl: "Wat elke gemeente betaalt, per jaar", en: "What each municipality pays, a year"),
      columns: columns
    ).atAGlance()
  }

  private func facts(_ held: HeldMunicipalities) -> Facts {
    var facts = Facts()
    let all = clients.reduce(0) { $0 + $1.all }
    if held.holdsSums {
      facts.add(
        "clients", .missing, label: Text(nl: "cliënten samen", en: "clients together"),
        shown: .verbatim(counts.sign(all)))
      facts.add(
        "sum", .missing, label: Text(nl: "kosten samen", en: "cost together"), shown: .verbatim(SmallCounts.complement))
    } else {
      facts.add(
        "clients", .number(all), label: Text(nl: "cliënten samen", en: "clients together"), format: .decimals(0))
      facts.add(
        "sum", .number(sum, unit: .euro),
        label: Text(nl: "kosten samen, onder elk model", en: "cost together, under each model"),
        format: .decimals(0))
    }
    return facts
  }

  /// A bar for each model, parted by municipality; those that are held back are one part together.
  private func chart(_ held: HeldMunicipalities, _ context: Context) -> Chart {
    let shown = held.holdsSums ? [] : names.indices.filter { !held.rows.contains($0) }
    var series = shown.map { row in Chart.Series(name: names[row], values: models.map { paid($0)[row] }) }
    if !held.rows.isEmpty, !held.holdsSums {
      let rest = models.map { model in
        paid(model).enumerated().filter { held.rows.contains($0.offset) }.reduce(0) { $0 + $1.element }
      }
      series.append(
        .init(name: Text(nl: "achtergehouden, samen", en: "held back, together")(context.language), values: rest))
    }
    return Chart(
      .stackedBar, title: Text(nl: "Wie wat betaalt, per model", en: "Who pays what, by model"),
      x: Chart.Axis(Text(nl: "model", en: "model")),
      y: Chart.Axis(Text(nl: "euro per jaar", en: "euro a year"), unit: .euro),
      categories: models.map(\.rawValue), series: series)
  }
}
