import Session
import WorkbenchKit

/// What is told of two copies that are put together.
enum MergeTold {
  /// The parts that both changed, each as it was and as both have it.
  static func table(
    _ conflicts: [(branch: String, conflict: BranchMerge.Conflict)], _ session: Session, _ language: Language
  )
    -> Table
  {
    let words = conflicts.map { _, conflict in
      (
        was: PartWords(conflict.part, conflict.base, conflict.ours, language, session.redacted),
        now: PartWords(conflict.part, conflict.ours, conflict.theirs, language, session.redacted)
      )
    }
    return Table(
      title: Text(nl: "aan beide kanten veranderd", en: "changed on both sides"),
      columns: [
        .texts("branch", conflicts.map(\.branch), label: Text(nl: "tak", en: "branch")).asDetail(
          Set(conflicts.map(\.branch)).count < 2),
        .texts("part", conflicts.map(\.conflict.part.text), label: Text(nl: "deel", en: "part")),
        .texts("name", words.map(\.now.name)).asDetail(),
        .texts("base", words.map(\.was.before), label: Text(nl: "was", en: "was")),
        .texts("ours", words.map(\.now.before), label: Text(nl: "hier (ours)", en: "here (ours)")),
        .texts("theirs", words.map(\.now.after), label: Text(nl: "daar (theirs)", en: "there (theirs)")),
      ])
  }

  /// The error that something has to be chosen.
  static func conflict(_ parts: [String], wayOut: Text, at place: Place?) -> Diagnostic {
    let listed = Text.quoted(parts, atMost: 5)
    return Diagnostic(
      "merge.conflict",
      .plural(
        parts.count,
        Text(nl: "\(listed.nl) is aan beide kanten veranderd", en: "\(listed.en) was changed on both sides"),
        Text(nl: "\(listed.nl) zijn aan beide kanten veranderd", en: "\(listed.en) were changed on both sides")),
      wayOut: wayOut, place: place)
  }
}
