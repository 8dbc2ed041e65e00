import WorkbenchKit

/// `chart KIND --x COL --y COL`: a picture of the table.
struct ChartStage: Stage {
  /// The charts that can be asked for.
  enum Shape: String, ArgumentChoice {
    case bar, line, stacked, histogram, scatter

    static let usual = bar
    var about: Text? {
      switch self {
      case .bar: Text(nl: "staven", en: "bars")
      case .line: Text(nl: "een lijn", en: "a line")
      case .stacked: Text(nl: "staven achter elkaar", en: "bars behind one another")
      case .histogram: Text(nl: "een verdeling in klassen", en: "a distribution in classes")
      case .scatter: Text(nl: "een puntenwolk", en: "a cloud of points")
      }
    }

    var kind: Chart.Kind {
      switch self {
      case .bar: .bar
      case .line: .line
      case .stacked: .stackedBar
      case .histogram: .histogram
      case .scatter: .scatter
      }
    }
  }

  struct Arguments: Sendable {
    let shape = Argument("kind", .choice(Shape.self), about: Text(nl: "het soort grafiek", en: "the kind of chart"))
    let x = Argument(flag: "x", .column, about: Text(nl: "de kolom langs de x-as", en: "the column along the x axis"))
    let y = Argument(flags: "y", .column, about: Text(nl: "de kolom langs de y-as", en: "the column along the y axis"))
    let bins = Argument(
      flag: "bins", .integer(1...200),
      about: Text(
        nl: "hoeveel even brede klassen; anders ronde grenzen",
        en: "how many classes of equal width; else round bounds"))
    let title = Argument(flag: "title", .words, about: Text(nl: "wat erboven staat", en: "what stands above it"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "chart", aliases: ["grafiek"],
    summary: Text(nl: "teken een grafiek van de tabel", en: "draw a chart of the table"),
    details: Text(
      nl:
        "bar: een staaf voor elke rij, --x is de naam en --y de hoogte. stacked: hetzelfde, de kolommen van --y achter elkaar. line: --x is een getal, een datum of een naam; getallen en datums komen op volgorde. "
        + "scatter: een punt voor elke rij, --x een getal of een datum. histogram: --x in klassen, met het aantal rijen per klasse. Voor bar, stacked, "
        + "line en scatter mag --y meer dan eens.",
      en:
        "bar: a bar for each row, --x is its name and --y its height. stacked: the same, the columns of --y behind one another. line: --x is a number, a date or a name; numbers and dates are put in order. scatter: "
        + "a point for each row, --x a number or a date. histogram: --x in classes, with the number of rows in each. For bar, stacked, line and scatter --y "
        + "may be given more than once."),
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

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    guard let x = given.x else { throw lacking("--x", given.shape, at: given.place) }
    let title = given.title.map(Text.verbatim)
    let chart: Chart
    if given.shape == .histogram {
      let column = try x.column(in: table)
      chart = try histogram(column, at: x.place, bins: given.bins, title, given.place, context.language)
    } else {
      let draft = try ChartDraft(given.shape.kind, x: x, y: given.y, of: table, title: title)
      if draft.y.isEmpty { throw lacking("--y", given.shape, at: given.place) }
      chart = try draft.chart(at: given.place)
    }
    return input.replacingTable(with: [.chart(chart)])
  }

  private func histogram(
    _ x: Column, at spot: Place?, bins: Int?, _ title: Text?, _ place: Place?, _ language: Language
  ) throws -> Chart {
    let values = try x.requireNumbers(for: "histogram", at: spot).filter { !$0.isNaN }
    guard let classes = HistogramClasses(values, count: bins) else { throw ChartDraft.empty(at: place) }
    return Chart(
      .histogram,
      title: title ?? Text(nl: "verdeling van ", en: "distribution of ") + x.heading,
      x: Chart.Axis(x.heading, unit: x.unit), y: Chart.Axis(Text(nl: "aantal rijen", en: "number of rows")),
      categories: classes.labels(point: language == .nl ? "," : "."),
      series: [Chart.Series(name: "count", values: classes.counts.map(Double.init))])
  }

  private func lacking(_ flag: String, _ shape: Shape, at place: Place?) -> Diagnostic {
    let name = shape.rawValue
    return Diagnostic(
      "argument.missing", Text(nl: "'chart \(name)' mist \(flag)", en: "'chart \(name)' lacks \(flag)"),
      wayOut: shape == .histogram
        ? Text(nl: "zoals: chart histogram --x KOLOM", en: "such as: chart histogram --x COLUMN")
        : Text(nl: "zoals: chart \(name) --x KOLOM --y KOLOM", en: "such as: chart \(name) --x COLUMN --y COLUMN"),
      place: place)
  }
}
