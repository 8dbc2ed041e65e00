import Glibc
import Testing
import WorkbenchKit

/// The guard on what people have in their files: what has to be found in the forms in which it is met, and how often harmless
/// columns are stopped. All numbers and names are test numbers or invented.
@Suite struct GuardCorpusTests {
  private func found(_ column: String, _ values: [String?]) -> [PersonalKind] {
    PersonalData.findings(in: Table(columns: [.texts(column, values)])).map(\.kind)
  }

  /// The same through the cells of a text, where numbers are not read yet.
  private func stops(_ column: String, _ values: [String]) -> Bool {
    let cells = values.map {
      "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
    let text = "id;\(column)\n" + cells.enumerated().map { "\($0);\($1)\n" }.joined()
    return (try? DelimitedText(bytes: Array(text.utf8))) == nil
  }

  // MARK: What is found

  private static let numbers: [(form: String, values: [String])] = [
    ("no-break spaces", ["111\u{A0}222\u{A0}333", "123\u{A0}456\u{A0}782", "999\u{A0}990\u{A0}019"]),
    ("thin spaces", ["111\u{2009}222\u{2009}333", "123\u{202F}456\u{202F}782", "999\u{2009}990\u{2009}019"]),
    ("non-breaking hyphens", ["1112\u{2011}22\u{2011}333", "1234\u{2011}56\u{2011}782", "9999\u{2011}90\u{2011}019"]),
    ("dashes", ["111\u{2013}222\u{2013}333", "123\u{2014}456\u{2014}782", "999\u{2212}990\u{2212}019"]),
    ("points", ["111.222.333", "123.456.782", "999.990.019"]),
    ("thousands commas", ["111,222,333", "123,456,782", "999,990,019"]),
    ("VAT numbers", ["NL111222333B01", "NL123456782B01", "NL999990019B02"]),
    ("VAT numbers with points", ["NL 1112.22.333.B01", "NL 1234.56.782.B01", "nl 9999.90.019.b02"]),
    ("powers of ten", ["1.11222333E8", "1.23456782E+08", "9.99990019e+8"]),
    ("powers of ten with a comma", ["1,11222333E+08", "1,23456782E+08", "9,99990019E+08"]),
    (
      "lost noughts",
      ["12345672", "10000008", "11111110", "12345666"].filter { UInt64($0).map(ElevenTest.passes) ?? false }
    ),
    ("full width", ["１１１２２２３３３", "１２３４５６７８２", "９９９９９００１９"]),
    ("a spreadsheet's fractions", ["111222333.0", "123456782.0", "999990019.0"]),
    ("signs that are not seen", ["111222333\u{200B}", "\u{FEFF}123456782", "999\u{AD}990019"]),
  ]

  @Test(arguments: numbers) func `numbers of persons are found under a neutral name`(form: String, values: [String]) {
    #expect(values.count >= 2)
    #expect(found("nr", values) == [.bsn], "\(form)")
    #expect(stops("nr", values), "\(form)")
  }

  private static let passing = (10_000_000..<10_000_400).map(UInt64.init).filter(ElevenTest.passes).map { String($0) }

  @Test func `numbers that lost a nought are found where they all pass`() {
    #expect(Self.passing.count > 30)
    #expect(found("kenmerk", Self.passing) == [.bsn])
    let values = Self.passing.compactMap { Double($0) }
    #expect(PersonalData.findings(in: Table(columns: [.numbers("kenmerk", values)])).map(\.kind) == [.bsn])
  }

  @Test(arguments: [
    "jan[at]voorbeeld.example", "jan [at] voorbeeld [dot] example", "jan(at)voorbeeld.example",
    "jan{at}voorbeeld.example",
    "jan%40voorbeeld.example",
    "jan＠voorbeeld.example", "mailto:jan%40voorbeeld.example?subject=x", "schrijf jan (at) voorbeeld (punt) example",
    "jan﹫voorbeeld.example", "JAN[AT]VOORBEELD.EXAMPLE",
  ])
  func `an address is found with another sign for the at`(text: String) {
    #expect(found("opmerking", ["niets", text]) == [.email])
    #expect(FreeWords.finding(in: text) == .email)
  }

  @Test(arguments: [
    "belt altijd 030-2345678 na zes uur", "tel. 020 123 45 67, vraag naar Jan", "bereikbaar op (0162) 12 34 56",
    "0162-123456 is het nummer van haar zoon", "bel 0302345678 na zessen", "telefoon: 0302345678",
    "030\u{2011}2345678 van zijn zus", "bereikbaar op 06\u{A0}1234\u{A0}5678",
  ])
  func `a number to call is found within a text`(text: String) {
    #expect(found("opmerking", ["niets bijzonders vandaag", text]) == [.telephone])
  }

  @Test(arguments: [
    "geboren 12 maart 1950", "Mevrouw is geboren op 12-03-1950 te Utrecht", "geb. 12-3-1950", "(geb. 12-03-50)",
    #"{"geboortedatum":"1950-03-12"}"#, #"{"naam":"x","geboren":"12-03-1950"}"#,
    #"[{"birthDate": "1950-03-12T00:00:00"}]"#,
    "born on 12 March 1950", "born March 12, 1950", "gebdatum=19500312", "DOB: 12/03/1950",
    "geboortedatum 12.03.1950, alleenstaand",
    "geboren\u{A0}12\u{A0}maart\u{A0}1950", #"{"persoon":{"geboorteDatum":{"datum":"1950-03-12"}}}"#,
  ])
  func `a date of birth is found within a text and nested in JSON`(text: String) {
    #expect(found("opmerking", ["niets bijzonders vandaag", text]) == [.birthDate])
  }

  @Test(arguments: [
    "geb.", "geb", "Geb. dat.", "geboren", "dob", "birthDate", "geboortedatum_client", "geboortedatum (dag-maand-jaar)",
    "birth date (year-month-day)",
  ])
  func `a date of birth is found under every name for it`(name: String) {
    #expect(found(name, ["12-03-1950"]) == [.birthDate])
    #expect(found(name, ["18334", "25569", "30012"]) == [.birthDate])
    #expect(stops(name, ["18334", "25569", "30012"]))
    #expect(PersonalData.findings(in: Table(columns: [.numbers(name, [18_334, 25_569])])).map(\.kind) == [.birthDate])
  }

  @Test(arguments: [
    ("geboortejaar", ["1950", "1961", "1938"]), ("geboortecijfer", ["10012", "11034", "9876"]),
    ("aantal_geboorten", ["18334", "25569", "30012"]), ("GeboorteTotaal_24", ["17000", "10500", "164000"]),
    (
      "opmerking",
      [
        "gebied 12-03-1950", "gebouw van 12-03-1950", "geboren in 1950", "geboorteoverschot 12-03-1950 gemeten",
        "Geboortezorg 01-01-2024", "geboorteaangifte vanaf 12-03-2020",
      ]
    ),
    ("tekst", ["in 2019, 2020 en 2021", "van 2015-2020 of 2021-2024", "artikel 12.3.456.7", "zie [1] en (2) op 50%"]),
    (
      "tekst",
      ["postbus 12345, 3500 AB Utrecht", "€ 1.234.567,89 in 2024", "ISBN 978-90-123-4567-8", "BU01640501 en GM0164"]
    ),
  ])
  func `what looks a little like it is left alone`(column: String, values: [String]) {
    #expect(found(column, values) == [])
  }

  // MARK: What is not stopped

  /// Columns of figures and codes as they stand in files of municipalities, care and procurement, with draws of their own.
  private static let harmless: [(name: String, value: @Sendable (inout Draw) -> String)] = [
    ("pc4", { "\($0.number(1000, 9999))" }), ("postcode", { "\($0.number(1000, 9999)) \($0.letters(2))" }),
    ("postcode6", { "\($0.number(1000, 9999))\($0.letters(2))" }), ("huisnummer", { "\($0.number(1, 400))" }),
    ("gwb_code", { "BU\($0.digits(8))" }), ("gm_code", { "GM\($0.digits(4))" }), ("wijkcode", { "WK\($0.digits(6))" }),
    ("buurtcode", { $0.digits(8) }), ("kvk", { "\($0.number(10_000_000, 99_999_999))" }),
    ("kvk_nummer", { $0.digits(8) }), ("handelsregisternummer", { "\($0.number(10_000_000, 99_999_999))" }),
    ("vestigingsnummer", { "0000\($0.digits(8))" }), ("rsin", { $0.passing() }), ("RSIN", { $0.passing() }),
    ("rsin_nummer", { $0.passing() }), ("inwoners", { "\($0.number(0, 18_000_000))" }),
    ("aantal_inwoners", { "\($0.number(0, 1_000_000))" }), ("bedrag", { "\($0.number(0, 999_999_999))" }),
    ("euro", { "\($0.number(0, 9_999_999)).\($0.digits(2))" }),
    ("omzet", { "\($0.number(100, 999)).\($0.digits(3)).\($0.digits(3))" }),
    ("revenue", { "\($0.number(100, 999)),\($0.digits(3)),\($0.digits(3))" }), ("jaar", { "\($0.number(1950, 2030))" }),
    ("bouwjaar", { "\($0.number(1850, 2024))" }), ("bouwdatum", { $0.day(1900, 1990) }),
    ("oprichtingsdatum", { $0.day(1900, 1990) }),
    ("datum", { $0.day(2015, 2025) }), ("ingangsdatum", { $0.day(2010, 2025) }),
    ("peildatum", { "01-01-\($0.number(2000, 2025))" }),
    ("tijdstip", { "\($0.day(2020, 2025))T10:\($0.number(10, 59)):00" }),
    ("aantal_telefoons", { "\($0.number(0, 9_999))" }),
    ("aantal_telefoonnummers", { "\($0.number(100_000_000, 999_999_999))" }),
    ("percentage", { "\($0.number(0, 99)),\($0.digits(1))" }),
    ("aandeel_65plus", { "0.\($0.digits(9))" }), ("lon", { "5.\($0.digits(9))" }), ("lat", { "52.\($0.digits(7))" }),
    ("rd_x", { "\($0.number(10_000, 280_000))" }), ("rd_y", { "\($0.number(300_000, 620_000)).\($0.digits(3))" }),
    ("osm_id", { "\($0.number(100_000_000, 999_999_999))" }), ("bag_id", { "0344\($0.digits(12))" }),
    ("ean", { "87\($0.digits(11))" }), ("agb_code", { $0.digits(8) }), ("uzovi", { $0.digits(4) }),
    ("cpv", { "8\($0.digits(7))" }),
    ("cpv_code", { "\($0.number(10_000_000, 98_000_000))-\($0.digits(1))" }),
    ("zaaknummer", { "\($0.number(100_000_000, 999_999_999))" }),
    ("ordernummer", { "\($0.number(1_000_000_000, 1_999_999_999))" }), ("dossier", { "Z-2024-\($0.digits(6))" }),
    ("ted", { "2021/S \($0.digits(3))-\($0.digits(6))" }),
    ("isbn", { "978-90-\($0.digits(3))-\($0.digits(4))-\($0.digits(1))" }),
    ("artikel", { "\($0.number(1, 9)).\($0.number(1, 9)).\($0.number(1, 9))" }),
    ("versie", { "\($0.number(1, 20)).\($0.number(0, 20)).\($0.digits(3))" }),
    ("openingstijd", { "0\($0.number(7, 9)):00-1\($0.number(6, 9)):30" }),
    ("geboortejaar", { "\($0.number(1920, 2010))" }),
    ("geboortecijfer", { "\($0.number(5_000, 40_000))" }), ("GeboorteTotaal_24", { "\($0.number(0, 20_000))" }),
    ("geboorte_aantal", { "\($0.number(5_000, 40_000))" }), ("leeftijd", { "\($0.number(0, 105))" }),
    (
      "toelichting",
      { "In \($0.number(2000, 2024)) waren er \($0.number(100, 999)) huishoudens, \($0.number(1, 99)) % meer." }
    ),
    ("opmerking", { "zie \($0.day(2015, 2024)), vergadering \($0.number(1, 60))" }),
    ("naam_gebied", { "Wijk \($0.number(10, 99)) \($0.letters(6))" }),
    ("website", { "https://www.\($0.letters(6).lowercased()).example/p?id=\($0.digits(6))&x=%20" }),
    ("sha", { "\($0.letters(4))\($0.digits(9))\($0.letters(3))" }),
    ("respondent", { "R\($0.digits(5))" }), ("kind", { ["a", "b", "c"][$0.number(0, 2)] }),
    ("type", { "\($0.number(1, 9))" }),
    ("score", { "\($0.number(1, 10))" }), ("z", { "-\($0.number(0, 3)).\($0.digits(9))" }),
    ("wacht_dagen", { "\($0.number(0, 400))" }),
    ("code9", { "\($0.number(100_000_000, 999_999_999))" }), ("code8", { "\($0.number(10_000_000, 99_999_999))" }),
    ("gewicht", { "\($0.digits(1)),\($0.digits(4))" }),
    ("p", { "\($0.digits(1)).\($0.digits(8))E-0\($0.number(1, 9))" }),
    ("hits", { "\($0.number(1, 9)).\($0.digits(8))E+08" }),
    ("interval", { "\($0.number(100, 400))-\($0.number(401, 900))" }),
  ]

  @Test func `of five hundred harmless columns fewer than one in a hundred is stopped`() {
    var stopped: [String] = []
    var count = 0
    for (number, column) in Self.harmless.enumerated() {
      for (turn, size) in [3, 5, 8, 20, 60, 200, 1000].enumerated() {
        var draw = Draw(state: UInt64(number * 31 + turn + 1))
        let values = (0..<size).map { _ in column.value(&draw) }
        count += 1
        if !found(column.name, values).isEmpty || stops(column.name, values) {
          stopped.append("\(column.name) \(size)")
        }
      }
    }
    print("guard: \(count) harmless columns, \(stopped.count) stopped: \(stopped)")
    #expect(count >= 500)
    #expect(stopped.count * 100 <= count, "\(stopped)")
  }

  @Test func `of the columns of public files hardly one is stopped`() throws {
    let folder = "../shared/data/"
    var stopped: [String] = []
    var count = 0
    for name in ["kwb_nl_2024.csv", "kwb_gemeenten_2021.csv", "rivm_50090NED_2020_65plus.csv", "ted_nl_awards.csv"] {
      guard let file = fopen(folder + name, "r") else {
        print("skipped: \(folder)\(name) is not there")
        continue
      }
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 3_000_000)
      let size = fread(&bytes, 1, bytes.count, file)
      // Whole lines only.
      let end = bytes[..<size].lastIndex(of: 0x0A) ?? 0
      let text = try DelimitedText(bytes: Array(bytes[...end]), options: .init(), protection: Everything())
      for column in try text.table().columns {
        count += 1
        if !PersonalData.findings(in: Table(columns: [column])).isEmpty { stopped.append("\(name) \(column.name)") }
      }
    }
    print("guard: \(count) columns of public files, stopped: \(stopped)")
    #expect(stopped.count * 100 <= count, "\(stopped)")
  }
}

/// Lets all in.
private struct Everything: CellGuard {
  func nothing(in header: [String]) -> Bool { true }
  func look(at rows: DelimitedRows, _ tally: inout Bool) {}
  func add(_ below: Bool, to tally: inout Bool) {}
  func admit(_ raw: GuardedCells, _ tally: Bool, from name: String) throws -> GuardedCells { raw }
}

/// Draws that are the same each time.
struct Draw {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(_ low: Int, _ high: Int) -> Int { low + Int(next() % UInt64(high - low + 1)) }
  mutating func digits(_ count: Int) -> String { (0..<count).map { _ in String(number(0, 9)) }.joined() }
  mutating func letters(_ count: Int) -> String {
    String((0..<count).map { _ in Character(Unicode.Scalar(UInt8(65 + number(0, 25)))) })
  }

  mutating func day(_ from: Int, _ to: Int) -> String {
    "\(number(from, to))-\(["03", "07", "11"][number(0, 2)])-\(number(10, 28))"
  }

  /// A number of nine digits that passes the eleven test, as a RSIN does.
  mutating func passing() -> String {
    var value = UInt64(number(100_000_000, 999_999_980))
    while !ElevenTest.passes(value) { value += 1 }
    return String(value)
  }
}
