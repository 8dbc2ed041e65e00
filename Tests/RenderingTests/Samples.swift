import WorkbenchKit

/// Blocks that several tests show in each form.
enum Samples {
  static let estimates = Table(
    title: Text(nl: "Eenzaam, 65+", en: "Lonely, 65+"),
    columns: [
      .texts("area", ["BU01640101", "BU01640604"], label: Text(nl: "gebied", en: "area")),
      .texts("name", ["Tichelwerk", nil], label: Text(nl: "naam", en: "name")),
      .numbers("population", [1020, 1035], label: .verbatim("65+"), unit: .persons),
      .numbers("rate", [0.566, 0.5], label: .verbatim("%"), unit: .share, format: .share(1)),
      Column(
        "estimate", .numbers([577.32, .nan]), label: Text(nl: "personen", en: "persons"), unit: .persons,
        format: .decimals(0), withheld: [1: "<5"]),
    ])

  static var facts: Facts {
    var facts = Facts()
    facts.add("count", 1342, label: Text(nl: "aantal", en: "count"))
    facts.add("rate", .number(0.296, unit: .share))
    facts.add("years", .list([.text("2020"), .text("2024")]))
    facts.add("margin", .missing)
    return facts
  }

  static let sources = [
    Source(id: "kwb-2024", title: "Kerncijfers", publisher: "CBS", date: "2024", licence: "CC BY 4.0"),
    Source(id: "gm-2020", title: "Gezondheid", publisher: "RIVM", date: "2022", place: "tabel 50090NED"),
  ]

  static let bars = Chart(
    .bar, title: Text(nl: "Inwoners", en: "Inhabitants"), x: .init(Text(nl: "wijk", en: "district")),
    y: .init(Text(nl: "aantal", en: "number"), unit: .persons), categories: ["Noord", "Zuid"],
    series: [.init(name: "2024", values: [1250, 625])])

  static let quadrant = Chart(
    .quadrant, title: Text(nl: "Wie woont hier", en: "Who lives here"),
    x: .init(Text(nl: "zelf doen", en: "on one's own"), range: -1...1, low: .verbatim("hulp"), high: .verbatim("zelf")),
    y: .init(Text(nl: "netwerk", en: "network"), range: -1...1, low: .verbatim("klein"), high: .verbatim("groot")),
    positions: [-0.5, 0.8], series: [.init(name: "set", values: [0.25, -1])], labels: ["Mina", "Bram"])

  /// Two squares side by side with a value, one without, one held back, one of which no boundary is known.
  static let map = AreaMap(
    title: Text(nl: "Eenzaam", en: "Lonely"), label: Text(nl: "eenzaam", en: "lonely"), unit: .share, format: .share(1),
    coordinates: .rd,
    areas: [
      .init(code: "BU1", name: "Noord", rings: [square(0, 0)], value: 0.25),
      .init(code: "BU2", name: "Zuid", rings: [square(10, 0)], value: 0.5),
      .init(code: "BU3", name: "Oost", rings: [square(0, 10)], value: .nan),
      .init(code: "BU4", name: "West", rings: [square(10, 10)], value: .nan, withheld: "<5"),
      .init(code: "BU5", name: "Kern", rings: [], value: 0.4),
    ], breaks: [0.3, 0.5])

  static func square(_ x: Double, _ y: Double, side: Double = 10) -> [AreaMap.Point] {
    [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map { .init(x: x + $0.0 * side, y: y + $0.1 * side) }
  }

  static let matrix = CellMatrix(
    title: Text(nl: "Sleutelmomenten", en: "Key moments"), rowHeading: Text(nl: "moment", en: "moment"),
    columnHeading: .verbatim("persona"),
    rows: [.init("discharge", label: Text(nl: "ontslag", en: "discharge")), .init("move")],
    columns: [.init("Mina"), .init("Bram")],
    cells: [
      [
        .init(
          [
            .init(.verbatim("naar huis"), label: Text(nl: "denkt", en: "thinks")),
            .init(.verbatim("bel | vooraf"), label: Text(nl: "speel in", en: "respond")),
          ], mark: .present), .init(mark: .absent),
      ],
      [.empty, .init(.verbatim("op tijd"), number: 3, mark: .partly)],
    ])

  static let heat = CellMatrix(
    title: Text(nl: "Gewicht", en: "Weight"), rowHeading: Text(nl: "rol", en: "role"),
    columnHeading: .verbatim("moment"),
    rows: [.init("arts"), .init("bewoner")], columns: [.init("a"), .init("b")],
    cells: [[.init(number: 0), .init(number: 2.5)], [.init(number: 5), .empty]], range: 0...5)

  static let timeline = Timeline(
    title: Text(nl: "Planning", en: "Plan"),
    rows: [
      row(
        Text(nl: "voorbereiden", en: "prepare"), "2027-01-01", "2027-03-31", who: .verbatim("gemeente"),
        source: .verbatim("gebiedsgericht-2016, 4")),
      row(Text(nl: "besluit", en: "decision"), "2027-04-15"),
    ].compactMap { $0 })

  /// Two columns with labels, one that is not listed, a link that goes back, one without a value and one to nowhere.
  static let flow = Flow(
    title: Text(nl: "Wie betaalt en wie bespaart", en: "Who pays and who saves"),
    columns: [
      .init("investors", label: Text(nl: "investeerders", en: "investors")),
      .init("effects", label: Text(nl: "effecten", en: "effects")),
    ],
    nodes: [
      .init(
        "gemeente", label: Text(nl: "gemeente", en: "municipality"), column: "investors", value: 120, unit: .euro,
        mark: .present),
      .init("corporatie", column: "investors", value: 40, unit: .euro),
      .init("thuis", label: Text(nl: "langer thuis", en: "longer at home"), column: "effects", value: 90, unit: .euro),
      .init("rust", column: "effects", unit: .persons, mark: .unknown, withheld: "<5"),
      .init("zorgkantoor", column: "savers", value: -10, unit: .euro),
    ],
    links: [
      .init(from: "gemeente", to: "thuis", value: 80, label: Text(nl: "uren", en: "hours")),
      .init(from: "gemeente", to: "rust", mark: .partly), .init(from: "corporatie", to: "thuis", value: 40),
      .init(from: "rust", to: "gemeente", value: 3, withheld: "<5"), .init(from: "thuis", to: "nergens", value: 9),
      .init(from: "thuis", to: "thuis", value: 5), .init(from: "thuis", to: "zorgkantoor", value: 0),
    ])

  static func row(
    _ what: Text, _ start: String, _ end: String? = nil, who: Text? = nil, source: Text? = nil, group: Text? = nil
  ) -> Timeline.Row? {
    CalendarDate(start).map {
      .init(what: what, start: $0, end: end.flatMap { CalendarDate($0) }, who: who, source: source, group: group)
    }
  }
}
