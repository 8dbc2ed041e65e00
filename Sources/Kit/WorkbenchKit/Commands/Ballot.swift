/// What a ballot asks of many roles by a command: which of its arguments each role fills in, about what, and which names
/// the role. What can be filled in, the arguments say themselves by their kinds.
///
///     static var ballot: Ballot? { Ballot(sharing: arguments.dots, of: arguments.by) }
///     static var ballot: Ballot? { Ballot(asking: arguments.value, about: [.init(arguments.precondition)], of: arguments.by) }
public struct Ballot: Sendable {
  /// What becomes of what a role fills in.
  @_spi(Host) public enum Yield: Sendable, Hashable {
    /// A call of the command for each answer.
    case values
    /// A call of the command with all answers as `key=value` of one argument.
    case pairs
    /// Rows of a table that is given to the command as this argument.
    case table(argument: String)
  }

  /// What questions are about: an argument, or a column, whose words are asked about one by one.
  public struct Subject: Sendable {
    /// Of the argument, or of the column.
    @_spi(Host) public let name: String
    /// The words that are asked about where a ballot names none; empty for all that can be named.
    @_spi(Host) public let usual: [String]
    /// The only words that can be asked about; nil for all.
    @_spi(Host) public let among: [String]?
    /// Whether a ballot may name words that the command does not offer.
    @_spi(Host) public let takesOwn: Bool

    /// Makes a subject of an argument of the command.
    ///
    /// - Parameters:
    ///   - argument: its words are asked about.
    ///   - usual: the words that are asked about where a ballot names none; empty for all that the argument offers.
    ///   - among: the only words that can be asked about; nil for all.
    public init<Value>(_ argument: Argument<Value>, usually usual: [String] = [], among: [String]? = nil) {
      self.init(argument.parameter.name, usual: usual, among: among)
    }

    init(_ name: String, usual: [String] = [], among: [String]? = nil, takesOwn: Bool = false) {
      self.name = name
      self.usual = usual
      self.among = among
      self.takesOwn = takesOwn
    }
  }

  /// What is filled in: an argument, or a column of a table.
  @_spi(Host) public struct Blank: Sendable {
    /// Of the argument, or of the column.
    public let name: String
    /// What is asked there, where the subject alone does not say it.
    public let question: Text?
    /// What can be filled in.
    public let kind: Parameter.Kind
    /// The words of the answer from the least to the most; empty where they have no order.
    public let scale: [String]
    /// Words that can be answered besides.
    public let besides: [String]

    init(_ name: String, _ kind: Parameter.Kind, question: Text? = nil, scale: [String] = [], besides: [String] = []) {
      self.name = name
      self.kind = kind
      self.question = question
      self.scale = scale
      self.besides = besides
    }
  }

  /// What becomes of what a role fills in.
  @_spi(Host) public let yield: Yield
  /// The argument, or the column, that gets the role.
  @_spi(Host) public let role: String
  /// What questions are about; of more than one each word goes with each of the others.
  @_spi(Host) public let subjects: [Subject]
  /// What is filled in, for each thing that is asked about.
  @_spi(Host) public let blanks: [Blank]
  /// Whether what a role gives counts as its share of all that it gives.
  @_spi(Host) public let isInProportion: Bool
  /// Whether a role that leaves one open gives it nothing.
  @_spi(Host) public private(set) var silenceIsNought = true
  /// Where answers count as they are given all the same: what the argument was told.
  @_spi(Host) public private(set) var exception: (argument: String, words: [String])?

  init(yield: Yield, role: String, subjects: [Subject], blanks: [Blank], isInProportion: Bool = false) {
    self.yield = yield
    self.role = role
    self.subjects = subjects
    self.blanks = blanks
    self.isInProportion = isInProportion
  }

  /// Makes a ballot in which an argument is filled in, once for each subject.
  ///
  /// - Parameters:
  ///   - answer: what is filled in.
  ///   - subjects: what is asked about; of more than one each word goes with each of the others.
  ///   - role: the argument that names who answers.
  ///   - scale: the words of the answer from the least to the most; empty where they have no order.
  ///   - besides: words that can be answered besides.
  public init<Value, Role>(
    asking answer: Argument<Value>, about subjects: [Subject], of role: Argument<Role>, scale: [String] = [],
    besides: [String] = []
  ) {
    let parameter = answer.parameter
    self.init(
      yield: .values, role: role.parameter.name, subjects: subjects,
      blanks: [Blank(parameter.name, parameter.stated, scale: scale, besides: besides)])
  }

