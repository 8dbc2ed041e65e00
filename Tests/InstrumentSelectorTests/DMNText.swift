/// Files of DMN in a few words, for tests.
enum DMNText {
  static func file(_ elements: String...) -> String {
    "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"x\">"
      + elements.joined() + "</definitions>"
  }

  static func escaped(_ text: String) -> String {
    text.map { $0 == "<" ? "&lt;" : $0 == ">" ? "&gt;" : $0 == "&" ? "&amp;" : "\($0)" }.joined()
  }

  private static func text(_ name: String, _ text: String) -> String {
    "<\(name)><text>\(escaped(text))</text></\(name)>"
  }

  private static func type(_ type: String?) -> String { type.map { " typeRef=\"\($0)\"" } ?? "" }

  /// - Parameters:
  ///   - inputs: expression and type.
  ///   - outputs: name, type, values and default.
  ///   - rules: the cells, and behind an arrow the outcomes, each parted by `|`.
  static func table(
    _ policy: String, inputs: [(String, String?)], outputs: [(String?, String?, String?, String?)], _ rules: String...
  ) -> String {
    "<decisionTable hitPolicy=\"\(policy)\">"
      + inputs.map { "<input><inputExpression\(type($0.1))><text>\(escaped($0.0))</text></inputExpression></input>" }
      .joined()
      + outputs.map { name, kind, values, fallback in
        "<output\(name.map { " name=\"\($0)\"" } ?? "")\(type(kind))>" + (values.map { text("outputValues", $0) } ?? "")
          + (fallback.map { text("defaultOutputEntry", $0) } ?? "") + "</output>"
      }.joined()
      + rules.map { rule in
        let halves = rule.split(separator: "→").map { $0.split(separator: "|").map { trimmed(String($0)) } }
        return "<rule>" + halves[0].map { text("inputEntry", $0) }.joined()
          + halves[1].map { text("outputEntry", $0) }.joined() + "</rule>"
      }.joined() + "</decisionTable>"
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  static func decision(_ name: String, type kind: String? = nil, _ logic: String) -> String {
    "<decision id=\"i\" name=\"\(name)\"><variable name=\"\(name)\"\(type(kind))/>\(logic)</decision>"
  }

  static func given(_ name: String, _ kind: String) -> String {
    "<inputData name=\"\(name)\"><variable name=\"\(name)\" typeRef=\"\(kind)\"/></inputData>"
  }

  static func model(_ name: String, _ parameters: [(String, String)], _ logic: String) -> String {
    "<businessKnowledgeModel name=\"\(name)\"><encapsulatedLogic>"
      + parameters.map { "<formalParameter name=\"\($0.0)\" typeRef=\"\($0.1)\"/>" }.joined() + logic
      + "</encapsulatedLogic></businessKnowledgeModel>"
  }

  static func literal(_ expression: String) -> String { text("literalExpression", expression) }

  static func invocation(_ model: String, _ bindings: (String, String)...) -> String {
    "<invocation>\(literal(model))"
      + bindings.map { "<binding><parameter name=\"\($0.0)\"/>\(literal($0.1))</binding>" }.joined() + "</invocation>"
  }

  static func context(_ entries: (String, String)..., result: String) -> String {
    "<context>" + entries.map { "<contextEntry><variable name=\"\($0.0)\"/>\($0.1)</contextEntry>" }.joined()
      + "<contextEntry>\(literal(result))</contextEntry></context>"
  }
}
