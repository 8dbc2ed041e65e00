extension Table {
  /// Reads columns of texts that hold numbers as a file's are read: JSON writes amounts as texts, and a table that was typed
  /// may have them.
  ///
  /// - Parameters:
  ///   - columns: those to look at; one whose texts are not all numbers, or are codes (`0344`), stays what it is.
  ///   - marks: what is known of the signs within numbers; nil where the line does not take `--decimal` and `--thousands`.
  ///   - whole: those of them in which nobody writes three decimals: counts, and amounts of money.
  ///   - partly: those of them in which a text that is no number is missing, for a caller that counts what is missing.
  /// - Returns: the table, and what has to be said about it.
  public func readingNumbers(
    of columns: [Int], marks: GivenMarks? = GivenMarks(), whole: [Int] = [], partly: [Int] = []
  ) -> (table: Table, notices: [Notice]) {
    let texts = columns.filter { self.columns[$0].texts != nil && self.columns[$0].withheld.isEmpty }
    let evidence = texts.map { index in
      var evidence = NumberEvidence()
      for (row, text) in (self.columns[index].texts ?? []).enumerated() {
        Self.bytes(of: text) { evidence.look(at: $0, row: row) }
      }
      return evidence
    }
    let decision = MarkDecision(
      evidence, given: marks ?? GivenMarks(), whole: Set(texts.indices.filter { whole.contains(texts[$0]) }),
      amidWords: Set(texts.indices.filter { partly.contains(texts[$0]) }))
    var copy = self
    var taken: [Int] = []
    for (place, index) in texts.enumerated() {
      guard let numbers = Self.numbers(self.columns[index], decision.marks[place], partly: partly.contains(index))
      else { continue }
      let column = self.columns[index]
      copy.set(
        .numbers(
          column.name, numbers, label: column.label, unit: column.unit ?? evidence[place].unit, format: column.format))
      taken.append(place)
    }
    let notices = NumberNotices(
      names: texts.map { self.columns[$0].name }, evidence: evidence, decision: decision,
      cell: { row, place in self.columns[texts[place]].texts?[row] ?? "" }, hasFlags: marks != nil)
    return (copy, notices.notices(of: taken))
  }

  /// Nil where a text is no number, unless that may be.
  private static func numbers(_ column: Column, _ marks: NumberMarks, partly: Bool) -> [Double]? {
    var numbers: [Double] = []
    for text in column.texts ?? [] {
      let (number, isCode) = bytes(of: text) { (WrittenNumber($0, marks: marks), WrittenNumber.isCode($0)) }
      if isCode, !partly { return nil }
      switch number {
      case .missing: numbers.append(.nan)
      case .number(let value): numbers.append(value)
      case .unreadable:
        guard partly else { return nil }
        numbers.append(.nan)
      }
    }
    return numbers
  }

  private static func bytes<Result>(of text: String?, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var trimmed = (text ?? "").trimmedOfPadding
    return trimmed.withUTF8(body)
  }
}
