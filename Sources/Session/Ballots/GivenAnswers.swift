@_spi(Host) import WorkbenchKit

extension KeptBallot {
  /// What the command is told, call by call, for what a role answered.
  func calls(_ ballot: Ballot, _ answers: [Int: Value], by role: String) -> [[String: [Value]]] {
    let answered = answers.sorted { $0.key < $1.key }.map { (question: questions[$0.key - 1], value: $0.value) }
    var shared = told.mapValues { $0.map(Value.text) }
    shared[ballot.role] = [.text(role)]
    guard ballot.yield == .pairs, let pairs = ballot.blanks.first?.name else {
      return answered.map { question, value in
        var call = shared.merging(question.subject.mapValues { [.text($0)] }) { $1 }
        call[question.blank] = [value]
        return call
      }
    }
    var calls: [(subject: [String: String], pairs: [Value])] = []
    for (question, value) in answered {
      var subject = question.subject
      guard let key = subject.removeValue(forKey: pairs) else { continue }
      let pair = Value.list([.text(key), value])
      if let index = calls.firstIndex(where: { $0.subject == subject }) {
        calls[index].pairs.append(pair)
      } else {
        calls.append((subject, [pair]))
      }
    }
    return calls.map { call in
      var given = shared.merging(call.subject.mapValues { [.text($0)] }) { $1 }
      given[pairs] = call.pairs
      return given
    }
  }

  /// The answers of all roles as the table that the command reads: a row for each role and thing that was asked about.
  func table(_ ballot: Ballot) -> Table {
    guard let subject = ballot.subjects.first?.name else { return Table(columns: []) }
    var things: [String] = []
    for question in questions {
      if let thing = question.subject[subject], !things.contains(thing) { things.append(thing) }
    }
    let rows = taken.keys.sorted().flatMap { role in things.map { (role: role, thing: $0) } }
    let blanks = ballot.blanks.map { blank in
      Column.texts(
        blank.name,
        rows.map { row in
          let index = questions.firstIndex { $0.blank == blank.name && $0.subject[subject] == row.thing }
          return index.flatMap { taken[row.role]?.answers[$0 + 1]?.plain }
        })
    }
    return Table(columns: [.texts(ballot.role, rows.map(\.role)), .texts(subject, rows.map(\.thing))] + blanks)
  }
}
