import WorkbenchKit

extension Registry {
  /// A word that may come next.
  struct NextWord {
    let word: String
    let about: Text?
    let isAlias: Bool
    /// What the word itself stands for, if it is a whole path.
    let registration: Registration?
    /// Whether a stage that takes a table can begin so.
    let takesTable: Bool
    /// Whether a line can begin so.
    let startsLine: Bool
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
    var words = node.next.map { word, next in nextWord(word, next, isFirst: path.isEmpty) }
    if path.isEmpty {
      for promise in promises.values where node.next[promise.noun] == nil {
        words.append(Self.promised(promise.noun, promise.summary, isAlias: false))
      }
      for (alias, noun) in promisedAliases where node.next[alias] == nil {
        words.append(Self.promised(alias, nounSummaries[noun], isAlias: true))
      }
    }
    return words.sorted { $0.word < $1.word }
  }

  private func nextWord(_ word: String, _ node: Node, isFirst: Bool) -> NextWord {
    var inputs: Set<Signature.Input> = []
    func visit(_ node: Node) {
      if let registration = node.registration { inputs.insert(registration.signature.input) }
      for next in node.next.values { visit(next) }
    }
    visit(node)
    let verbs = node.next.filter { !$0.value.isAlias }.keys.sorted().joined(separator: ", ")
    return NextWord(
      word: word,
      about: node.registration?.signature.summary ?? (isFirst ? nounSummaries[word] : nil) ?? .verbatim(verbs),
      isAlias: node.isAlias, registration: node.registration,
      takesTable: inputs.contains { $0 != .none }, startsLine: inputs.contains { $0 != .required })
  }

  private static func promised(_ word: String, _ about: Text?, isAlias: Bool) -> NextWord {
    NextWord(word: word, about: about, isAlias: isAlias, registration: nil, takesTable: false, startsLine: true)
  }
}
