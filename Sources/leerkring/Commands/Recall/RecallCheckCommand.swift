import Files
import Session
import WorkbenchKit

/// `recall check PAGE`
struct RecallCheckCommand: HostCommand {
  struct Arguments: Sendable {
    let page = Argument("page", .file, about: Text(nl: "de pagina", en: "the page"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "recall check",
    aliases: ["terugroepen controleer"],
    summary: Text(nl: "op welke bestanden een pagina rust", en: "on which files a page rests"),
    details: Text(
      nl:
        "Een pagina die 'to html' of 'notebook export' schreef, draagt de digests van haar bestanden; wat de werkruimte als teruggetrokken kent, staat erbij.",
      en:
        "A page that 'to html' or 'notebook export' wrote carries the digests of its files; what the workspace knows as withdrawn is told."
    ),
    readsWholeWorkspace: true,
    examples: [
      Signature.Example("recall check blad.html", Text(nl: "een pagina", en: "a page")),
      Signature.Example(
        "recall check buurten.csv", Text(nl: "geen pagina", en: "no page"), failsWith: "recall.page"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let place = given.place(of: \.page)
    let bytes = try given.checking(\.page) { try context.files.read($0, at: place).bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    guard PageFiles.isOurs(text) else {
      throw Diagnostic(
        "recall.page",
        Text(nl: "'\(given.page)' is geen pagina van leerkring", en: "'\(given.page)' is no page of leerkring"),
        wayOut: Text(
          nl: "noem een bestand dat 'to html' of 'notebook export' schreef",
          en: "name a file that 'to html' or 'notebook export' wrote"),
        place: place)
    }
    let files = PageFiles.read(text)
    let recalled = session.recalledSources
    let because = files.map { file in recalled.first { $0.isRecalled(file.sha256) }?.because }
    let cited = recalled.filter { !$0.publications.isEmpty && PageFiles.cites($0.name, in: text) }
    let count = because.count { $0 != nil } + cited.count
    var facts = Facts(isDetail: true)
    facts.add("files", files.count, label: Text(nl: "bestanden", en: "files"))
    facts.add("recalled", count, label: Text(nl: "teruggetrokken", en: "withdrawn"))
    var blocks: [Block] = [.facts(facts)]
    if files.isEmpty {
      blocks.append(
        .caution(
          nl: "de pagina noemt geen bestanden: zij rust op geen, of is door een oudere leerkring geschreven",
          en: "the page names no files: it rests on none, or was written by an older leerkring"))
    } else {
      blocks.append(
        .table(
          Table(columns: [
            .texts("file", files.map(\.name), label: Text(nl: "bestand", en: "file")),
            .texts("sha256", files.map(\.sha256), label: .verbatim("SHA-256")),
            .texts("recalled", because, label: Text(nl: "teruggetrokken", en: "withdrawn")),
          ])))
    }
    blocks += cited.map {
      .warning(
        nl: "de pagina steunt op '\($0.name)', die is teruggetrokken: \($0.because)",
        en: "the page rests on '\($0.name)', which was withdrawn: \($0.because)")
    }
    blocks.append(
      count == 0
        ? .info(
          nl: "niets hiervan is in deze werkruimte teruggetrokken", en: "none of it was withdrawn in this workspace")
        : .warning(
          nl: "de pagina rust op wat is teruggetrokken", en: "the page rests on what was withdrawn"))
    return Output(blocks)
  }
}
