import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Databases

@Suite struct RegisteringTests {
  @Test func `the workspace keeps name, service and flags, and nothing else`() throws {
    let bench = try Bench(
      "db add Kring --service kring", "db add zorg --service zorg-registratie --insecure --microdata")
    #expect(
      bench.bench.documents
        == #"[{"id":"kring","service":"kring"},{"id":"zorg","insecure":true,"microdata":true,"service":"zorg-registratie"}]"#
        + "\n" || bench.bench.documents.contains(#""service":"zorg-registratie""#))
    #expect(
      try bench.sheet("db list") == [
        "name service remarks", "kring kring .", "zorg zorg-registratie server niet nagekeken, rijen zijn personen",
      ])
    #expect(bench.code("db add kring --service x") == "db.exists")
    #expect(try bench.sheet("db remove zorg") == ["name service", "kring kring"])
    #expect(bench.code("db remove zorg") == "db.unknown")
    try bench.bench.run("db remove kring")
    #expect(bench.bench.documents == "")
    #expect(try bench.bench.run("db list").words.contains("nog geen database"))
  }

  @Test(arguments: [
    "db add kring --service kring password=Zeer-Geheim-1", "db add kring --service password=Zeer-Geheim-1",
    "db add kring --service kring --password Zeer-Geheim-1", "db add kring --password=Zeer-Geheim-1",
    "db add postgresql://lezer:Zeer-Geheim-1@server/kring", "db add kring 'host=x password = Zeer-Geheim-1'",
    "db add kring --service postgres://lezer:Zeer-Geheim-1@server/kring",
  ])
  func `a password on a line is refused and repeated nowhere`(line: String) throws {
    let bench = try Bench()
    let error = try #require(bench.bench.error(line))
    #expect(error.code == "db.password")
    #expect(!"\(error)".contains("Geheim"))
    #expect(bench.bench.documents == "" && !"\(bench.bench.session.workspace)".contains("Geheim"))
  }

  @Test(arguments: ["db add kring host=server", "db add kring --service 'a=b'", "db add postgresql://server/kring"])
  func `how a server is reached does not stand on a line`(line: String) throws {
    #expect(try Bench().code(line) == "db.extra")
  }

  @Test func `a service that is nowhere is told when it is named, and stops a reading`() throws {
    let bench = try Bench("db add weg --service niet-hier")
    #expect(try bench.bench.run("db check").words.contains("'niet-hier' van 'weg' staat in geen servicefile"))
    #expect(bench.code("read db:weg/public.pc6") == "db.service")
    #expect(bench.code("db tables weg") == "db.service")
  }

  @Test func `what a newer version wrote is kept`() throws {
    let bench = try Bench()
    try bench.bench.hold(.array([["id": "a", "service": "s"], ["id": "b"]]), as: "databases", of: "databases")
    #expect(try bench.bench.run("db list").words.contains("'b'"))
    try bench.bench.run("db add c --service s")
    #expect(bench.bench.documents.contains(#"{"id":"b"}"#))
  }
}

@Suite(.enabled(if: TestServer.isThere)) struct LookingTests {
  @Test func `tables are listed with what is known of them, by part of a name too`() throws {
    let bench = try Bench.kring()
    let output = try bench.bench.run("db tables kring pc6")
    #expect(output.texts("table") == ["db:kring/public.pc6"])
    #expect(output.texts("comment") == ["cijfers per postcode"])
    #expect(output.numbers("columns") == [3])
    #expect(
      try bench.bench.run("db tables kring 'zorg.*'").texts("table") == ["db:kring/zorg.deel", "db:kring/zorg.mensen"])
    #expect(try bench.bench.run("db tables kring '%'").words.contains("geen tabel"))
    #expect(try bench.bench.run("db tables kring miljoen").numbers("rows") == [1_000_000])
    #expect(try bench.bench.run("db tables").texts("table").count > 8)
  }

  @Test func `columns are described with what they are read as`() throws {
    let bench = try Bench.kring()
    for line in ["db describe kring/public.pc6", "db describe kring.public.pc6", "db describe db:kring/public.pc6"] {
      let output = try bench.bench.run(line)
      #expect(output.texts("type") == ["character(8)", "integer", "double precision"])
      #expect(output.texts("filled") == ["sleutel", "sleutel", "kan ontbreken"])
      #expect(output.texts("comment") == ["", "", "gemiddelde"])
    }
    #expect(bench.code("db describe kring") == "db.reference")
    #expect(bench.code("db describe kring/public.pc9") == "db.table")
    #expect(try bench.bench.run("db describe").table?.rowCount == 11)
    #expect(try bench.bench.run("db describe kring/public.vreemd").texts("read_as")[1] == "alleen met --text")
  }

  @Test func `a role that may write is warned of, and one that may do anything`() throws {
    let reader = try Bench.kring().bench.run("db check kring")
    #expect(reader.facts["binary_copy"] == .boolean(true) && reader.fact("writable_tables") == 0)
    #expect(reader.facts["version"]?.plain.hasPrefix("PostgreSQL 1") == true)
    #expect(reader.words == "")
    let writer = try Bench("db add kring --service schrijver").bench.run("db check kring")
    #expect(writer.words.contains("mag schrijven in 1 tabel"))
    let owner = try Bench("db add kring --service beheer").bench.run("db check kring")
    #expect(owner.words.contains("beheerder"))
    #expect(try Bench.kring("--insecure").bench.run("db check kring").words.contains("--insecure"))
  }

  @Test func `a result tells where it came from`() throws {
    let result = try Bench.kring("--insecure").bench.result("read db:kring/public.pc6")
    let source = try #require(result?.provenance.sources.first)
    #expect(source.id == "db-kring" && source.title == "kring/public.pc6: cijfers per postcode")
    #expect(source.publisher.hasPrefix("service kring, database kring, PostgreSQL 1"))
    #expect(source.publisher.hasSuffix("(--insecure)"))
    #expect(source.place?.hasPrefix("snapshot ") == true && source.place?.contains("; 3 × 3; ") == true)
    #expect(
      source.place?.hasSuffix(
        #"select q."pc6"::pg_catalog.text, q."jaar", q."waarde" from "public"."pc6" as q order by q."pc6", q."jaar""#)
        == true)
    let input = try #require(result?.provenance.inputs.first)
    #expect(input.path == "db:kring/public.pc6" && input.sha256.count == 64 && input.rows == 3)
    #expect(result?.output.words.contains("niemand heeft nagekeken of de server van 'kring' de goede is") == true)
  }

  @Test func `no word of a password leaves a connection that used one`() throws {
    let bench = try Bench("db add kring --service geheim")
    let result = try #require(try bench.bench.result("read db:kring/public.pc6"))
    for text in ["\(result)", bench.bench.documents, "\(bench.bench.session.workspace)"] {
      #expect(!text.contains("Geheim-1"))
    }
  }
}
