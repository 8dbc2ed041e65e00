/// The guard at the door by which tables come in: it stops personal data, unless the column is left out or pseudonymised.
///
/// A command that reads files takes `GuardArguments` among its own and makes the guard of what they are given.
public struct Protection {
  /// Columns to leave out.
  public var dropped: [String] = []
  /// Columns whose values get other names.
  public var pseudonymised: [String] = []
  /// Whether the rows are persons, so that a postcode with a house number is refused too.
  public var isOfRespondents = false
  private let pseudonyms: any Pseudonyms
  let place: Place?
  /// Whether the way out can be given to the command itself.
  private let hasFlags: Bool

  fileprivate init() {
    pseudonyms = NoPseudonyms()
    place = nil
    hasFlags = false
  }

  /// Makes a guard whose way out can be given to the command itself.
  ///
  /// - Parameters:
  ///   - dropped: columns to leave out.
  ///   - pseudonymised: columns whose values get other names.
  ///   - isOfRespondents: whether the rows are persons.
  ///   - pseudonyms: what gives the other names.
  ///   - place: where the columns were named.
  public init(
    dropped: [String], pseudonymised: [String], isOfRespondents: Bool = false, pseudonyms: any Pseudonyms, place: Place?
  ) {
    self.dropped = dropped
    self.pseudonymised = pseudonymised
    self.isOfRespondents = isOfRespondents
    self.pseudonyms = pseudonyms
    self.place = place
    hasFlags = true
  }

  /// Passes a table on without what is to be left out, and with pseudonyms where they are asked for.
  ///
  /// - Parameters:
  ///   - table: as it came in.
  ///   - name: what errors call the file.
  /// - Throws: `personal.found` with columns and counts, never with a value; `column.unknown`; `personal.nokey`.
  public func admit(_ table: Table, from name: String) throws -> Table {
    for column in dropped + pseudonymised { _ = try table.require(column, at: place) }
    try demandNames(table.columnNames, of: name)
    var admitted = table.selecting(table.columns.indices.filter { !dropped.contains(table.columns[$0].name) })
    for column in admitted.columns where pseudonymised.contains(column.name) {
      var copy = column
      copy.storage = .texts(
        try (0..<column.count).map { row in column[row].isMissing ? nil : try pseudonym(of: column[row].plain) })
      admitted.set(copy)
    }
    let others = admitted.selecting(
      admitted.columns.indices.filter { !pseudonymised.contains(admitted.columns[$0].name) })
    try demandNone(PersonalData.findings(in: others, isOfRespondents: isOfRespondents), in: name)
    return admitted
  }

  /// Passes on a table that is held already: a guard that was asked for nothing let it in before.
  func admit(held table: Table, from name: String) throws -> Table {
    hasFlags ? try admit(table, from: name) : table
  }

  /// What has to be said beside the result: that pseudonyms of this run mean nothing in the next.
  public var notices: [Notice] {
    guard !pseudonymised.isEmpty, !pseudonyms.areLasting else { return [] }
    return [
      Notice(
        .caution,
        Text(
          nl: "de pseudoniemen gelden alleen in deze sessie: zonder werkruimte wordt de sleutel niet bewaard",
          en: "the pseudonyms hold in this session only: without a workspace their key is not kept"))
    ]
  }

  func pseudonym(of text: String) throws -> String { try pseudonyms.pseudonym(of: text.trimmedOfPadding) }

  // MARK: What stops

  func demandNone(_ findings: [PersonalFinding], in name: String) throws {
    guard !findings.isEmpty else { return }
    let subject = name.isEmpty ? Text(nl: "het bestand", en: "the file") : .verbatim("'\(name)'")
    let listed = { (language: Language) in
      findings.map { finding in
        let count = finding.count
        let times = language == .nl ? "\(count) keer" : count == 1 ? "once" : "\(count) times"
        return "'\(finding.column)' (\(finding.kind.label(language)), \(times))"
      }.joined(separator: ", ")
    }
    var columns: [String] = []
    for finding in findings where !columns.contains(finding.column) { columns.append(finding.column) }
    let drop = Self.flag("drop", columns)
    let pseudonymise = Self.flag("pseudonymise", columns)
    let isOne = columns.count == 1
    throw Diagnostic(
      "personal.found",
      subject
        + Text(
          nl: " bevat persoonsgegevens in \(isOne ? "kolom" : "de kolommen") \(listed(.nl)); er is niets ingelezen",
          en: " holds personal data in \(isOne ? "column" : "columns") \(listed(.en)); nothing was taken in"),
      wayOut: hasFlags
        ? Text(
          nl: "laat weg met \(drop), of geef andere namen met \(pseudonymise)",
          en: "leave out with \(drop), or give other names with \(pseudonymise)")
        : Text(
          nl: "lees het eerst apart, zoals: let t = read BESTAND \(drop), en gebruik dan $t",
          en: "read it apart first, such as: let t = read FILE \(drop), and then use $t"),
      suggestion: drop)
  }

  func demandNames(_ names: [String], of name: String) throws {
    let found = PersonalData.personalNames(names)
    guard let first = found.first else { return }
    let subject = name.isEmpty ? Text(nl: "het bestand", en: "the file") : .verbatim("'\(name)'")
    throw Diagnostic(
      "personal.found",
      subject
        + Text(
          nl: ": waar de naam van kolom \(first.place) hoort, staat \(first.kind.one.nl)",
          en: ": where the name of column \(first.place) should be stands \(first.kind.one.en)"),
      wayOut: Text(
        nl: "zet boven de gegevens een regel met een naam voor elke kolom",
        en: "put a line with a name for each column above the data"))
  }

  /// A flag with these columns as it is typed: `--drop a,b`, and `--drop 'a b' --drop c` where a name needs quotes.
  private static func flag(_ flag: String, _ columns: [String]) -> String {
    let isPlain = columns.allSatisfy { $0.utf8.allSatisfy { $0.isAlphanumeric || $0 == 95 || $0 >= 0x80 } }
    if isPlain { return "--\(flag) \(columns.joined(separator: ","))" }
    return columns.map { column in
      let escaped = column.map { "\"\\$".contains($0) ? "\\\($0)" : "\($0)" }.joined()
      return "--\(flag) " + (column.contains("'") ? "\"\(escaped)\"" : "'\(column)'")
    }.joined(separator: " ")
  }
}

extension CellGuard where Self == Protection {
  /// Lets no personal data through, and leaves nothing out.
  public static var strict: Protection { Protection() }
}
