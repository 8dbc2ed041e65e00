import Decisions
import WorkbenchKit

extension DecisionTable {
  /// The name as it is typed: in quotes where it has a blank.
  var typedName: String { Self.typed(name) }

  static func typed(_ name: String) -> String { name.contains(" ") ? "'\(name)'" : name }

  /// The table as it is shown: a column for each input and output, a row for each rule. A screen has cells in words; as FEEL writes
  /// them they stand in every other form.
  ///
  /// - Throws: `knowledge.damaged`.
  func shown(in context: Context) throws -> Table {
    let words = try RuleWord.all(in: context)
    var names = Set((inputs + outputs).map(\.name) + ["rule", "undecidable", "note"])
    func both(_ clause: Clause, _ cells: [String?], _ said: [Text?], header: Text) -> [Column] {
      var name = clause.name + "_label"
      while !names.insert(name).inserted { name += "_" }
      return [
        .texts(clause.name, cells, label: .verbatim(clause.name)).asDetail(),
        .texts(name, said, label: header, in: context),
      ]
    }
    var columns = [
      Column.numbers(
        "rule", rules.indices.map { Double($0 + 1) }, label: .verbatim(policy.rawValue), format: .plain)
    ]
    columns += inputs.enumerated().flatMap { index, clause in
      both(
        clause, rules.map { $0.when[index].feel }, rules.map { $0.when[index].said(words[clause.name] ?? [:]) },
        header: clause.called)
    }
    columns += outputs.enumerated().flatMap { index, clause in
      both(
        clause, rules.map { $0.results[index]?.feel }, rules.map { $0.results[index]?.said(words[clause.name] ?? [:]) },
        header: (clause.label ?? .verbatim(clause.name)) + .verbatim(" →"))
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

extension DecisionTable.Clause {
  /// Its label, with the name behind it as it is typed: `doorzettingsmacht (power)`.
  var called: Text {
    guard let label, label.nl != name || label.en != name else { return .verbatim(name) }
    return label + .verbatim(" (\(name))")
  }
}

extension [DecisionTable.Clause] {
  /// Labels and names after each other.
  var called: Text { .joined(map(\.called)) }
}

/// What a value of an input is called, where the value itself is a word of another plugin's interface.
struct RuleWord: FieldItem {
  private let input: String
  private let value: String
  private let label: Text

  init(_ fields: Fields) throws {
    input = try fields["input"]
    value = try fields["value"]
    label = try fields["label"]
  }

  /// By input, and then by value.
  ///
  /// - Throws: `knowledge.damaged`.
  static func all(in context: Context) throws -> [String: [String: Text]] {
    let words: [RuleWord] = try context.knowledge.items("rules", list: "words", in: context)
    return Dictionary(grouping: words, by: \.input).mapValues { words in
      Dictionary(words.map { ($0.value, $0.label) }, uniquingKeysWith: { first, _ in first })
    }
  }
}
