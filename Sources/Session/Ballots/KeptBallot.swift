import WorkbenchKit

/// A ballot as the workspace keeps it: what is asked of whom, by which command, and what was answered.
public struct KeptBallot {
  /// A question: a line of the form.
  struct Question: Hashable {
    /// What it is about: the words by argument, or by column.
    var subject: [String: String]
    /// What is filled in: an argument, or a column.
    var blank: String
    var label: Text
  }

  /// What a role answered.
  struct Taken: Hashable {
    /// The file as it was given.
    var file: String
    var sha256: String
    /// By the number of the question, counted from 1.
    var answers: [Int: Value]
  }

  public let name: String
  /// The words of the command.
  let command: [String]
  /// What is the same for all: the words by argument.
  var told: [String: [String]]
  var questions: [Question] = []
  /// What can be filled in, by argument or column.
  var answers: [String: BallotAnswer] = [:]
  /// Whether what a role gives counts as its share of all that it gives.
  var isInProportion = false
  /// Whether a role that leaves a question open gives it nothing.
  var silenceIsNought = true
  /// Who is asked; nobody where any role may answer.
  var roles: [String] = []
  /// What a role has to give in all; nil for any.
  var total: Double?
  var taken: [String: Taken] = [:]

  init(_ name: String, command: [String], told: [String: [String]]) {
    self.name = name
    self.command = command
    self.told = told
  }

  /// The name of the table that the answers make.
  static func table(of name: String) -> String { "ballot.\(name)" }

  /// Stands in every line of the form: the name, and a sum over what is asked, so that a form of another ballot that was called so
  /// is known.
  var mark: String {
    // FNV-1a.
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in JSON.array([.string(command.joined(separator: " ")), toldJSON, questionsJSON]).canonical.utf8 {
      sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(sum & 0xFF_FFFF, radix: 16)
    return name + "-" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Who was asked and did not answer.
  var open: [String] { roles.filter { taken[$0] == nil } }
}

// MARK: As it is kept

extension KeptBallot: FieldItem {
  public init(_ fields: Fields) throws {
    name = try fields["name"]
    command = try fields["command"]
    told = try fields["told"] ?? [:]
    questions = try fields["questions"]
    answers = try fields["answers"]
    isInProportion = try fields["inProportion"] ?? false
    silenceIsNought = try fields["silenceIsNought"] ?? true
    roles = try fields["roles"] ?? []
    total = try fields["total"]
    taken = try fields["taken"] ?? [:]
    for question in questions where answers[question.blank] == nil {
      throw FieldProblem(Text(nl: "ontbreekt", en: "is missing"), at: ["answers", question.blank])
    }
  }

  var json: JSON {
    var members: [String: JSON] = [
      "name": .string(name), "command": .array(command.map(JSON.string)), "told": toldJSON, "questions": questionsJSON,
      "answers": .object(answers.mapValues(\.json)), "inProportion": .bool(isInProportion),
      "silenceIsNought": .bool(silenceIsNought),
      "roles": .array(roles.map(JSON.string)), "taken": .object(taken.mapValues(\.json)),
    ]
    members["total"] = total.map(JSON.number)
    return .object(members)
  }

  private var toldJSON: JSON { .object(told.mapValues { .array($0.map(JSON.string)) }) }
  private var questionsJSON: JSON { .array(questions.map(\.json)) }

}

extension KeptBallot.Question: FieldItem {
  init(_ fields: Fields) throws {
    subject = try fields["subject"]
    blank = try fields["blank"]
    label = try fields["label"]
  }

  var json: JSON {
    ["subject": .object(subject.mapValues(JSON.string)), "blank": .string(blank), "label": BallotAnswer.json(label)]
  }
}

extension KeptBallot.Taken: FieldItem {
  init(_ fields: Fields) throws {
    file = try fields["file"]
    sha256 = try fields["sha256"]
    let kept: [String: JSON] = try fields["answers"]
    answers = [:]
    for (number, json) in kept {
      guard let number = Int(number), let value: Value = json.number.map({ .number($0) }) ?? json.string.map(Value.text)
      else { throw FieldProblem(Text(nl: "is geen antwoord", en: "is no answer"), at: ["answers", number]) }
      answers[number] = value
    }
  }

  var json: JSON {
    let answers = answers.map { (String($0), $1.number.map(JSON.number) ?? .string($1.plain)) }
    return [
      "file": .string(file), "sha256": .string(sha256),
      "answers": .object(Dictionary(uniqueKeysWithValues: answers)),
    ]
  }
}

// MARK: In the workspace

extension WorkspaceHandle {
  private static let ballots = "ballot."

  /// The names of the ballots, in order.
  public var ballotNames: [String] {
    let beginning = "leerkring/\(Self.ballots)"
    return names(.documents, prefix: beginning).map { String($0.dropFirst(beginning.count)) }
  }

  /// Returns a ballot; nil where there is none of that name.
  ///
  /// - Throws: `document.damaged`.
  public func ballot(_ name: String) throws -> KeptBallot? { try document(Self.ballots + name, as: KeptBallot.self) }

  /// Keeps a ballot.
  func store(_ ballot: KeptBallot) { setDocument(Self.ballots + ballot.name, to: ballot.json) }

  /// Takes a ballot out, with the table of its answers.
  public func dropBallot(_ name: String) throws {
    setDocument(Self.ballots + name, to: nil)
    let table = KeptBallot.table(of: name)
    if try self.table(table) != nil { setTable(table, to: nil) }
  }
}
