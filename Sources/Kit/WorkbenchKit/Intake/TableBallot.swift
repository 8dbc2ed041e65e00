extension Ballot {
  /// A question, and the column of its answers: what is asked, and what can be filled in.
  public struct Question: Sendable {
    let name: String
    let question: Text
    let kind: Parameter.Kind
    let scale: [String]

    /// Makes a column.
    ///
    /// - Parameters:
    ///   - name: as the command reads it.
    ///   - question: what is asked there.
    ///   - words: what can be answered, from the least to the most.
    public init(_ name: String, _ question: Text, among words: [Candidate]) {
      self.name = name
      self.question = question
      kind = .choice(words)
      scale = words.map(\.word)
    }
  }

  /// Makes a ballot whose answers are the rows of a table, one for each role and thing that is asked about. The table is kept in
  /// the workspace as `ballot.NAME`.
  ///
  /// - Parameters:
  ///   - table: the argument to which the table is given.
  ///   - role: the column that gets the role.
  ///   - subject: the column of what is asked about; whoever makes the ballot names it.
  ///   - questions: what is filled in of each.
  public init(
    filling table: Argument<TableReference>, of role: String, about subject: String, asking questions: [Question]
  ) {
    self.init(
      yield: .table(argument: table.parameter.name), role: role, subjects: [Subject(subject, takesOwn: true)],
      blanks: questions.map { Blank($0.name, $0.kind, question: $0.question, scale: $0.scale) })
  }
}
