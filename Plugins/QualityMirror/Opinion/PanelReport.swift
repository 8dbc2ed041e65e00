import Methods
import WorkbenchKit

/// Where residents would have decided otherwise, as it may be seen.
struct PanelReport {
  private let views: PanelViews
  private let counts: SmallCounts

  init(_ views: PanelViews) {
    self.views = views
    counts = SmallCounts(threshold: views.threshold)
  }

  private var rows: CountedRows { views.rows }
  private var shows: Bool { rows.showsWhole(PanelViews.needed) }
  private var all: PanelViews.Share { .init(rows.whole) }
  /// Whether anything is held back.
  var holdsBack: Bool { rows.holdsBack || views.trust.holdsBack }
  /// Whether kinds of few cases stand in the whole only.
  var hasRest: Bool { rows.held.isListed.contains(false) }

  /// In one sentence.
  var sentence: Text {
    guard rows.held.showsSize else {
      return Text(nl: "Er zijn te weinig zaken om iets van te tonen", en: "There are too few cases to show anything of")
    }
    let size = Text.counted(rows.size, Text(nl: "zaak", en: "case"), Text(nl: "zaken", en: "cases"))
    guard shows else {
      return Text(
        nl:
          "Hoe vaak het panel in \(size.nl) anders had besloten, wordt niet getoond: er zou een klein aantal uit volgen",
        en:
          "How often the panel would have decided \(size.en) otherwise is not shown: a small count would follow from it"
      )
    }
    guard all.known > 0 else {
      return Text(nl: "Van geen zaak is bekend wat het panel vindt", en: "Of no case it is known what the panel thinks")
    }
    let (share, low, high) = (
      Text.share(all.share, decimals: 0), Text.number(all.limits.low * 100, decimals: 0),
      Text.share(all.limits.high, decimals: 0)
    )
    return Text(
      nl:
        "In \(share.nl) van de zaken had het panel anders besloten: \(all.otherwise) van \(all.known) (95 % zeker tussen \(low.nl) en \(high.nl)), \(all.milder) keer milder en \(all.stricter) keer strenger",
      en:
        "In \(share.en) of the cases the panel would have decided otherwise: \(all.otherwise) of \(all.known) (95% sure between \(low.en) and \(high.en)), \(all.milder) times milder and \(all.stricter) times stricter"
    )
  }

  var facts: Facts {
    let hidden = shows ? nil : SmallCounts.complement
    let whole = rows.counts.isEmpty ? Array(repeating: 0, count: PanelOutcome.allCases.count) : rows.whole
    let all = PanelViews.Share(whole)
    var facts = Facts()
    func add(_ name: String, _ figure: Double, _ label: Text, _ format: Column.Format, _ held: String?) {
      facts.add(name, figure, label: label, format: format, held: held)
    }
    func sign(_ kind: Int) -> String? {
      rows.held.showsSize ? counts.sign(rows.held.whole[kind]) : SmallCounts.complement
    }
    add(
      "cases", Double(rows.size), Text(nl: "zaken", en: "cases"), .decimals(0),
      rows.held.showsSize ? nil : counts.mark)
    add("otherwise", all.share, Text(nl: "deel anders besloten", en: "share decided otherwise"), .share(1), hidden)
    add("low", all.limits.low, Text(nl: "deel, laag (95 %)", en: "share, low (95%)"), .share(1), hidden)
    add("high", all.limits.high, Text(nl: "deel, hoog (95 %)", en: "share, high (95%)"), .share(1), hidden)
    add("milder", Double(all.milder), Text(nl: "milder", en: "milder"), .decimals(0), sign(PanelViews.milder))
    add("stricter", Double(all.stricter), Text(nl: "strenger", en: "stricter"), .decimals(0), sign(PanelViews.stricter))
    add(
      "divided", Double(whole[PanelViews.divided]), Text(nl: "panel verdeeld", en: "panel divided"), .decimals(0),
      sign(PanelViews.divided))
    add(
      "unknown", Double(whole[PanelViews.unknown]), Text(nl: "onbekend", en: "unknown"), .decimals(0),
      sign(PanelViews.unknown))
    facts.addChance(
      "p_exact", all.test.probability,
      Text(nl: "kans op zo'n scheve verdeling bij toeval", en: "chance of so uneven a division"),
      held: rows.showsWhole([PanelViews.milder, PanelViews.stricter]) ? nil : SmallCounts.complement)
    addTrust(to: &facts)
    return facts.atAGlance(["otherwise", "p_exact", "trust_change"])
  }

  private func addTrust(to facts: inout Facts) {
    let trust = views.trustTest
    let pairs = trust.up + trust.down + trust.same
    guard pairs > 0 else { return }
    let held = views.trust
    let isFew = counts.isSmall(pairs) || !held.held.showsSize
    facts.add(
      "trust_pairs", Double(pairs), label: Text(nl: "vertrouwen voor en na bekend", en: "trust known before and after"),
      format: .decimals(0),
      held: isFew ? counts.mark : held.showsWhole([3]) ? nil : SmallCounts.complement)
    facts.add(
      "trust_change", trust.median,
      label: Text(nl: "vertrouwen, mediane verandering", en: "trust, median change"), format: .decimals(1),
      held: isFew ? SmallCounts.complement : nil)
    facts.addChance(
      "trust_p", trust.probability,
      Text(nl: "kans op zo'n verandering bij toeval", en: "chance of such a change"),
      held: held.showsWhole([0, 1, 2]) ? nil : SmallCounts.complement)
  }

  func table(in context: Context) -> Table {
    let shown = rows.shown
    let shares = shown.map { PanelViews.Share(rows.counts[$0]) }
    let hidden = shown.map { rows.shows(PanelViews.needed, in: $0) ? nil : SmallCounts.complement }
    func count(_ name: String, _ kind: Int, _ label: Text) -> Column {
      .held(
        name, shown.map { Double(rows.counts[$0][kind]) }, shown.map { counts.sign(rows.cell(kind, in: $0)) },
        label: label, format: .decimals(0))
    }
    func figure(_ name: String, _ values: [Double], _ label: Text) -> Column {
      .held(name, values, hidden, label: label, unit: .share, format: .share(0))
    }
    return Table(
      title: Text(nl: "Oordeel van het panel per soort zaak", en: "What the panel thinks, by kind of case"),
      columns: [
        .texts("kind", shown.map { rows.keys[$0][0] }, label: Text(nl: "soort", en: "kind")),
        .counts("cases", shown.map { rows.size($0) }, label: Text(nl: "zaken", en: "cases")),
        figure("otherwise", shares.map(\.share), Text(nl: "anders", en: "otherwise")),
        figure("low", shares.map(\.limits.low), Text(nl: "laag", en: "low")),
        figure("high", shares.map(\.limits.high), Text(nl: "hoog", en: "high")),
        count("milder", PanelViews.milder, Text(nl: "milder", en: "milder")),
        count("stricter", PanelViews.stricter, Text(nl: "strenger", en: "stricter")),
        count("divided", PanelViews.divided, Text(nl: "verdeeld", en: "divided"))
          .asDetail(rows.whole[PanelViews.divided] == 0),
        count("unknown", PanelViews.unknown, Text(nl: "onbekend", en: "unknown")).asDetail(),
        .numbers(
          "agreement", shown.map { views.agreement(of: rows.keys[$0][0]) },
          label: Text(nl: "eensgezind (A)", en: "of one mind (A)"), format: .decimals(2)
        ).asDetail(),
      ])
  }
}
