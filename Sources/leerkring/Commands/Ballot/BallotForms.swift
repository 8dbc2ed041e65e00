import Session
import WorkbenchKit

extension ArgumentKind where Element == String {
  /// The name of a ballot that is there.
  static var ballot: ArgumentKind { .name.offering { $0.workspace.ballotNames.map { Candidate($0) } } }
}

extension Given {
  /// Returns the ballot that an argument names.
  ///
  /// - Throws: `ballot.unknown`.
  func ballot(_ argument: KeyPath<Arguments, Argument<String>>, in context: Context) throws -> KeptBallot {
    try checking(argument) { name in
      if let ballot = try context.workspace.ballot(name) { return ballot }
      let known = context.workspace.ballotNames
      throw Diagnostic(
        "ballot.unknown", Text(nl: "er is geen stembiljet '\(name)'", en: "there is no ballot '\(name)'"),
        wayOut: known.isEmpty
          ? Text(nl: "maak er een met 'ballot new'", en: "make one with 'ballot new'")
          : Text(nl: "er is: ", en: "there is: ") + .list(known),
        suggestion: NearestWord.best(name, among: known))
    }
  }
}

/// The forms of a ballot as files: one to be filled in by anybody, or one for each role.
struct BallotForms {
  let ballot: KeptBallot
  let roles: [String]
  let path: String
  let place: Place?

  /// Writes them, and returns their paths; a file with other bytes stays as it is.
  ///
  /// - Throws: `ballot.file`, `file.*`; then none was written that was not there.
  func write(in context: Context) throws -> [String] {
    let form = try BallotFile(named: path, at: place)
    let files = (roles.isEmpty ? [nil] : roles.map(Optional.some)).map { role in
      (path: role.map(path(for:)) ?? path, bytes: ballot.form(for: role, as: form, context.language))
    }
    guard Set(files.map(\.path)).count == files.count else {
      throw Diagnostic(
        "ballot.file",
        Text(nl: "twee rollen zouden hetzelfde bestand krijgen", en: "two roles would get the same file"), place: place)
    }
    for file in files where FilePresence.exists(file.path) {
      guard let there = try? context.files.read(file.path, at: place), there.bytes == file.bytes else {
        throw Diagnostic(
          "ballot.file", Text(nl: "'\(file.path)' bestaat al", en: "'\(file.path)' exists already"),
          wayOut: Text(
            nl: "het kan ingevuld zijn; geef een andere naam met --to BESTAND",
            en: "it may be filled in; give another name with --to FILE"), place: place)
      }
    }
    for file in files { try context.files.write(file.bytes, to: file.path, at: place) }
    return files.map(\.path)
  }

  /// `urgentie-gemeente.csv` beside `urgentie.csv`.
  private func path(for role: String) -> String {
    let dot = path.lastIndex(of: ".") ?? path.endIndex
    return path[..<dot] + "-" + Slug.of(role) + path[dot...]
  }

  /// Says where they are and how they come back.
  static func said(_ paths: [String], of ballot: KeptBallot) -> Notice {
    let questions = Text.counted(
      ballot.questionCount, Text(nl: "vraag", en: "question"), Text(nl: "vragen", en: "questions"))
    let files = Text.list(paths, atMost: 6)
    return .info(
      nl: "stembiljet '\(ballot.name)' met \(questions.nl) staat in: \(files.nl)",
      en: "ballot '\(ballot.name)' with \(questions.en) stands in: \(files.en)")
  }
}