  /// Makes a ballot in which the values of `key=value` are filled in; the keys that completion offers are the questions.
  ///
  /// - Parameters:
  ///   - answers: the pairs.
  ///   - subjects: what is asked about besides; each word gets all keys.
  ///   - role: the argument that names who answers.
  ///   - takesOwn: whether a ballot may name keys that the command does not offer.
  public init<Element, Role>(
    asking answers: Argument<[Pair<Element>]>, about subjects: [Subject] = [], of role: Argument<Role>,
    takesOwn: Bool = false
  ) {
    self.init(pairs: answers.parameter, subjects, role.parameter, takesOwn: takesOwn, isInProportion: false)
  }

  /// Makes a ballot in which the values of `key=value` are filled in, each of which counts as its share of all that a role
  /// gives: dots, weights.
  ///
  /// - Parameters:
  ///   - answers: the pairs.
  ///   - subjects: what is asked about besides; each word gets all keys.
  ///   - role: the argument that names who answers.
  ///   - takesOwn: whether a ballot may name keys that the command does not offer.
  ///   - silenceIsNought: whether what a role leaves open gets nothing; else it is not known what it gets.
  public init<Element, Role>(
    sharing answers: Argument<[Pair<Element>]>, about subjects: [Subject] = [], of role: Argument<Role>,
    takesOwn: Bool = false, silenceIsNought: Bool = true
  ) {
    self.init(pairs: answers.parameter, subjects, role.parameter, takesOwn: takesOwn, isInProportion: true)
    self.silenceIsNought = silenceIsNought
  }

  /// Returns the ballot with answers that count as they were given where an argument is told one of these words: ranks.
  ///
  /// - Parameters:
  ///   - argument: what settles it.
  ///   - words: the words of the argument.
  public func asGiven<Value>(where argument: Argument<Value>, is words: [String]) -> Ballot {
    var copy = self
    copy.exception = (argument.parameter.name, words)
    return copy
  }

  private init(
    pairs: Parameter, _ subjects: [Subject], _ role: Parameter, takesOwn: Bool, isInProportion: Bool
  ) {
    self.init(
      yield: .pairs, role: role.name, subjects: subjects + [Subject(pairs.name, takesOwn: takesOwn)],
      blanks: [Blank(pairs.name, pairs.stated)], isInProportion: isInProportion)
  }
}

extension Parameter {
  /// The words that can be given, a pair's keys without their sign.
  @_spi(Host) public func offered(in context: Context) -> [Candidate] {
    if case .choice(let words) = kind { return words }
    return (candidates?(context) ?? []).map {
      $0.word.hasSuffix("=") ? Candidate(String($0.word.dropLast()), $0.about) : $0
    }
  }

  /// Returns what a word names, by the command's own rule where it has one, else among the words that are offered; nil where
  /// nothing says what can be named.
  ///
  /// - Throws: what looking it up throws; `argument.choice` for a word that is not offered.
  @_spi(Host) public func named(_ word: String, in context: Context) throws -> Candidate? {
    if let find { return try find(word, context) }
    let offered = offered(in: context)
    if offered.isEmpty { return nil }
    let wanted = word.foldedForLookup
    let found =
      offered.first { $0.word == word }
      ?? offered.first { candidate in
        ([candidate.word] + (candidate.about.map { [$0.nl, $0.en] } ?? [])).contains { $0.foldedForLookup == wanted }
      }
    if let found { return found }
    let words = offered.map(\.word)
    throw Diagnostic(
      "argument.choice", Text(nl: "'\(word)' past niet bij '\(name)'", en: "'\(word)' does not fit '\(name)'"),
      wayOut: Text(nl: "een van: ", en: "one of: ") + .list(words, atMost: 12),
      suggestion: NearestWord.best(word, among: words))
  }
}
