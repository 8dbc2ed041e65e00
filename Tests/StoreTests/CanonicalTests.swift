import Session
import Store
import Testing
import WorkbenchKit

@Suite struct CanonicalTests {
  /// Reads JSON as the setting `x` of a workspace and returns the bytes that it is kept as.
  private func kept(_ json: String) -> String? {
    let file = "{\"lineage\":\"a\",\"log\":{},\"serial\":0,\"settings\":{\"x\":\(json)}}"
    let snapshot = SnapshotReader.read(Array(file.utf8))
    guard snapshot.damage == nil else { return nil }
    return snapshot.workspace.parts[PartName(.settings, "x")].map {
      String(decoding: $0.part.canonical(), as: UTF8.self)
    }
  }

  @Test(arguments: [
    "0", "1", "-1", "650", "0.296", "1234.5", "0.0001", "0.00012", "123456789012345", "9007199254740991", "1e-05",
    "1.5e-07", "1e+17", "0.1", "0.30000000000000004", "192.39999999999998", "-0.5", "\"\"", "\"é € 日本\"",
    "\"\\\"\\\\\\n\\t\\r\"", "\"\\u202e\\u0085\\u0000\"", "\"\u{A0}°²\"", "[]", "{}", "[1,[2,{\"a\":null}],true,false]",
    "{\"A\":1,\"a\":2,\"aa\":3,\"b\":4,\"é\":5,\"日\":6}",
  ])
  func `what is canonical is kept as it is`(json: String) throws {
    let written = try JSONReader.parse(json).canonical
    #expect(kept(json) == written)
    #expect(json == written || json == "\"\u{A0}°²\"" || json == "1e+17", "\(written)")
  }

  @Test(arguments: [
    ("1.0", "1"), ("1e2", "100"), ("0.10", "0.1"), ("-0", "0"), ("-0.0", "0"), ("1E-1", "0.1"),
    ("0.00001", "1e-05"),
    ("9007199254740993", "\"9007199254740993\""), ("0.1000000000000000055", "0.1"),
    ("12345678901234567890", "\"12345678901234567890\""),
    ("\"\\u0041\\/\"", "\"A/\""), ("\"\u{7F}\"", "\"\\u007f\""), ("\"\u{202E}\"", "\"\\u202e\""),
    ("\"\\ud83d\\ude00\"", "\"😀\""), (" [ 1 , 2 ] ", "[1,2]"), ("{\"b\":1,\"a\":2}", "{\"a\":2,\"b\":1}"),
    ("{\"a\" : \"b c\\\" d\"}", "{\"a\":\"b c\\\" d\"}"),
    ("[1.0, {\"b\":[ ]}]", "[1,{\"b\":[]}]"),
  ])
  func `what a person wrote otherwise is brought to it`(json: String, canonical: String) {
    #expect(kept(json) == canonical)
  }

  @Test(arguments: [
    "01", "{\"a\":1,\"a\":2}", "1.", ".5", "+1", "1e", "--1", "tru", "nulll", "[1,]", "[1 2]", "{\"a\"}", "{a:1}",
    "{\"a\":1,}", "\"\n\"",
    "\"\\x\"", "\"\\u12\"", "[", "\"", "{\"a\":", "'a'", "NaN", "1,2",
  ])
  func `what is not JSON is damage`(json: String) { #expect(kept(json) == nil) }

  @Test(arguments: ["text\u{202E}", "text", "zahl", "x\u{7F}"])
  func `a table has one form, whether its columns can be read or not, and however it is spelled`(type: String) throws {
    let column = #"{"name":"a","type":"\#(type)","values":[]}"#
    func kept(_ table: String) throws -> [UInt8] {
      let file = "{\"lineage\":\"a\",\"log\":{},\"serial\":0,\"tables\":{\"t\":\(table)}}"
      let snapshot = SnapshotReader.read(Array(file.utf8))
      return try #require(snapshot.workspace.parts[PartName(.tables, "t")]).part.canonical()
    }
    let once = try kept("{\"columns\":[\n\(column),\(column)\n]}")
    #expect(try kept("{ \"columns\" : [\(column) , \(column)]}") == once)
    #expect(try kept(String(decoding: once, as: UTF8.self)) == once)
    #expect(once.count { $0 == UInt8(ascii: "\n") } == 3)
  }

  @Test func `deep nesting is damage, not a crash`() {
    #expect(kept(String(repeating: "[", count: 200) + String(repeating: "]", count: 200)) != nil)
    #expect(kept(String(repeating: "[", count: 100_000)) == nil)
    #expect(kept(String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)) == nil)
  }

  @Test func `every number that can be drawn is kept as it is written`() {
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(bitPattern: state)
      let share = Double(state >> 40) / 1_000
      for value in [number, share] where value.isFinite {
        let json = JSON.number(value).canonical
        #expect(kept(json) == json)
      }
    }
  }
}
