@_spi(Host) import WorkbenchKit

/// What the line says is settled of a command, by argument.
struct BallotTold {
  private(set) var words: [String: [String]] = [:]

  /// - Throws: `argument.surplus`, `argument.unknown`.
  init(plain: ArraySlice<String>, named: ArraySlice<String>, of signature: Signature, _ ballot: Ballot) throws {
    let filled = Set(ballot.blanks.map(\.name) + [ballot.role])
    let subjects = ballot.subjects.map(\.name)
    var open = signature.parameters.filter {
      $0.position == .argument && !filled.subtracting(subjects).contains($0.name)
        && ballot.yield != .table(argument: $0.name)
    }.map(\.name)
    // What takes all that remain takes every word from there on.
    var repeated = Set(signature.parameters.filter(\.isRepeated).map(\.name))
    if case .table = ballot.yield {
      open = subjects
      repeated.formUnion(subjects)
    }
    for word in plain {
      guard let argument = open.first else {
        throw Diagnostic(
          "argument.surplus", Text(nl: "'\(word)' is te veel", en: "'\(word)' is too much"),
          wayOut: Text(nl: "zoals: ARGUMENT=WOORD,WOORD", en: "such as: ARGUMENT=WORD,WORD"))
      }
      words[argument, default: []].append(word)
      if !repeated.contains(argument) { open.removeFirst() }
    }
    let known = Set(signature.parameters.map(\.name) + subjects).subtracting(filled.subtracting(subjects))
    var last = ""
    for word in named {
      var values = word[...]
      if let sign = word.firstIndex(of: "=") {
        last = String(word[..<sign])
        values = word[word.index(after: sign)...]
        guard known.contains(last) else { throw Self.unknown(last, known.sorted()) }
      }
      words[last, default: []] += values.split(separator: ",").map { String($0).trimmedOfPadding }.filter {
        !$0.isEmpty
      }
    }
  }

  private static func unknown(_ name: String, _ known: [String]) -> Diagnostic {
    Diagnostic(
      "argument.unknown", Text(nl: "er is hier geen '\(name)'", en: "there is no '\(name)' here"),
      wayOut: Text(nl: "er is: ", en: "there is: ") + .list(known, atMost: 12),
      suggestion: NearestWord.best(name, among: known))
  }
}
