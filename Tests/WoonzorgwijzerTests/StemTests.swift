import TestSupport
import Testing

@testable import Woonzorgwijzer

/// Columns are found by their name or its stem, the first word first, whatever the table is asked.
@Suite struct StemTests {
  private static let parts = [
    "Aantal inwoners (aantal)", "AantalInwoners_5", "aantalinwoners", "Codering (code)", "Codering_3", "x", "X_1",
    "65+",
  ]

  @Test func `the first column that fits is the one that a search word by word finds`() {
    var generator = SeededGenerator(5)
    for _ in 0..<500 {
      let names = (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
        Self.parts.randomElement(using: &generator)
      }
      let words = (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in
        (Self.parts + ["AantalInwoners", "codering"]).randomElement(using: &generator)
      }
      var expected: Int?
      for word in words where expected == nil {
        expected =
          names.firstIndex { $0.lowercased() == word.lowercased() }
          ?? names.firstIndex { Stem.of($0).lowercased() == word.lowercased() }
      }
      #expect(Stem.index(of: words, in: names) == expected, "\(words) in \(names)")
      for word in words {
        let all = names.indices.filter { Stem.index(of: [word], in: [names[$0]]) != nil }
        #expect(StemmedNames(names).places(of: word) == all)
      }
    }
  }

  @Test(arguments: [
    ("Aantal inwoners (aantal)", "AantalInwoners"), ("Bevolking/65 jaar of ouder (%)", "k_65JaarOfOuder"),
    ("Regiocode (gemeente, wijk, buurt) (code)", "Regiocode"), ("mannen_en vrouwen", "MannenEnVrouwen"),
    ("Hoogbegaafd één", "HoogbegaafdEen"), ("12 jaar", "k_12Jaar"), ("p&q", "PQ"),
  ])
  func `the key of a title is its words, each with a capital`(_ title: String, _ key: String) {
    #expect(Stem.of(title) == key)
  }
}
