import Session
import WorkbenchKit

/// What is told of lines that were run anew: what came out otherwise, and what could not be the same.
enum ReplayTold {
  /// The parts that differ as a table: of each where it stands, what it was and what came out.
  static func table(_ differences: [StateDifference], _ session: Session, _ language: Language) -> Table {
    let rows = differences.map { difference in
      PartWords(
        difference.part, difference.before, difference.after, language, session.redacted)
    }
    return Table(
      title: Text(nl: "wat anders uitkomt", en: "came out otherwise"),
      columns: [
        .texts("branch", differences.map(\.branch), label: Text(nl: "tak", en: "branch")),
        .texts("part", differences.map(\.part.text)).asDetail(),
        .texts("name", rows.map(\.name), label: Text(nl: "deel", en: "part")),
        .texts("before", rows.map(\.before), label: Text(nl: "was", en: "was")),
        .texts("after", rows.map(\.after), label: Text(nl: "is nu", en: "is now")),
      ])
  }

  static func notices(_ remarks: [ReplayRemark]) -> [Notice] {
    var hidden: [String] = []
    var lost: [String] = []
    var apart: [String] = []
    for remark in remarks {
      switch remark {
      case .hidden(let line): if !hidden.contains(line) { hidden.append(line) }
      case .lost(let line): if !lost.contains(line) { lost.append(line) }
      case .apart(let line): if !apart.contains(line) { apart.append(line) }
      }
    }
    var notices: [Notice] = []
    if !hidden.isEmpty {
      let listed = Text.quoted(hidden, atMost: 3)
      notices.append(
        .caution(
          nl: "wat afgeschermd is, staat niet in de regel en komt niet terug: \(listed.nl)",
          en: "what is hidden does not stand in the line and does not come back: \(listed.en)"))
    }
    if !lost.isEmpty {
      let listed = Text.quoted(lost, atMost: 3)
      notices.append(
        .caution(
          nl: "dit rust op een stand die is teruggedraaid of op een tak die weg is: \(listed.nl)",
          en: "this rests on a state that was taken back, or on a branch that is gone: \(listed.en)"))
    }
    if !apart.isEmpty {
      let listed = Text.quoted(apart, atMost: 3)
      notices.append(
        .info(
          nl: "dit is geen regel die opnieuw gaat, en het blijft weg: \(listed.nl)",
          en: "this is no line that can be run anew, and is left out: \(listed.en)"))
    }
    return notices
  }

  static func changed(_ files: [String]) -> [Notice] {
    guard !files.isEmpty else { return [] }
    let listed = Text.quoted(files, atMost: 5)
    return [
      .caution(
        nl: "niet meer hetzelfde bestand als toen: \(listed.nl)", en: "no longer the same file as then: \(listed.en)")
    ]
  }
}
