import Files
import Notebooks
import WorkbenchKit

/// A signature as `ssh-keygen -Y sign` writes it: what it says of itself, before anything was held against it.
///
/// Source: OpenSSH, PROTOCOL.sshsig. It is told from it with which key and for which use a file was signed; whether that is true, the
/// program `ssh-keygen` says.
struct FileSignature {
  /// For what we sign: a signature for another use is none of a file here.
  static let namespace = "leerkring"
  /// What stands behind the path of a file that was signed.
  static let ending = ".sig"

  static let head = "-----BEGIN SSH SIGNATURE-----"
  private static let foot = "-----END SSH SIGNATURE-----"

  let namespace: String
  /// `SHA256:` and 43 signs, as ssh prints it.
  let fingerprint: String

  /// - Returns: nil for what is no signature.
  init?(_ text: String) {
    guard let start = text.firstRange(of: Self.head), let end = text[start.upperBound...].firstRange(of: Self.foot),
      let bytes = Base64.bytes(text[start.upperBound..<end.lowerBound]),
      bytes.starts(with: Array("SSHSIG".utf8))
    else { return nil }
    var rest = bytes.dropFirst(6)
    guard Self.number(&rest) == 1, let key = Self.string(&rest), let use = Self.string(&rest),
      let namespace = String(validating: use, as: UTF8.self)
    else { return nil }
    self.namespace = namespace
    fingerprint = Self.fingerprint(of: Array(key))
  }

  /// The fingerprint of a public key: a file of one line, `ssh-ed25519 AAAA…`; nil for anything else.
  static func fingerprint(ofKey line: String) -> String? {
    let words = line.split(whereSeparator: \.isWhitespace)
    return words.count >= 2 ? Base64.bytes(words[1]).map(fingerprint) : nil
  }

  private static func fingerprint(of key: [UInt8]) -> String {
    var stream = SHA256()
    stream.update(key)
    return "SHA256:" + String(Base64.text(stream.digest()).prefix { $0 != "=" })
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.count >= 4 else { return nil }
    defer { rest = rest.dropFirst(4) }
    return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  private static func string(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let count = number(&rest), count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
