import Testing
import WorkbenchKit

@testable import Session

/// Pictures as they are kept, and without what is hidden.
@Suite struct PictureCodecTests {
  private static let both = Text(nl: "titel van Jan", en: "title of Jan")

  private static let chart = Chart(
    .quadrant, title: both, alternative: both,
    x: .init(both, unit: .years, range: -1.5...2, low: both, high: .verbatim("hoog")), y: .init(.verbatim("y")),
    positions: [0.1, .nan], series: [.init(name: "set", values: [.nan, -2])], labels: ["Jan", "Bram"])

  private static let map = AreaMap(
    title: both, alternative: both, label: .verbatim("v"), unit: .share, format: .share(1), coordinates: .wgs84,
    areas: [
      .init(
        code: "BU1", name: "Jan", rings: [[.init(x: 5.38720621, y: 52.15517440), .init(x: 5.4, y: 52.2)], []],
        value: 0.1),
      .init(code: "BU2", name: "b", rings: [], value: .nan, withheld: "<5"),
    ], breaks: [0.25, 1.0 / 3])

  private static let matrix = CellMatrix(
    title: both, rowHeading: both, columnHeading: .verbatim("c"), rows: [.init("r", label: both)],
    columns: [.init("Jan"), .init("b")],
    cells: [[.init([.init(both, label: both), .init(.verbatim("x"))], mark: .conflict), .init(number: 1.0 / 3)]],
    unit: .persons, format: .decimals(1), range: 0...1)

  private static let timeline = Timeline(
    title: both,
    rows: [CalendarDate("2027-01-01"), CalendarDate("2028-02-29")].compactMap { $0 }.map {
      .init(what: both, start: $0, end: CalendarDate("2028-12-31"), who: both, source: both, group: both)
    })

  private static let flow = Flow(
    title: both, alternative: both, columns: [.init("a", label: both), .init("Jan")],
    nodes: [
      .init("Jan", column: "a", value: 1.0 / 3, unit: .euro, mark: .conflict),
      .init("b", label: both, column: "Jan", withheld: "<5"), .init("c", column: "elders", value: -1),
    ],
    links: [
      .init(from: "Jan", to: "b", value: 0.1, label: both, mark: .partly), .init(from: "b", to: "Jan", withheld: "<5"),
      .init(from: "b", to: "nergens"),
    ], format: .decimals(1))

  private static let dated = Chart(
    .line, title: both, x: .init(both, isOfDates: true), y: .init(.verbatim("y")), positions: [19_782, .nan, 20_000],
    series: [.init(name: "set", values: [1, 2, 3])])

  private static let table = Table(columns: [.dates("d", [CalendarDate("2024-02-29"), nil])])
  private static var facts: Facts {
    var facts = Facts()
    facts.add("until", CalendarDate("2024-02-29").map(Value.date) ?? .missing)
    facts.add("days", .list([CalendarDate("0001-01-01").map(Value.date) ?? .missing, .missing]))
    return facts
  }

  private static let blocks: [Block] = [
    .flow(flow), .chart(dated), .chart(chart), .map(map), .matrix(matrix), .timeline(timeline),
  ]

  @Test(arguments: [Block.table(table), .facts(facts)]) func `dates that are kept come back as dates`(block: Block)
    throws
  {
    let json = try JSONReader.parse(Array(try BlockCodec.encode(block).canonical.utf8))
    #expect(try BlockCodec.decode(json) == block)
  }

  @Test(arguments: blocks) func `a kept picture comes back exactly`(block: Block) throws {
    let json = try JSONReader.parse(Array(try BlockCodec.encode(block).canonical.utf8))
    #expect(try BlockCodec.decode(json) == block)
  }

  @Test(arguments: blocks) func `a damaged picture is an error and not another picture`(block: Block) throws {
    guard case .object(var members) = try BlockCodec.encode(block), let kind = members["kind"]?.string else { return }
    members[kind] = ["rows": [["what": "w", "start": "morgen"]]]
    #expect(throws: Diagnostic.self) { try BlockCodec.decode(.object(members)) }
  }

  @Test(arguments: blocks) func `a hidden name is nowhere in a picture, and counted`(block: Block) throws {
    let vault = OpenVault()
    let redactor = Redactor(vault: vault)
    let cut = HiddenWords("Jan")
    vault.hidden = [HiddenWord(digest: redactor.digest(cut.phrase, "0"), length: cut.words.count, added: "")]
    redactor.attend("0")
    let (clean, count) = redactor.outgoing([block])
    #expect(count > 1)
    let text = try BlockCodec.encode(clean[0]).canonical
    #expect(!text.contains("Jan"))
    // What is not hidden is still there.
    #expect(text.utf8.count > 200)
  }
}
