/// Decides for a file as a whole which mark is before decimals and which parts thousands.
///
/// What is given goes before; then a column that proves its marks settles the others; columns of which it is known that they
/// hold whole numbers, or fractions, settle what is left. Else three digits behind the only mark are doubt.
struct MarkDecision: Sendable, Hashable {
  /// Of what nothing contradicts.
  private(set) var mark = DecimalMark.point
  /// Whether the cells, what was given or what is known of the columns settled it.
  private(set) var isCertain = false
  /// By column.
  private(set) var marks: [NumberMarks]
  /// Columns with numbers of which it remains open which they are.
  private(set) var doubtful: [Int] = []
  /// Two columns, or a column twice, that prove one mark and the other; nil where none do.
  private(set) var contradiction: Contradiction?

  struct Contradiction: Hashable {
    let comma: Int
    let point: Int
  }

  /// - Parameters:
  ///   - evidence: by column.
  ///   - whole: columns in which nobody writes three decimals: counts, and amounts of money.
  ///   - fractions: columns in which nobody writes thousands.
  ///   - amidWords: columns that are numbers though most of their cells may be words.
  ///   - commaPartsCells: whether the comma is the sign between cells, so that it is hardly the one before decimals.
  init(
    _ evidence: [NumberEvidence], given: GivenMarks = GivenMarks(), whole: Set<Int> = [], fractions: Set<Int> = [],
    amidWords: Set<Int> = [], commaPartsCells: Bool = false
  ) {
    marks = []
    if let decimal = given.impliedDecimal {
      (mark, isCertain) = (decimal, true)
      marks = evidence.map { _ in NumberMarks(decimal: decimal, thousands: given.thousands) }
      return
    }
    let named = whole.union(fractions).union(amidWords)
    let numeric = evidence.indices.filter { evidence[$0].isNumeric || named.contains($0) }
    let proven = numeric.filter { Self.proof(evidence[$0]) != nil }
    let known = numeric.filter { Self.proof(evidence[$0]) == nil }.reduce(into: [Int: DecimalMark]()) { known, column in
      known[column] = Self.known(evidence[column], isWhole: whole.contains(column), fractions.contains(column))
    }
    if let found = Self.majority(proven.map { evidence[$0] }) ?? Self.agreed(known.values)
      ?? Self.beside(evidence, numeric, given)
    {
      (mark, isCertain) = (found, true)
    } else {
      let commas = numeric.contains { evidence[$0].doubts(of: .comma) > 0 }
      let points = numeric.contains { evidence[$0].doubts(of: .point) > 0 }
      mark = commas && !commaPartsCells && !points ? .comma : .point
    }
    contradiction = Self.contradiction(evidence, numeric, known)
    marks = evidence.indices.map { column in
      NumberMarks(decimal: Self.proof(evidence[column]) ?? known[column] ?? mark, thousands: given.thousands)
    }
    // A text that is one by chance does not read otherwise than its file.
    for column in evidence.indices where !numeric.contains(column) { marks[column].decimal = mark }
    let isOpen = !isCertain || contradiction != nil
    doubtful = numeric.filter { column in
      isOpen && Self.proof(evidence[column]) == nil && known[column] == nil
        && DecimalMark.allCases.contains { evidence[column].doubts(of: $0) > 0 }
    }
  }

  /// What the cells of a column prove, most of them where they contradict each other.
  private static func proof(_ evidence: NumberEvidence) -> DecimalMark? {
    let (commas, points) = (evidence.proofs(of: .comma), evidence.proofs(of: .point))
    return commas == points ? nil : commas > points ? .comma : .point
  }

  private static func majority(_ evidence: [NumberEvidence]) -> DecimalMark? {
    let commas = evidence.reduce(0) { $0 + $1.proofs(of: .comma) }
    let points = evidence.reduce(0) { $0 + $1.proofs(of: .point) }
    return commas == 0 && points == 0 ? nil : commas > points ? .comma : .point
  }

  /// What three digits behind the only mark are where it is known what the column holds.
  private static func known(_ evidence: NumberEvidence, isWhole: Bool, _ isFraction: Bool) -> DecimalMark? {
    guard isWhole != isFraction else { return nil }
    let seen = DecimalMark.allCases.filter { evidence.doubts(of: $0) > 0 }
    guard seen.count == 1 else { return nil }
    return isWhole ? seen[0].other : seen[0]
  }

  private static func agreed(_ marks: some Collection<DecimalMark>) -> DecimalMark? {
    Set(marks).count == 1 ? marks.first : nil
  }

  /// Blanks or apostrophes part the thousands, or nothing does: then the only other mark is before decimals.
  private static func beside(_ evidence: [NumberEvidence], _ numeric: [Int], _ given: GivenMarks) -> DecimalMark? {
    let others = [ThousandsMark.space, .apostrophe, .nothing].contains { $0 == given.thousands }
    guard others || numeric.contains(where: { evidence[$0][.blank] + evidence[$0][.apostrophe] > 0 }) else {
      return nil
    }
    let seen = DecimalMark.allCases.filter { mark in numeric.contains { evidence[$0].doubts(of: mark) > 0 } }
    return seen.count == 1 ? seen[0] : nil
  }

  private static func contradiction(
    _ evidence: [NumberEvidence], _ numeric: [Int], _ known: [Int: DecimalMark]
  ) -> Contradiction? {
    func first(_ mark: DecimalMark) -> Int? {
      numeric.first { evidence[$0].proofs(of: mark) > 0 } ?? known.filter { $0.value == mark }.keys.min()
    }
    guard let comma = first(.comma), let point = first(.point) else { return nil }
    return Contradiction(comma: comma, point: point)
  }
}
