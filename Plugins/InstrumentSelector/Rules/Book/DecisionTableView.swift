import Decisions
import WorkbenchKit

extension DecisionTable {
  /// The name as it is typed: in quotes where it has a blank.
  var typedName: String { Self.typed(name) }

  static func typed(_ name: String) -> String { name.contains(" ") ? "'\(name)'" : name }

  /// The table as it is shown: a column for each input and output, a row for each rule.
  func shown(in context: Context) -> Table {
    func label(_ clause: Clause, _ sign: String) -> Text { (clause.label ?? .verbatim(clause.name)) + .verbatim(sign) }
    var columns = [
      Column.numbers(
        "rule", rules.indices.map { Double($0 + 1) }, label: .verbatim(policy.rawValue), format: .plain)
    ]
    columns += inputs.enumerated().map { index, clause in
      .texts(clause.name, rules.map { $0.when[index].feel }, label: label(clause, ""))
    }
    columns += outputs.enumerated().map { index, clause in
      .texts(clause.name, rules.map { $0.results[index]?.feel }, label: label(clause, " →"))
    }
    if !undecidable.isEmpty {
      columns.append(
        .texts(
          "undecidable",
          rules.map { rule in rule.unread.isEmpty ? nil : .verbatim(unread(rule).joined(separator: ", ")) },
          label: Text(nl: "niet gelezen", en: "not read"), in: context))
    }
    if rules.contains(where: { $0.note != nil }) {
      columns.append(.texts("note", rules.map(\.note), label: Text(nl: "opmerking", en: "note"), in: context))
    }
    return Table(title: heading + .verbatim(" · \(policy.rawValue): ") + policy.label, columns: columns)
  }

  /// What is given and has no column, and what is worked out on the way; nil where there is neither.
  var besides: Block? {
    let given = others.map { Text.verbatim($0.name) }
    let made =
      definitions.map { Text.verbatim("\($0.name) = \($0.formula.text)") }
      + inputs.compactMap { clause in
        clause.formula.flatMap { $0.text == clause.name ? nil : .verbatim("\(clause.name) = \($0.text)") }
      }
    var said: [Text] = []
    if !given.isEmpty { said.append(Text(nl: "ook gevraagd: ", en: "also asked: ") + .joined(given, by: ", ")) }
    if !made.isEmpty { said.append(Text(nl: "uitgerekend: ", en: "worked out: ") + .joined(made, by: "; ")) }
    return said.isEmpty ? nil : .paragraph(.joined(said, by: "; "))
  }

  /// Says which rules cannot be decided, and why.
  var undecidableRules: Text {
    let rules = undecidable
    let listed = rules.map { String($0 + 1) }.joined(separator: ", ")
    let reasons = Set(rules.flatMap(reasons)).sorted { $0.nl < $1.nl }
    let more = reasons.count > 3 ? Text(nl: " …", en: " …") : .verbatim("")
    return Text(
      nl: rules.count == 1
        ? "regel \(listed) van '\(name)' kan niet beslist worden: "
        : "regels \(listed) van '\(name)' kunnen niet beslist worden: ",
      en: rules.count == 1
        ? "rule \(listed) of '\(name)' cannot be decided: " : "rules \(listed) of '\(name)' cannot be decided: ")
      + .joined(Array(reasons.prefix(3)), by: "; ") + more
  }
}
