import Session
import TestSupport
import Testing

@testable import Stages
@_spi(Host) @testable import WorkbenchKit

/// A form that is a folder of files, each a table of one column; the table of a file may lie beside it.
private struct CrateSource: TableSource {
  let name: String
  var readsFolders: Bool { name == "crates" }

  func contents(of target: SourceTarget) throws -> [SourceItem] {
    (target.file.parts ?? []).map { SourceItem($0.path, kind: Text(nl: "vel", en: "leaf"), rows: 1) }
  }

  func open(_ target: SourceTarget, _ choice: SourceChoice) throws -> SourceContent {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    if let parts = target.file.parts {
      let part = parts.first { $0.name == choice.item } ?? parts.first
      return .table(SourcedTable(Table(columns: [.texts("c", [part.map { text($0.bytes) }, "\(parts.count)"])])))
    }
    // `.pair`: a file with the name of the other, and its table beside it. `.pack`: an archive of two such.
    if target.file.name.hasSuffix(".pack"), let item = choice.item {
      if item == "in/k.crate" {
        let parts = [("a", "one"), ("b", "two")].map { ReadFile(path: $0.0, bytes: Array($0.1.utf8), sha256: "9") }
        return .file(ReadFile(path: "\(target.file.path)!\(item)", bytes: [], sha256: "9", parts: parts))
      }
      // They are there, and cannot be read.
      if item == "in/bomb.half" { throw Diagnostic("source.bomb", Text(nl: "?", en: "?")) }
      if item == "in/stopped.half" { throw Interrupted() }
      guard ["in/a.pair", "in/a.half", "in/bomb.pair", "in/stopped.pair", "in/alone.pair"].contains(item) else {
        throw Diagnostic("source.member", Text(nl: "?", en: "?"))
      }
      return .file(ReadFile(path: "\(target.file.path)!\(item)", bytes: Array(item.utf8), sha256: "9"))
    }
    if target.file.name.hasSuffix(".half") {
      return .table(
        SourcedTable(Table(columns: [.texts("half", [text(target.file.bytes), choice.textColumns.first])])))
    }
    let half = try target.tableBeside("half", choice)
    let bytes = try target.beside("half").map(text)
    return .table(
      SourcedTable(half?.table ?? Table(columns: [.texts("none", [bytes])]), notices: [.caution(nl: "x", en: "x")]))
  }
}

@Suite struct FolderSourceTests {
  private let lines: TableLines

  init() throws {
    lines = try TableLines([
      "k.crate/b": "two", "k.crate/a": "one", "plain/t.csv": "a\n1\n", "x.csv": "a\n1\n", "p.pair": "p", "p.half": "h",
      "q.pair": "q", "z.pack": "z", "k.crate/c!d": "marked",
    ])
    let registry = lines.session.registry
    registry.promise(
      PromisedForms(
        plugin: "crates",
        sources: [
          .init(name: "crates", endings: ["crate"], firstBytes: [], summary: .verbatim("")),
          .init(name: "pairs", endings: ["pair", "half", "pack"], firstBytes: [], summary: .verbatim("")),
        ], sinks: []
      ) {
        var registrar = Registrar(dataFolder: "")
        registrar.add(CrateSource(name: "crates"))
        registrar.add(CrateSource(name: "pairs"))
        try registry.add(registrar, owner: .init(name: "crates", version: "1.0.0"))
      })
  }

  @Test func `a folder is read where its source reads folders, with a slash behind it or a name`() throws {
    #expect(try lines.table("read k.crate") == ["c", "one", "3"])
    #expect(try lines.table("read k.crate/") == ["c", "one", "3"])
    #expect(try lines.table("read k.crate!b") == ["c", "two", "3"])
    #expect(try lines.table("read k.crate/!b") == ["c", "two", "3"])
    #expect(try lines.table("contents k.crate") == ["name rows columns", "a 1 .", "b 1 .", "c!d 1 ."])
    #expect(lines.spot("read plain") == "file.directory at 6")
    #expect(lines.spot("read none.crate") == "file.missing at 6")
  }

  @Test func `the table beside a file is read by the source of its own ending, in an archive too`() throws {
    #expect(try lines.table("read p.pair") == ["half", "h", "."])
    #expect(try lines.table("read p.pair --text half") == ["half", "h", "half"])
    #expect(try lines.table("read q.pair") == ["none", "."])
    #expect(try lines.table("read z.pack!in/a.pair") == ["half", "in/a.half", "."])
    #expect(lines.error("read z.pack!in/b.pair")?.code == "source.member")
  }

  @Test func `what lies beside a file and cannot be read is told, and not that it is missing`() throws {
    #expect(try lines.table("read z.pack!in/alone.pair") == ["none", "."])
    #expect(lines.spot("read z.pack!in/bomb.pair") == "source.bomb at 6")
    #expect(throws: Interrupted.self) { try lines.output("read z.pack!in/stopped.pair") }
    // A folder of that name.
    lines.files.put(Array("q".utf8), at: "q.half/x")
    #expect(lines.spot("read q.pair") == "file.directory at 6")
  }

  @Test func `names behind a member are sought in it, and a flag too`() throws {
    #expect(try lines.table("read z.pack!in/k.crate!b") == ["c", "two", "2"])
    #expect(try lines.table("read z.pack!in/k.crate --layer b") == ["c", "two", "2"])
    #expect(try lines.table("contents z.pack!in/k.crate") == ["name rows columns", "a 1 .", "b 1 ."])
    #expect(try lines.table("contents z.pack!in/k.crate!b") == ["name rows columns", "b 1 ."])
    #expect(lines.spot("read z.pack!in/k.crate!b --layer a") == "argument.clash at 6")
    #expect(lines.spot("read none.pack!in/k.crate!b") == "file.missing at 6")
    // A name may have the mark in itself.
    #expect(try lines.table("read k.crate!c!d") == ["c", "marked", "3"])
    #expect(lines.error("read x.csv!a!b")?.code == "source.item")
  }

  @Test func `a module that lacks a library says what for, and how it is had`() {
    let registry = lines.session.registry
    let wayOut = Text(nl: "installeer het", en: "install it")
    for missing in ["libmemo", nil] {
      registry.promise(
        PromisedForms(
          plugin: "lacking",
          sources: [
            .init(name: "lack", endings: ["lack"], schemes: ["lack"], firstBytes: [[0x61]], summary: .verbatim(""))
          ],
          sinks: [("lacking", .verbatim(""))], missing: { missing }
        ) { throw Diagnostic("plugin.library", .verbatim("no"), wayOut: wayOut) })
      lines.files.put(Array("b".utf8), at: "x.lack")
      let told = ["read x.lack", "read x.csv", "read lack:x", "read p.pair | to lacking y"].map { lines.error($0) }
      #expect(told.map(\.?.wayOut?.en) == Array(repeating: "install it", count: 4))
      if missing == nil {
        #expect(told.map(\.?.code) == Array(repeating: "plugin.library", count: 4))
      } else {
        #expect(told.map(\.?.code) == Array(repeating: "source.module", count: 4))
        #expect(
          told.map(\.?.message.en) == [
            "for .lack libmemo is needed, and it is not there", "for 'x.csv' libmemo is needed, and it is not there",
            "for lack: libmemo is needed, and it is not there", "for to lacking libmemo is needed, and it is not there",
          ])
      }
    }
  }
}
