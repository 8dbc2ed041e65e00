import WorkbenchKit

/// `wzw scan set`: what one role says of a building block in an area.
struct ScanSetCommand: Command {
  struct Arguments: Sendable {
    let area = AreaArgument(about: CircleArguments.aboutBlockArea)
    let block = CircleArguments.block
    let status = Argument(
      "status", .named(.status),
      about: Text(
        nl: "aanwezig, deels, afwezig, onbekend of intrekken", en: "present, partly, absent, unknown or withdraw"),
      candidates: { _ in StatusAnswer.all.map { Candidate($0.names.first ?? $0.id, $0.label) } })
    let by = CircleArguments.role()
    let owner = Argument(
      flag: "owner", .words, about: Text(nl: "welke organisatie ervoor zorgt", en: "which organisation sees to it"))
    let evidence = Argument(flag: "evidence", .words, about: Text(nl: "waaruit het blijkt", en: "what shows it"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw scan set",
      aliases: ["wzw scan zet"],
      summary: Text(
        nl: "leg vast of een bouwsteen er volgens een rol is",
        en: "keep whether a building block is there according to a role"),
      details: Text(
        nl:
          "Elke rol houdt haar eigen stand; een nieuwe vervangt de vorige van dezelfde rol, ook eigenaar en bewijs. 'intrekken' neemt haar terug.",
        en:
          "Each role keeps a status of its own; a new one replaces the former of the same role, owner and evidence too. 'withdraw' takes it back."
      ),
      changesWorkspace: true,
      examples: [
        .init(
          "wzw scan set WK990101 wijkservice deels --by gemeente --owner welzijn --evidence 'open op twee dagen'",
          Text(nl: "de gemeente over één bouwsteen", en: "the municipality on one block")),
        .init(
          "wzw scan set WK990101 wijkservice half --by gemeente",
          Text(nl: "een stand die er niet is", en: "a status that is not there"), failsWith: "status.unknown"),
        .init(
          "wzw scan set WK990101 zwembad afwezig --by gemeente",
          Text(nl: "een bouwsteen die er niet is", en: "a block that is not there"), failsWith: "block.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let area = try given.area.found(in: Atlas(context.workspace))
    let block = try given.block.item(in: context)
    let status = try given.status.item(in: context).status
    var scans = try AreaScans(context.workspace)
    if status == nil, scans[area.code].answer(block.id, by: given.by) == nil {
      throw nothing(given.by, block, area, at: given.place(of: \.status))
    }
    let said = { (words: String?) in words.map(\.trimmedOfPadding).flatMap { $0.isEmpty ? nil : $0 } }
    let answer = status.map { BlockAnswer(status: $0, owner: said(given.owner), evidence: said(given.evidence)) }
    scans[area.code].set(block.id, answer, by: given.by)
    try scans.store(in: context.workspace)
    let sheet = ScanSheet(try context.serviceArea.blocks, scans[area.code], name: area.name)
    return Output([.table(sheet.table(context, only: [block.id]))] + Demo.notice(for: [area]))
  }

  private func nothing(_ role: String, _ block: ServiceBlock, _ area: Area, at place: Place?) -> Diagnostic {
    Diagnostic(
      "scan.none",
      Text(
        nl: "'\(role)' zei in '\(area.name)' niets over '\(block.id)'",
        en: "'\(role)' said nothing of '\(block.id)' in '\(area.name)'"),
      wayOut: Text(nl: "'wzw scan' toont wat er is gezegd", en: "'wzw scan' shows what was said"), place: place)
  }
}
