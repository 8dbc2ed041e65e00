import Files
import Session
import WorkbenchKit

/// `workspace sign [FILE] [--key KEY]`
struct WorkspaceSignCommand: HostCommand {
  struct Arguments: Sendable {
    let file = SignedFile.argument
    let key = Argument(
      flag: "key", .file,
      about: Text(
        nl: "uw sleutel, of de openbare helft van een die een agent heeft; anders de gewone in ~/.ssh",
        en: "your key, or the public half of one that an agent has; else the usual one in ~/.ssh"))
  }

  static let arguments = Arguments()

  let file: OpenWorkspace
  /// Whether a person can be asked for a passphrase.
  let asks: () -> Bool

  let signature = Signature(
    "workspace sign",
    aliases: ["werkruimte onderteken"],
    summary: Text(nl: "onderteken een bestand met uw eigen ssh-sleutel", en: "sign a file with your own ssh key"),
    details: Text(
      nl: """
        Getekend worden de bytes van het bestand zoals het er nu ligt: van een werkruimte, een notitieboek of wat dan ook. De handtekening \
        komt ernaast in BESTAND.sig, en het bestand zelf verandert niet. Wat later wordt bewaard, moet opnieuw worden getekend. Het tekenen \
        doet ssh-keygen; dit programma leest de sleutel niet.
        """,
      en: """
        Signed are the bytes of the file as it lies there now: of a workspace, a notebook or anything else. The signature comes beside it \
        in FILE.sig, and the file itself does not change. What is saved later has to be signed again. The signing is done by ssh-keygen; \
        this program does not read the key.
        """),
    examples: [
      Signature.Example("workspace sign blad.md --key sleutel", Text(nl: "een notitieboek", en: "a notebook")),
      Signature.Example(
        "workspace sign nergens.md --key sleutel",
        Text(nl: "een bestand dat er niet is", en: "a file that is not there"),
        failsWith: "file.missing"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let signed = try SignedFile(given.file, of: file, in: session, at: given.place)
    let bytes = try given.checking(\.file) { _ in try DiskFiles().bytes(of: signed.path) }
    guard signed.missing == 0 else {
      throw Diagnostic(
        "sign.unsaved",
        Text(
          nl: "'\(signed.path)' heeft de laatste stappen nog niet, en wordt zo niet getekend",
          en: "'\(signed.path)' does not have the last steps yet, and is not signed so"),
        wayOut: Text(nl: "bewaar eerst met: save", en: "save first with: save"), place: given.place)
    }
    try demandOurs(signed.signature, at: given.place(of: \.file))
    let made = try given.checking(\.key) { try Signing(key: $0, asks: asks(), context).sign(bytes) }
    // By no way that takes hidden words out: a signature with other signs is none.
    try DiskFiles().write(Array(made.text.utf8), to: signed.signature, at: given.place)
    var facts = Facts(isDetail: true)
    facts.add("file", .text(signed.path), label: Text(nl: "bestand", en: "file"))
    facts.add("signature", .text(signed.signature), label: Text(nl: "handtekening", en: "signature"))
    facts.add("fingerprint", .text(made.signature.fingerprint), label: Text(nl: "vingerafdruk", en: "fingerprint"))
    facts.add("sha256", .text(SHA256.hex(bytes)), label: .verbatim("SHA-256"))
    return Output([
      .paragraph(
        Text(
          nl: "'\(signed.path)' is getekend, met de handtekening in '\(signed.signature)'.",
          en: "'\(signed.path)' is signed, with the signature in '\(signed.signature)'.")),
      .facts(facts),
      .info(
        nl: "geef wie toetst uw vingerafdruk langs een andere weg: \(made.signature.fingerprint)",
        en: "give who verifies your fingerprint by another way: \(made.signature.fingerprint)"),
    ])
  }

  /// A signature of before is written over, and nothing else.
  private func demandOurs(_ path: String, at place: Place?) throws {
    guard FilePresence.exists(path) else { return }
    let old = (try? DiskFiles().bytes(of: path)).map { String(decoding: $0.prefix(64), as: UTF8.self) } ?? ""
    guard !old.hasPrefix(FileSignature.head) else { return }
    throw Diagnostic(
      "sign.exists",
      Text(nl: "'\(path)' is er al, en is geen handtekening", en: "'\(path)' is there already, and is no signature"),
      wayOut: Text(nl: "geef dat bestand een andere naam", en: "give that file another name"), place: place)
  }
}
