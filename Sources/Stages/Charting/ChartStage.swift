import WorkbenchKit

/// `chart KIND --x COL --y COL`: a picture of the table.
struct ChartStage: UntypedStage {
  let signature = Signature(
    "chart", aliases: ["grafiek"],
    summary: Text(nl: "teken een grafiek van de tabel", en: "draw a chart of the table"),
    details: Text(
      nl:
        "bar: een staaf voor elke rij, --x is de naam en --y de hoogte. stacked: hetzelfde, de kolommen van --y achter elkaar. line: --x is een getal of een naam; getallen komen op volgorde. "
        + "scatter: een punt voor elke rij, beide getallen. histogram: --x in klassen, met het aantal rijen per klasse. Voor bar, stacked, "
        + "line en scatter mag --y meer dan eens.",
      en:
        "bar: a bar for each row, --x is its name and --y its height. stacked: the same, the columns of --y behind one another. line: --x is a number or a name; numbers are put in order. scatter: "
        + "a point for each row, both numbers. histogram: --x in classes, with the number of rows in each. For bar, stacked, line and scatter --y "
        + "may be given more than once."),
    parameters: [
      .argument(
        "kind",
        .choice([
          Candidate("bar", Text(nl: "staven", en: "bars")), Candidate("line", Text(nl: "een lijn", en: "a line")),
          Candidate("stacked", Text(nl: "staven achter elkaar", en: "bars behind one another")),
          Candidate("histogram", Text(nl: "een verdeling in klassen", en: "a distribution in classes")),
          Candidate("scatter", Text(nl: "een puntenwolk", en: "a cloud of points")),
        ]),
        about: Text(nl: "het soort grafiek", en: "the kind of chart")),
      .flag("x", .column, about: Text(nl: "de kolom langs de x-as", en: "the column along the x axis")),
      .flag("y", .column, repeated: true, about: Text(nl: "de kolom langs de y-as", en: "the column along the y axis")),
      .flag(
        "bins", .integer(1...200),
        about: Text(
          nl: "hoeveel even brede klassen; anders ronde grenzen",
          en: "how many classes of equal width; else round bounds")),
      .flag("title", .text, about: Text(nl: "wat erboven staat", en: "what stands above it")),
    ],
    input: .required,
    examples: [
      .init(
        "read buurten.csv | chart bar --x naam --y inwoners", Text(nl: "een staaf per buurt", en: "a bar for each area")
      ),
      .init(
        "read buurten.csv | chart histogram --x inwoners", Text(nl: "hoe groot buurten zijn", en: "how large areas are")
      ),
      .init(
        "read buurten.csv | chart scatter --x naam --y inwoners",
        Text(nl: "een puntenwolk neemt getallen", en: "a cloud of points takes numbers"), failsWith: "column.type"),
    ])

  func apply(_ call: Call, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: call)
    let kind = Self.kind(call)
    guard let x = try call.column("x", in: table).map({ table.columns[$0] }) else { throw lacking("--x", kind, call) }
    let title = call.text("title").map(Text.verbatim)
    let chart: Chart
    if kind == .histogram {
      chart = try histogram(x, bins: call.integer("bins"), title, call, context.language)
    } else {
      let drawing = ChartDraft(
        kind: kind, x: x.open, y: try call.columns("y", in: table).map { table.columns[$0] }, title: title)
      if drawing.y.isEmpty { throw lacking("--y", kind, call) }
      chart = try drawing.chart(call)
    }
    return input.replacingTable(with: [.chart(chart)])
  }

  private static func kind(_ call: Call) -> Chart.Kind {
    let name = call.text("kind") ?? ""
    return name == "stacked" ? .stackedBar : Chart.Kind(rawValue: name) ?? .bar
  }

  private func histogram(
    _ x: Column, bins: Int?, _ title: Text?, _ call: Call, _ language: Language
  ) throws -> Chart {
    let values = try x.requireNumbers(for: "histogram", at: call.place(of: "x")).filter { !$0.isNaN }
    guard let classes = HistogramClasses(values, count: bins) else { throw ChartDraft.empty(call) }
    return Chart(
      .histogram,
      title: title ?? Text(nl: "verdeling van ", en: "distribution of ") + x.heading,
      x: Chart.Axis(x.heading, unit: x.unit), y: Chart.Axis(Text(nl: "aantal rijen", en: "number of rows")),
      categories: classes.labels(point: language == .nl ? "," : "."),
      series: [Chart.Series(name: "count", values: classes.counts.map(Double.init))])
  }

  private func lacking(_ flag: String, _ kind: Chart.Kind, _ call: Call) -> Diagnostic {
    Diagnostic(
      "argument.missing",
      Text(
        nl: "'chart \(call.text("kind") ?? "")' mist \(flag)", en: "'chart \(call.text("kind") ?? "")' lacks \(flag)"),
      wayOut: kind == .histogram
        ? Text(nl: "zoals: chart histogram --x KOLOM", en: "such as: chart histogram --x COLUMN")
        : Text(
          nl: "zoals: chart \(call.text("kind") ?? "") --x KOLOM --y KOLOM",
          en: "such as: chart \(call.text("kind") ?? "") --x COLUMN --y COLUMN"),
      place: call.place)
  }
}
