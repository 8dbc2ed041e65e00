import Files
import WorkbenchKit

/// Holds a signature against the bytes that lie in a file now, through `ssh-keygen`.
struct Verifying {
  let signature: FileSignature
  /// Whose key it is by the list of who may sign; nil where no list was given.
  private(set) var signer: String?

  /// - Parameters:
  ///   - file: what was signed, as a person calls it.
  ///   - text: of the signature, which lies in `path`.
  ///   - key: the fingerprint that it has to be of; nil for any.
  ///   - signers: the list of who may sign (`ssh-keygen(1)`, ALLOWED SIGNERS); nil for none.
  /// - Throws: `sign.program`, `verify.form`, `verify.namespace`, `verify.changed`, `verify.key`, `verify.signers`, `Interrupted`.
  init(
    _ bytes: [UInt8], of file: String, text: String, at path: String, key: String?, signers: String?, _ context: Context
  ) throws {
    guard let signature = FileSignature(text) else {
      throw Diagnostic(
        "verify.form", Text(nl: "'\(path)' is geen handtekening", en: "'\(path)' is no signature"),
        wayOut: Text(nl: "teken opnieuw met: workspace sign \(file)", en: "sign again with: workspace sign \(file)"))
    }
    self.signature = signature
    guard signature.namespace == FileSignature.namespace else {
      throw Diagnostic(
        "verify.namespace",
        Text(
          nl: "de handtekening is gezet voor '\(signature.namespace)', en niet voor '\(FileSignature.namespace)'",
          en: "the signature was set for '\(signature.namespace)', and not for '\(FileSignature.namespace)'"),
        wayOut: Text(nl: "teken met: workspace sign \(file)", en: "sign with: workspace sign \(file)"))
    }
    let program = try KeyProgram(context)
    let place = try PrivatePlace()
    let (data, copy) = (try place.write(bytes, to: "data"), try place.write(Array(text.utf8), to: "sig"))
    let use = ["-n", FileSignature.namespace, "-s", copy]
    guard try program.run(["-Y", "check-novalidate"] + use, input: data).code == 0 else {
      throw Diagnostic(
        "verify.changed",
        Text(
          nl: "'\(file)' is niet wat met \(signature.fingerprint) is getekend: er is iets aan veranderd",
          en: "'\(file)' is not what was signed with \(signature.fingerprint): something of it was changed"),
        wayOut: Text(
          nl: "vraag wie tekende om het bestand van toen, of om een nieuwe handtekening",
          en: "ask who signed for the file of then, or for a new signature"))
    }
    if let key, key != signature.fingerprint {
      throw Diagnostic(
        "verify.key",
        Text(
          nl: "'\(file)' is getekend met \(signature.fingerprint), en niet met \(key)",
          en: "'\(file)' was signed with \(signature.fingerprint), and not with \(key)"),
        wayOut: Text(nl: "vraag wie tekende naar diens vingerafdruk", en: "ask who signed for the fingerprint"))
    }
    guard let signers else { return }
    let found = try program.run(["-Y", "find-principals", "-s", copy, "-f", signers])
    guard found.code == 0, let name = found.output.split(whereSeparator: \.isNewline).first.map(String.init) else {
      throw Diagnostic(
        "verify.key",
        Text(
          nl: "de sleutel \(signature.fingerprint) staat niet in '\(signers)'",
          en: "the key \(signature.fingerprint) does not stand in '\(signers)'"),
        wayOut: Text(
          nl: "een regel daarin is: NAAM ssh-ed25519 AAAA…", en: "a line in it is: NAME ssh-ed25519 AAAA…"))
    }
    let held = try program.run(["-Y", "verify", "-f", signers, "-I", name] + use, input: data)
    guard held.code == 0 else {
      throw Diagnostic(
        "verify.signers",
        Text(
          nl: "'\(signers)' laat deze sleutel hier niet toe: voor een ander gebruik, of niet meer geldig",
          en: "'\(signers)' does not allow this key here: for another use, or no longer valid"),
        wayOut: Text(
          nl: "kijk in de lijst naar namespaces en valid-before", en: "look in the list at namespaces and valid-before")
      )
    }
    signer = name
  }
}
