import Session
import WorkbenchKit

/// `redact clean`
struct RedactCleanCommand: HostCommand {
  let signature = Signature(
    "redact clean",
    aliases: ["afschermen schoon"],
    summary: Text(
      nl: "haalt afgeschermde woorden uit wat de werkruimte al bevatte",
      en: "takes hidden words out of what the workspace held already"),
    details: Text(
      nl:
        "Vervangt ze in alle delen van deze tak; wat er stond is alleen nog verzegeld bewaard, met de sleutel van deze computer. De stappen ervoor bevatten ze nog: 'workspace compact' en 'save' halen ze van de schijf.",
      en:
        "Replaces them in all parts of this branch; what stood there is kept sealed only, with the key of this computer. The steps before still hold them: 'workspace compact' and 'save' take them off the disk."
    ),
    changesWorkspace: true,
    examples: [Signature.Example("redact clean", Text(nl: "in alle delen", en: "in all parts"))])

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    let changes = try session.cleanedParts()
    for (name, part) in changes { context.workspace.setPart(name, to: part) }
    let parts = Text.counted(changes.count, Text(nl: "deel", en: "part"), Text(nl: "delen", en: "parts"))
    return Output([
      .info(
        nl: "\(parts.nl) geschoond; 'workspace compact' en 'save' halen ook de stappen ervoor van de schijf",
        en: "\(parts.en) cleaned; 'workspace compact' and 'save' take the steps before off the disk too")
    ])
  }
}
