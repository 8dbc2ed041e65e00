import Files
import Session
import WorkbenchKit

/// What is told of what rests on something.
enum RecallTold {
  static let because = Argument(
    requiredFlag: "because", .words, about: Text(nl: "waarom het is teruggetrokken", en: "why it was withdrawn"))

  private static let kinds: [Dependant.Kind: (one: Text, many: Text)] = [
    .result: (Text(nl: "bewaarde uitkomst", en: "kept result"), Text(nl: "bewaarde uitkomsten", en: "kept results")),
    .decision: (Text(nl: "besluit", en: "decision"), Text(nl: "besluiten", en: "decisions")),
    .table: (Text(nl: "tabel", en: "table"), Text(nl: "tabellen", en: "tables")),
    .cell: (Text(nl: "cel", en: "cell"), Text(nl: "cellen", en: "cells")),
    .page: (Text(nl: "pagina", en: "page"), Text(nl: "pagina's", en: "pages")),
  ]

  /// How many of each kind, as figures.
  static func facts(_ found: [RecallSweep.Found]) -> Facts {
    var facts = Facts(isDetail: true)
    for kind in Dependant.Kind.allCases {
      facts.add("\(kind.rawValue)s", found.count { $0.dependant.kind == kind }, label: kinds[kind]?.many)
    }
    return facts
  }

  /// "Op 'x' rusten 4 bewaarde uitkomsten en 1 tabel."
  static func sentence(_ name: String, _ found: [RecallSweep.Found]) -> Text {
    let counts = Dependant.Kind.allCases.compactMap { kind -> Text? in
      let count = found.count { $0.dependant.kind == kind }
      guard count > 0, let words = kinds[kind] else { return nil }
      return .counted(count, words.one, words.many)
    }
    guard !counts.isEmpty else {
      return Text(nl: "Niets hier rust op '\(name)'.", en: "Nothing here rests on '\(name)'.")
    }
    let first = Text.joined(Array(counts.dropLast()), by: ", ")
    let last = counts[counts.count - 1]
    let listed = counts.count == 1 ? last : first + Text(nl: " en ", en: " and ") + last
    let verb = found.count == 1 ? Text(nl: "rust", en: "rests") : Text(nl: "rusten", en: "rest")
    return Text(nl: "Op '\(name)' \(verb.nl) \(listed.nl).", en: "\(listed.en) \(verb.en) on '\(name)'.")
  }

  static func table(_ found: [RecallSweep.Found], showsFile: Bool, in context: Context) -> Table {
    let kind = found.map { kinds[$0.dependant.kind]?.one }
    // Beside the file only a branch says more.
    let places = found.map { one -> String? in
      let isInWorkspace = [.result, .decision, .table].contains(one.dependant.kind)
      return showsFile && !isInWorkspace ? nil : one.dependant.place
    }
    let isOnMain = places.allSatisfy { $0 == nil || $0 == BranchName.main }
    return Table(columns: [
      .texts("file", found.map(\.file), label: Text(nl: "bestand", en: "file")).asDetail(!showsFile),
      .texts("kind", found.map(\.dependant.kind.rawValue)).asDetail(),
      .texts("kind_label", kind, label: Text(nl: "wat", en: "what"), in: context),
      .texts(
        "place", places, label: showsFile ? Text(nl: "tak", en: "branch") : Text(nl: "waar", en: "where")
      ).asDetail(showsFile && isOnMain),
      .texts("name", found.map(\.dependant.name), label: Text(nl: "naam", en: "name")),
      .texts(
        "rests_on", found.map { $0.dependant.files.map(FilePath.name).joined(separator: ", ") },
        label: Text(nl: "rust op", en: "rests on")),
    ])
  }

  static func unread(_ files: [(file: String, reason: Text)]) -> [Notice] {
    files.prefix(5).map {
      .caution(nl: "'\($0.file)' is overgeslagen: \($0.reason.nl)", en: "'\($0.file)' was passed over: \($0.reason.en)")
    }
      + (files.count > 5
        ? [.caution(nl: "en nog \(files.count - 5) overgeslagen", en: "and \(files.count - 5) more passed over")] : [])
  }
}
