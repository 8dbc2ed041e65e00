import Rendering
import Testing
import WorkbenchKit

@Suite("JSON form")
struct JSONRendererTests {
  private func blocks(_ blocks: [Block], _ language: Language = .en) -> String {
    let line = JSONRenderer(language: language).line(blocks, line: 3, source: "stdin")
    let head = "{\"line\":3,\"source\":\"stdin\",\"ok\":true,\"blocks\":["
    return line.hasPrefix(head) && line.hasSuffix("]}") ? String(line.dropFirst(head.count).dropLast(2)) : line
  }

  @Test("is one object for each executed line")
  func line() {
    #expect(
      JSONRenderer(language: .nl).line([], line: 3, source: "a \"b\".lk")
        == #"{"line":3,"source":"a \"b\".lk","ok":true,"blocks":[]}"#)
  }

  @Test("a table has raw values, null for missing, and withheld cells apart")
  func table() {
    #expect(
      blocks([.table(Samples.estimates)])
        == #"{"kind":"table","title":"Lonely, 65+","columns":[{"name":"area","type":"text"},"#
        + #"{"name":"name","type":"text"},{"name":"population","type":"number","unit":"persons"},"#
        + #"{"name":"rate","type":"number","unit":"share"},{"name":"estimate","type":"number","unit":"persons"}],"#
        + #""rows":[["BU01640101","Tichelwerk",1020,0.566,577.32],["BU01640604",null,1035,0.5,null]],"#
        + #""withheld":[[1,"estimate","<5"]]}"#)
    #expect(blocks([.table(Table(columns: []))]) == #"{"kind":"table","title":null,"columns":[],"rows":[]}"#)
    #expect(
      blocks([.table(Table(columns: [Column("ok", .booleans([true, nil]))]))])
        == #"{"kind":"table","title":null,"columns":[{"name":"ok","type":"boolean"}],"rows":[[true],[null]]}"#)
  }

  @Test("facts are one object, lists are arrays")
  func facts() {
    #expect(
      blocks([.facts(Samples.facts)])
        == #"{"kind":"facts","facts":{"count":1342,"rate":0.296,"years":["2020","2024"],"margin":null}}"#)
  }

  @Test("words are in the chosen language")
  func words() {
    let text = Text(nl: "gebieden", en: "areas")
    #expect(
      blocks([.heading(Heading(text, level: 2)), .paragraph(text), .notice(Notice(.caution, text))], .nl)
        == #"{"kind":"heading","level":2,"text":"gebieden"},{"kind":"paragraph","text":"gebieden"},"#
        + #"{"kind":"notice","level":"caution","text":"gebieden"}"#)
    #expect(blocks([.paragraph(text)]) == #"{"kind":"paragraph","text":"areas"}"#)
  }

  @Test("sources, text and charts keep all that they hold")
  func others() {
    #expect(
      blocks([.sources([Samples.sources[1]])])
        == #"{"kind":"sources","sources":[{"id":"gm-2020","title":"Gezondheid","publisher":"RIVM","date":"2022","#
        + #""place":"tabel 50090NED","licence":null}]}"#)
    #expect(blocks([.text("a,b\n\u{1B}[2J\u{202E}")]) == #"{"kind":"text","text":"a,b\n\u001b[2J\u202e"}"#)
    #expect(
      blocks([.chart(Samples.bars)])
        == #"{"kind":"chart","chart":"bar","title":"Inhabitants","#
        + #""alternative":"bar chart, number (persons): 2024 from 625 persons (Zuid) to 1,250 persons (Noord).","#
        + #""x":{"label":"district","unit":null},"y":{"label":"number","unit":"persons"},"#
        + #""categories":["Noord","Zuid"],"positions":[],"series":[{"name":"2024","values":[1250,625]}]}"#)
  }

  @Test("an Arabic letter mark does not reach the line raw")
  func arabicLetterMark() {
    #expect(blocks([.text("\u{61C}x")]) == #"{"kind":"text","text":"\u061cx"}"#)
  }
}
