import Session
import Store
import Testing
import WorkbenchKit

@Suite struct SnapshotTests {
  private func read(_ text: String) -> Snapshot { SnapshotReader.read(Array(text.utf8)) }

  @Test func `a small workspace reads well`() throws {
    let workspace = try Samples.workspace([Samples.title("Hengelo")])
    let text = String(decoding: SnapshotWriter.encode(workspace), as: UTF8.self)
    #expect(
      text == """
        {
          "documents": {},
          "format": "leerkring-workspace",
          "lineage": "0123456789abcdef",
          "log": {
            "done": [
              {
                "line": "set title Hengelo",
                "number": 1,
                "other": {
                  "about/title": null
                },
                "time": "2026-01-02T03:04:05Z"
              }
            ],
            "next": 2,
            "undone": []
          },
          "results": {},
          "serial": 1,
          "settings": {},
          "tables": {},
          "title": "Hengelo",
          "version": 2
        }

        """)
  }

  @Test func `a table stands a column a line, documents by plugin with their schema version`() throws {
    let workspace = try Samples.workspace([Samples.operations[1]])
    let text = String(decoding: SnapshotWriter.encode(workspace), as: UTF8.self)
    #expect(
      text.contains(
        """
          "documents": {
            "woonzorgwijzer": {
              "parts": {
                "need": {"name":"Berflo Es \\u202e \\"Noord\\"","rate":0.296}
              },
              "schema": 1
            }
          },
        """))
    #expect(
      text.contains(
        """
          "tables": {
            "wzw.areas": {"columns":[
        {"name":"area","type":"text","values":["BU01640501","BU01640502",null]},
        {"name":"population","type":"number","values":[650,1234.5,null]},
        {"name":"rural","type":"boolean","values":[true,false,null]}
        ],"title":{"en":"Neighbourhoods","nl":"Buurten"}}
          },
        """))
  }

  @Test func `what was read is written as the same bytes`() throws {
    let bytes = SnapshotWriter.encode(try Samples.workspace())
    let snapshot = SnapshotReader.read(bytes)
    #expect(snapshot.damage == nil)
    #expect(SnapshotWriter.encode(snapshot.workspace) == bytes)
  }

  @Test func `what was read can be undone and redone to the byte`() throws {
    let whole = try Samples.workspace([Samples.title("A"), Samples.title("B")])
    let read = SnapshotReader.read(SnapshotWriter.encode(whole)).workspace
    let undone = try read.applying(.undo(2))
    #expect(undone.parts.isEmpty)
    let again = SnapshotReader.read(SnapshotWriter.encode(undone)).workspace
    let redone = try again.applying(.redo(2))
    #expect(redone.parts[PartName(.about, "title")]?.part.canonical() == Array("\"B\"".utf8))
    #expect(redone.log.done.map(\.number) == [1, 2])
  }

  @Test func `a file edited by hand is brought to the canonical form`() throws {
    let bytes = SnapshotWriter.encode(try Samples.workspace([Samples.operations[1], Samples.operations[3]]))
    let text = String(decoding: bytes, as: UTF8.self)
    let edited =
      "\u{FEFF}"
      + text.replacing("\"rate\":0.296", with: "\"rate\" : 2.96e-1").replacing("1234.5", with: " 1234.50 ")
      .replacing("\"seed\": 7", with: "\"seed\":\t7.0").replacing("één", with: "\\u00e9\\u00E9n")
    #expect(edited != text)
    let snapshot = read(edited)
    #expect(snapshot.damage == nil)
    #expect(SnapshotWriter.encode(snapshot.workspace) == bytes)
  }

  @Test func `long documents are broken into lines, rows of numbers are not`() throws {
    let row = JSON.array((0..<60).map { .number(Double($0)) })
    let part = Part(["rows": .array([row, row]), "a": 1])
    let workspace = try Samples.workspace([
      .step(Samples.record("x"), changes: [PartName(.settings, "long"): part])
    ])
    let bytes = SnapshotWriter.encode(workspace)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.contains(
        """
            "long": {
              "a": 1,
              "rows": [
                [0,1,2,3,
        """))
    #expect(SnapshotWriter.encode(SnapshotReader.read(bytes).workspace) == bytes)
    #expect(
      SnapshotReader.read(bytes).workspace.parts[PartName(.settings, "long")]?.part.canonical() == part.canonical())
  }

  @Test func `a truncated file is read as far as it goes, and said where it stops`() throws {
    let bytes = SnapshotWriter.encode(try Samples.workspace())
    for length in 0..<(bytes.count - 1) {
      let snapshot = SnapshotReader.read(Array(bytes[..<length]))
      #expect(snapshot.damage?.message.en.contains("(line ") == true, "at byte \(length)")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let settings = try #require(text.firstRange(of: "\"settings\""))
    let cut = read(String(text[..<settings.lowerBound]))
    #expect(cut.workspace.parts[PartName(.documents, "woonzorgwijzer/need")] != nil)
    #expect(cut.workspace.log.done.count == 4)
  }

  @Test(arguments: [
    ("{\"lineage\":3}", "a string is due here"),
    ("{\"serial\":-1}", "0, 1, 2, … is due here"),
    ("{\"serial\":1.5}", "0, 1, 2, … is due here"),
    ("{\"log\":[]}", "'{' is due here"),
    ("{\"settings\":{\"a\":tru}}", "a value is due here"),
    ("{\"tables\":{\"t\":{\"columns\":[1,,2]}}}", "a value is due here"),
    ("{\"log\":{\"done\":[{\"other\":{\"nonsense\":1}}]}}", "\"section/name\" is due here"),
    ("{\"serial\":01}", "a value is due here"),
    ("{\"title\":\"A\",\"title\":\"B\"}", "\"title\" stands twice in an object (line 1, byte 14)"),
    ("{\"settings\":{\"a\":{\"b\":1,\"b\":2}}}", "\"b\" stands twice in an object"),
    ("{\"tables\":{\"t\":{\"columns\":[{\"name\":\"a\",\"name\":\"b\"}]}}}", "\"name\" stands twice in an object"),
    ("{}", "\"lineage\" is due here"),
    ("[]", "'{' is due here"),
  ])
  func `what cannot be understood is damage, not a guess`(text: String, message: String) {
    #expect(read(text).damage?.message.en.contains(message) == true, "\(read(text).damage?.message.en ?? "nil")")
  }

  @Test(arguments: ["serial", "next"])
  func `a workspace counts as far as its file can hold, and a number beyond is damage`(name: String) throws {
    func file(_ number: String) -> String {
      let counts = ["serial": "4", "next": "1"].merging([name: number]) { $1 }
      return
        "{\"format\":\"leerkring-workspace\",\"lineage\":\"abc\",\"log\":{\"done\":[],\"next\":\(counts["next"] ?? ""),\"undone\":[]},\"serial\":\(counts["serial"] ?? ""),\"version\":1}"
    }
    #expect(read(file("9007199254740992")).damage != nil && read(file("4503599627370497")).damage != nil)
    let step = Operation.step(
      Step.Record(line: "next", time: ""), changes: [PartName(.about, "title"): Part(.string("next"))])
    let full = read(file("4503599627370496"))
    #expect(full.damage == nil)
    #expect {
      try full.workspace.applying(step)
    } throws: {
      ($0 as? Diagnostic)?.code == "workspace.number"
    }
    let last = read(file("4503599627370495"))
    let next = try last.workspace.applying(step)
    #expect(next.serial == last.workspace.serial + 1)
    let again = SnapshotReader.read(SnapshotWriter.encode(next))
    #expect(again.damage == nil && SnapshotWriter.encode(again.workspace) == SnapshotWriter.encode(next))
  }

  @Test func `bytes that are not UTF-8 are damage`() throws {
    var bytes = SnapshotWriter.encode(try Samples.workspace([Samples.title("Hengelo")]))
    let index = try #require(bytes.firstIndex(of: UInt8(ascii: "H")))
    bytes[index] = 0xFF
    #expect(SnapshotReader.read(bytes).damage?.message.en.hasPrefix("not valid UTF-8 (line 8, byte 28)") == true)
  }
}
