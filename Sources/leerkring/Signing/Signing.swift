import Files
import WorkbenchKit

/// Signs bytes with a person's own key, through `ssh-keygen`.
struct Signing {
  /// The keys that are looked for in `~/.ssh` where none is named.
  private static let usual = ["id_ed25519", "id_ecdsa", "id_ed25519_sk", "id_ecdsa_sk", "id_rsa"]

  private let program: KeyProgram
  private let key: String
  private let asks: Bool

  /// - Parameters:
  ///   - key: the file of a private key, or of a public one whose private half an agent holds; nil for the usual one.
  ///   - asks: whether a person can be asked for a passphrase.
  /// - Throws: `sign.program`, `sign.key`.
  init(key: String?, asks: Bool, _ context: Context) throws {
    program = try KeyProgram(context)
    self.asks = asks
    if let key {
      guard FilePresence.exists(key) else { throw Self.noKey(key) }
      self.key = key
      return
    }
    let home = Environment()["HOME"] ?? ""
    guard let found = Self.usual.map({ "\(home)/.ssh/\($0)" }).first(where: FilePresence.exists) else {
      throw Self.noKey(nil)
    }
    self.key = found
  }

  /// - Returns: the signature as it is written, and what it says of itself.
  /// - Throws: `sign.passphrase`, `sign.agent`, `sign.rights`, `sign.key`, `sign.failed`, `Interrupted`.
  func sign(_ bytes: [UInt8]) throws -> (text: String, signature: FileSignature) {
    // A copy that nobody else can change: what was read is what is signed.
    let place = try PrivatePlace()
    let copy = try place.write(bytes, to: "data")
    let made = place.file("data" + FileSignature.ending)
    let outcome = try program.run(["-Y", "sign", "-f", key, "-n", FileSignature.namespace, copy], asks: asks)
    guard outcome.code == 0, let text = try? String(decoding: DiskFiles().bytes(of: made), as: UTF8.self),
      let signature = FileSignature(text)
    else { throw problem(outcome.errors) }
    return (text, signature)
  }

  private func problem(_ errors: String) -> Diagnostic {
    if errors.contains("passphrase") {
      return Diagnostic(
        "sign.passphrase",
        asks
          ? Text(nl: "de wachtzin van '\(key)' klopt niet", en: "the passphrase of '\(key)' is not right")
          : Text(
            nl: "'\(key)' vraagt een wachtzin, en hier is niemand om die te typen",
            en: "'\(key)' asks for a passphrase, and nobody is here to type it"),
        wayOut: asks
          ? Text(nl: "probeer het nog eens", en: "try it once more")
          : Text(
            nl: "teken aan de prompt, of geef de sleutel aan een agent: ssh-add \(key), en dan --key \(key).pub",
            en: "sign at the prompt, or give the key to an agent: ssh-add \(key), and then --key \(key).pub"))
    }
    if errors.contains("UNPROTECTED") {
      return Diagnostic(
        "sign.rights",
        Text(
          nl: "anderen kunnen '\(key)' lezen, en zo tekent ssh-keygen er niet mee",
          en: "others can read '\(key)', and ssh-keygen does not sign with it so"),
        wayOut: Text(nl: "chmod 600 \(key)", en: "chmod 600 \(key)"))
    }
    if errors.contains("No private key found") || errors.contains("agent") {
      return Diagnostic(
        "sign.agent",
        Text(
          nl: "de geheime helft van '\(key)' ligt er niet naast, en geen agent heeft haar",
          en: "the private half of '\(key)' does not lie beside it, and no agent has it"),
        wayOut: Text(
          nl: "geef haar aan een agent met 'ssh-add', of noem de geheime sleutel zelf met --key",
          en: "give it to an agent with 'ssh-add', or name the private key itself with --key"))
    }
    if errors.contains("load public key") || errors.contains("invalid format") || errors.contains("error in libcrypto")
    {
      return Diagnostic(
        "sign.key", Text(nl: "'\(key)' is geen sleutel van ssh", en: "'\(key)' is no key of ssh"),
        wayOut: Self.makeOne)
    }
    return KeyProgram.failed(errors)
  }

  private static func noKey(_ path: String?) -> Diagnostic {
    Diagnostic(
      "sign.key",
      path.map { Text(nl: "'\($0)' is er niet", en: "'\($0)' is not there") }
        ?? Text(nl: "in ~/.ssh ligt geen sleutel van u", en: "no key of yours lies in ~/.ssh"), wayOut: makeOne)
  }

  private static let makeOne = Text(
    nl: "noem een sleutel met --key BESTAND, of maak er een met: ssh-keygen -t ed25519",
    en: "name a key with --key FILE, or make one with: ssh-keygen -t ed25519")
}
