import Files
import Session
import WorkbenchKit

/// `workspace verify [FILE] [--signature FILE] [--key KEY] [--signers FILE]`
struct WorkspaceVerifyCommand: HostCommand {
  struct Arguments: Sendable {
    let file = SignedFile.argument
    let signature = Argument(
      flag: "signature", .file,
      about: Text(nl: "de handtekening; anders BESTAND.sig", en: "the signature; else FILE.sig"))
    let key = Argument(
      flag: "key", .words,
      about: Text(
        nl: "met welke sleutel het getekend moet zijn: een vingerafdruk SHA256:… of een openbare sleutel",
        en: "with which key it has to be signed: a fingerprint SHA256:… or a public key"))
    let signers = Argument(
      flag: "signers", .file,
      about: Text(
        nl: "de lijst van wie mag tekenen, zoals git en ssh-keygen die kennen (allowed signers)",
        en: "the list of who may sign, as git and ssh-keygen know it (allowed signers)"))
  }

  static let arguments = Arguments()

  let file: OpenWorkspace

  let signature = Signature(
    "workspace verify",
    aliases: ["werkruimte toets"],
    summary: Text(
      nl: "houd een bestand tegen de handtekening die ernaast ligt", en: "hold a file against the signature beside it"),
    details: Text(
      nl: """
        Eén veranderde byte is genoeg om het af te wijzen. Een handtekening die klopt zegt dat wie deze sleutel heeft, deze bytes tekende: \
        niet wie dat is, niet wanneer, en niet dat klopt wat erin staat. Wie de sleutel heeft, zegt een lijst van --signers, of de \
        vingerafdruk die u van de ander zelf kreeg (--key).
        """,
      en: """
        One changed byte is enough to refuse it. A signature that holds says that who has this key signed these bytes: not who that is, not \
        when, and not that what stands in it is right. Who has the key is said by a list of --signers, or by the fingerprint that you got \
        from the other person (--key).
        """),
    examples: [
      Signature.Example("workspace verify blad.md", Text(nl: "een notitieboek", en: "a notebook")),
      Signature.Example(
        "workspace verify buurten.csv",
        Text(nl: "waar geen handtekening naast ligt", en: "with no signature beside it"),
        failsWith: "verify.missing"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let signed = try SignedFile(given.file, of: file, in: session, at: given.place)
    let bytes = try given.checking(\.file) { _ in try DiskFiles().bytes(of: signed.path) }
    let path = given.signature ?? signed.signature
    guard FilePresence.exists(path) else {
      throw Diagnostic(
        "verify.missing", Text(nl: "'\(path)' is er niet", en: "'\(path)' is not there"),
        wayOut: Text(
          nl: "leg de handtekening ernaast, noem haar met --signature, of teken met: workspace sign",
          en: "put the signature beside it, name it with --signature, or sign with: workspace sign"),
        place: given.place(of: \.file))
    }
    let text = String(decoding: try given.checking(\.signature) { _ in try DiskFiles().bytes(of: path) }, as: UTF8.self)
    let key = try given.checking(\.key) { try $0.map(Self.fingerprint) }
    if let signers = given.signers { _ = try given.checking(\.signers) { _ in try DiskFiles().bytes(of: signers) } }
    let found: Verifying
    do {
      found = try Verifying(
        bytes, of: signed.path, text: text, at: path, key: key, signers: given.signers, context)
    } catch let error as Diagnostic { throw error.at(given.place(of: \.file)) }
    return Output(told(found, signed, named: key != nil))
  }

  /// The fingerprint of a key, which is given itself or as a file of its public half.
  private static func fingerprint(_ key: String) throws -> String {
    if key.hasPrefix("SHA256:") { return key }
    // A private key is read by nobody but ssh-keygen, not even to say that it is one.
    guard key.hasSuffix(".pub"),
      let found = FileSignature.fingerprint(ofKey: String(decoding: try DiskFiles().bytes(of: key), as: UTF8.self))
    else {
      throw Diagnostic(
        "verify.keyform",
        Text(
          nl: "'\(key)' is geen openbare sleutel en geen vingerafdruk",
          en: "'\(key)' is no public key and no fingerprint"),
        wayOut: Text(
          nl: "noem het bestand dat op .pub eindigt, of SHA256:…", en: "name the file that ends in .pub, or SHA256:…"))
    }
    return found
  }

  private func told(_ found: Verifying, _ signed: SignedFile, named: Bool) -> [Block] {
    let fingerprint = found.signature.fingerprint
    var facts = Facts(isDetail: true)
    facts.add("file", .text(signed.path), label: Text(nl: "bestand", en: "file"))
    facts.add("fingerprint", .text(fingerprint), label: Text(nl: "vingerafdruk", en: "fingerprint"))
    if let signer = found.signer {
      facts.add("signer", .text(signer), label: Text(nl: "wie tekende", en: "who signed"))
    }
    let whose =
      found.signer.map {
        Text(nl: ", volgens uw lijst de sleutel van '\($0)'", en: ", by your list the key of '\($0)'")
      }
      ?? (named ? Text(nl: ", de sleutel die u noemde", en: ", the key that you named") : .verbatim(""))
    var blocks: [Block] = [
      .paragraph(
        Text(
          nl: "'\(signed.path)' is byte voor byte wat is getekend\(whose.nl).",
          en: "'\(signed.path)' is byte for byte what was signed\(whose.en).")), .facts(facts),
    ]
    if found.signer == nil, !named {
      blocks.append(
        .caution(
          nl: "wie deze sleutel heeft, is hiermee niet gezegd: vergelijk \(fingerprint) met wat de ander u zelf gaf",
          en: "who has this key is not said by that: compare \(fingerprint) with what the other person gave you"))
    }
    if signed.missing > 0 {
      blocks.append(
        .caution(
          nl: "de laatste stappen van deze werkruimte staan nog niet in het bestand, en zijn niet getekend",
          en: "the last steps of this workspace are not in the file yet, and are not signed"))
    }
    blocks.append(
      .info(
        nl: "een handtekening zegt niet wanneer is getekend, en niet dat klopt wat erin staat",
        en: "a signature does not say when it was set, nor that what was signed is right"))
    return blocks
  }
}
