import WorkbenchKit

/// `wzw scan set`: what one role says of a building block in an area.
struct ScanSetCommand: UntypedCommand {
  let library: Library

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
      parameters: [
        .argument(
          "area", about: Text(nl: "code of naam, ook van een eigen gebied", en: "code or name, an own area's too"),
          candidates: AreaParameters.areaCandidates),
        .argument(
          "block", about: Text(nl: "bouwsteen, zoals wijkservice", en: "building block, such as wijkservice"),
          candidates: ScanWords.blockCandidates(library)),
        .argument(
          "status",
          about: Text(
            nl: "aanwezig, deels, afwezig, onbekend of intrekken", en: "present, partly, absent, unknown or withdraw"),
          candidates: { _ in ScanWords.candidates }),
        Parameter(
          "by", .text, position: .flag, required: true,
          about: Text(
            nl: "de rol die dit zegt: gemeente, corporatie, …", en: "the role that says so: gemeente, corporatie, …"),
          candidates: NeedWords.roleCandidates),
        .flag(
          "owner", .text,
          about: Text(nl: "welke organisatie ervoor zorgt", en: "which organisation sees to it")),
        .flag("evidence", .text, about: Text(nl: "waaruit het blijkt", en: "what shows it")),
      ],
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

  func run(_ call: Call, in context: Context) throws -> Output {
    let area = try AreaSearch(atlas: Atlas(context.workspace)).one(call.text("area") ?? "", at: call.place(of: "area"))
    let block = try ScanWords.block(call, library, context)
    let status = try ScanWords.status(call.text("status") ?? "", at: call.place(of: "status"))
    let role = try NeedWords.role(call.text("by") ?? "", at: call.place(of: "by"))
    let owner = try ScanWords.remark(call.text("owner"), at: call.place(of: "owner"))
    let evidence = try ScanWords.remark(call.text("evidence"), at: call.place(of: "evidence"))

    var scan = try AreaScan(area.code, context.workspace)
    let before = scan.roles
    if status == nil, scan.answers[block.id]?[role] == nil {
      throw nothing(role, block, area, at: call.place(of: "status"))
    }
    scan.set(block.id, status.map { BlockAnswer(status: $0, owner: owner, evidence: evidence) }, by: role)
    try scan.store(in: context.workspace)
    return Output(
      [.table(ScanSheet(try library.blocks(context), scan, name: area.name).table(context, only: [block.id]))]
        + ScanWords.newRole(role, beside: before) + Demo.notice(for: [area]))
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
