import WorkbenchKit

extension Registry {
  /// A word that may come next.
  struct NextWord {
    let word: String
    let about: Text?
    /// The word beside it for which it is another name; nil where it is no other name.
    let twin: String?
    /// What the word itself stands for, if it is a whole path.
    let registration: Registration?
    /// Whether a stage that takes a table can begin so.
    let takesTable: Bool
    /// Whether a line can begin so.
    let startsLine: Bool

    var isAlias: Bool { twin != nil }
  }

  /// The words that may follow these, other names left out, for a person to choose from.
  public func candidates(after path: [String]) -> [Candidate] {
    nextWords(after: path).filter { !$0.isAlias }.map { Candidate($0.word, $0.about) }
  }

  /// The words that may follow these, with what they are for; modules are not loaded for it.
  func nextWords(after path: [String]) -> [NextWord] {
    var node = root
    for (depth, word) in path.enumerated() {
      guard let next = node.next[word] ?? aliased(word, at: depth) else { return [] }
      node = next
    }
    var words = node.next.map { word, next in nextWord(word, next, depth: path.count) }
    if path.isEmpty {
      for promise in promises.values where node.next[promise.noun] == nil {
        words.append(Self.promised(promise.noun, promise.summary, twin: nil))
      }
      for (alias, noun) in promisedAliases where node.next[alias] == nil {
        words.append(Self.promised(alias, nounSummaries[noun], twin: noun))
      }
    }
    if path.count == 1, node.registration?.signature.path == ["to"] {
      for (form, about) in forms.promisedSinks where node.next[form] == nil {
        words.append(
          NextWord(word: form, about: about, twin: nil, registration: nil, takesTable: true, startsLine: false))
      }
    }
    return words.sorted { $0.word < $1.word }
  }

  private func nextWord(_ word: String, _ node: Node, depth: Int) -> NextWord {
    var inputs: Set<Signature.Input> = []
    var path: [String] = []
    func visit(_ node: Node) {
      if let registration = node.registration {
        inputs.insert(registration.signature.input)
        if path.isEmpty { path = registration.signature.path }
      }
      for next in node.next.values { visit(next) }
    }
    visit(node)
    let verbs = node.next.filter { !$0.value.isAlias }.keys.sorted().joined(separator: ", ")
    return NextWord(
      word: word,
      about: node.registration?.signature.summary ?? (depth == 0 ? nounSummaries[word] : nil) ?? .verbatim(verbs),
      twin: node.isAlias ? (path.indices.contains(depth) ? path[depth] : "") : nil, registration: node.registration,
      takesTable: inputs.contains { $0 != .none }, startsLine: inputs.contains { $0 != .required })
  }

  private static func promised(_ word: String, _ about: Text?, twin: String?) -> NextWord {
    NextWord(word: word, about: about, twin: twin, registration: nil, takesTable: false, startsLine: true)
  }
}
