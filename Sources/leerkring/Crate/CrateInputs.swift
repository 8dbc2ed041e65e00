import Crates
import Files
import Session
@_spi(Host) import WorkbenchKit

/// Which of the files that runs rest on travel with a crate, and which stay and leave their digest.
///
/// What ships with a plugin travels, and what a publication with an open licence is the whole source of; of anything else only what a
/// person names. Files in which rows are persons, or in which something is hidden, never do.
struct CrateInputs {
  let session: Session
  let context: Context
  let places: FilePlaces
  /// The folders with the data of plugins.
  let pluginData: [String]
  /// The way to files as the lines saw them.
  let files: any FileAccess

  private static let open = ["CC0", "CC BY", "CC-BY", "PDM", "ODC-BY", "PUBLIC DOMAIN"]

  /// - Parameter taken: what a person named, by digest.
  /// - Throws: `Interrupted`.
  func inputs(of runs: [CrateRun], taking taken: Set<String>) throws -> [CrateInput] {
    let licences = Self.licences(of: runs)
    let guarded = Set(
      runs.filter { ([$0.line] + $0.needs).contains(where: Self.isGuarded) }.flatMap(\.inputs).map(\.sha256))
    let shipping = Dictionary(grouping: pluginData.flatMap { Self.files(under: $0) }, by: InputName.of)
    var seen: Set<String> = []
    return try runs.flatMap(\.inputs).filter { seen.insert($0.sha256).inserted }.map { input in
      try context.checkInterrupt()
      let name = session.redacted(InputName.of(input.path))
      func made(_ way: CrateInput.Way) -> CrateInput {
        CrateInput(name: name, sha256: input.sha256, licence: licences[input.sha256], way: way)
      }
      // Wherever this machine last saw the same bytes.
      let shipped = content(of: input, in: shipping[InputName.of(input.path)] ?? [], through: DiskFiles())
      let (isShipped, found) = (shipped != nil, shipped ?? bytes(of: input))
      guard isShipped || taken.contains(input.sha256) || licences[input.sha256] != nil,
        isShipped || !guarded.contains(input.sha256)
      else { return made(.stays(guarded.contains(input.sha256) ? .persons : .unlicensed)) }
      guard let found else { return made(.stays(.missing)) }
      if !isShipped {
        guard let isOfPersons = try isOfPersons(found.path) else { return made(.stays(.unchecked)) }
        if isOfPersons { return made(.stays(.persons)) }
      }
      return made(mayHoldHidden(found.bytes) ? .stays(.hidden) : .travels(found.bytes))
    }
  }

  /// Whether something hidden stands in a file, or may: what is no text cannot be looked through.
  private func mayHoldHidden(_ bytes: [UInt8]) -> Bool {
    guard let redactor = session.redactor, !redactor.isEmpty else { return false }
    return String(validating: bytes, as: UTF8.self).map { session.outgoing($0).hidden > 0 } ?? true
  }

  /// Whether a reading left columns out or gave them other names, and so says itself that there was something personal.
  private static func isGuarded(_ line: String) -> Bool {
    ["--drop", "--pseudonymise", "--persons yes"].contains { line.contains($0) }
  }

  /// The digests of files that a person wants to take along.
  ///
  /// - Throws: `crate.take` where no run rests on one, `crate.persons`, `file.*`.
  func digests(of paths: [String], at place: (Int) -> Place?, among runs: [CrateRun]) throws -> Set<String> {
    let known = Set(runs.flatMap(\.inputs).map(\.sha256))
    var digests: Set<String> = []
    for (index, path) in paths.enumerated() {
      let file = try DiskFiles().read(path, at: place(index))
      guard known.contains(file.sha256) else {
        throw Diagnostic(
          "crate.take",
          Text(
            nl: "op '\(path)', zoals het nu is, rust hier niets", en: "nothing here rests on '\(path)' as it is now"),
          wayOut: Text(nl: "'recall list' toont waarop alles rust", en: "'recall list' shows what all rests on"),
          place: place(index))
      }
      guard let isOfPersons = try isOfPersons(RealPath.of(path) ?? path) else {
        throw Diagnostic(
          "crate.take",
          Text(
            nl: "'\(path)' is geen tabel, en of er iets persoonlijks in staat is niet na te kijken",
            en: "'\(path)' is no table, and whether anything personal stands in it cannot be looked at"),
          wayOut: Text(nl: "laat het bij de digest: zonder --take", en: "leave it at its digest: without --take"),
          place: place(index))
      }
      if isOfPersons {
        throw Diagnostic(
          "crate.persons",
          Text(nl: "in '\(path)' is elke rij een persoon", en: "in '\(path)' each row is a person"),
          wayOut: Text(
            nl: "zo'n bestand gaat nooit mee; de digest ervan wel, zonder --take",
            en: "such a file never travels; its digest does, without --take"), place: place(index))
      }
      digests.insert(file.sha256)
    }
    return digests
  }

  /// Whether rows of a file are persons, or anything personal stands in it; nil where it is no table.
  private func isOfPersons(_ path: String) throws -> Bool? {
    do {
      // What is noted of it belongs to no line.
      let table = try TableIntake().take(path, at: nil, in: session.looking()).table
      return table.persons != nil || PersonalData.isOfPersons(table, dropped: [], pseudonymised: [])
    } catch let error as Diagnostic {
      return error.code == "personal.found" ? true : nil
    }
  }

  private func bytes(of input: InputFile) -> (path: String, bytes: [UInt8])? {
    content(of: input, in: [places[input.sha256], input.path].compactMap { $0 }, through: files)
  }

  /// The first of some places where a file has the digest that was noted.
  private func content(
    of input: InputFile, in places: [String], through files: any FileAccess
  ) -> (path: String, bytes: [UInt8])? {
    for path in places {
      guard let file = try? files.read(path, at: nil), file.sha256 == input.sha256 else { continue }
      return (path, file.bytes)
    }
    return nil
  }

  /// The files of a plugin's data, in folders of folders too.
  private static func files(under folder: String, depth: Int = 3) -> [String] {
    guard depth > 0 else { return [] }
    return FilePath.names(in: folder).flatMap { entry -> [String] in
      let path = "\(folder)/\(entry)"
      return entry.contains(".") ? [path] : files(under: path, depth: depth - 1)
    }
  }

  /// The open licences of files, by digest: of those of a line that a plugin did alone, where it cites as many publications as it read
  /// files and all of them have one. Figures of one's own are cited as such, without a licence.
  private static func licences(of runs: [CrateRun]) -> [String: String] {
    runs.reduce(into: [:]) { licences, run in
      guard let result = run.result, result.owner != nil, !run.line.contains("|"),
        let first = result.provenance.sources.first?.licence,
        result.provenance.sources.count >= result.provenance.inputs.count,
        result.provenance.sources.allSatisfy({ isOpen($0.licence) })
      else { return }
      for input in result.provenance.inputs { licences[input.sha256] = first }
    }
  }

  private static func isOpen(_ licence: String?) -> Bool {
    guard let licence = licence?.uppercased() else { return false }
    // What may not be changed or sold is not open.
    return open.contains(where: licence.hasPrefix) && !licence.contains("NC") && !licence.contains("ND")
  }
}
