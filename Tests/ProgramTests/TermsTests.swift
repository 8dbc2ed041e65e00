import Testing

/// The Dutch of everything a person reads keeps to the list of terms.
@Suite struct TermsTests {
  /// What is read by people: texts in Swift, the knowledge of the plugins, the notebooks.
  private static let files = ["Sources", "Plugins", "Notebooks"].flatMap {
    HouseSources.files(in: $0, endings: [".swift", ".json", ".md"])
  }

  @Test func `what nobody would say stands nowhere, and each term of the trade somewhere`() {
    #expect(Self.files.contains { $0.hasSuffix(".json") } && Self.files.contains { $0.hasSuffix(".md") })
    let terms = DutchTerm.kept + DutchTerm.mended
    let never = terms.flatMap { term in term.never.map { (term, $0, WrittenWords($0)) } }
    var missing = DutchTerm.kept.map { ($0.said, WrittenWords($0.said)) }
    var typed = terms.reduce(into: Set<String>()) { $0.formUnion($1.typedIn) }
    for path in Self.files {
      let words = WrittenWords(HouseSources.text(path))
      let known = Set(words.words.lazy.map(\.text))
      for (term, phrase, wanted) in never where known.contains(wanted.words[0].text) {
        let lines = words.lines(with: wanted)
        if term.typedIn.contains(path), lines.count == 1 {
          typed.remove(path)
          continue
        }
        for line in lines { Issue.record("\(path):\(line): “\(phrase)”; say “\(term.said)”") }
      }
      missing.removeAll { known.contains($0.1.words[0].text) && !words.lines(with: $0.1).isEmpty }
    }
    #expect(missing.map(\.0) == [], "terms that no text uses")
    #expect(typed == [], "files that no longer hold the typed word")
  }

  @Test func `each term stands in the list once, and none is forbidden by another`() {
    let terms = DutchTerm.kept + DutchTerm.mended
    let never = terms.flatMap(\.never)
    #expect(Set(terms.map(\.said)).count == terms.count && Set(never).count == never.count)
    for term in terms {
      #expect(!term.never.isEmpty, "\(term.said)")
      for phrase in never { #expect(WrittenWords(term.said).lines(with: WrittenWords(phrase)) == [], "\(term.said)") }
    }
  }

  @Test func `words are found over ends of lines, quotes and joined strings, and only whole`() {
    let text = """
      nl: "zij zijn Zonder "
        + "graad; zonder
        graadmeter" // ongelijken, één gelijken
      """
    let words = WrittenWords(text)
    #expect(words.lines(with: WrittenWords("zonder graad")) == [1])
    #expect(words.lines(with: WrittenWords("gelijken")) == [3])
    #expect(words.lines(with: WrittenWords("één gelijken")) == [3])
    #expect(words.lines(with: WrittenWords("gelijken er")) == [] && words.lines(with: WrittenWords("")) == [])
  }
}
