import CNettle

/// A random key of 256 bits, for digests that nobody else can make and texts that nobody else can read.
public struct SecretKey: Sendable, Hashable {
  public let bytes: [UInt8]

  /// Makes a new one from the operating system's generator.
  public init() {
    var random = SystemRandomNumberGenerator()
    bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  /// Reads 64 hexadecimal digits.
  public init?(hexadecimal text: String) {
    guard let bytes = Self.bytes(hexadecimal: text), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Returns the HMAC-SHA256 (RFC 2104) of a message: 32 bytes.
  public func digest(_ message: [UInt8]) -> [UInt8] {
    var context = hmac_sha256_ctx()
    nettle_hmac_sha256_set_key(&context, bytes.count, bytes)
    nettle_hmac_sha256_update(&context, message.count, message)
    return [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { buffer, count in
      nettle_hmac_sha256_digest(&context, Int(SHA256_DIGEST_SIZE), buffer.baseAddress)
      count = Int(SHA256_DIGEST_SIZE)
    }
  }

  private static let nonce: [UInt8] = [1]

  /// Returns a message that only this key opens (AES-SIV, RFC 5297): the same message the same bytes, sixteen longer.
  public func seal(_ message: [UInt8]) -> [UInt8] {
    var context = cipher
    let length = message.count + Int(SIV_DIGEST_SIZE)
    return [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      nettle_siv_cmac_aes128_encrypt_message(
        &context, Self.nonce.count, Self.nonce, 0, nil, length, buffer.baseAddress, message)
      count = length
    }
  }

  /// Returns the message that was sealed, or nil where another key sealed it or it was changed.
  public func open(_ sealed: [UInt8]) -> [UInt8]? {
    let length = sealed.count - Int(SIV_DIGEST_SIZE)
    guard length >= 0 else { return nil }
    var context = cipher
    var isGenuine = false
    let message = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      let result = nettle_siv_cmac_aes128_decrypt_message(
        &context, Self.nonce.count, Self.nonce, 0, nil, length, buffer.baseAddress, sealed)
      isGenuine = result == 1
      count = length
    }
    return isGenuine ? message : nil
  }

  /// The key of the cipher is not the key of the digests.
  private var cipher: siv_cmac_aes128_ctx {
    var context = siv_cmac_aes128_ctx()
    nettle_siv_cmac_aes128_set_key(&context, digest(Array("seal".utf8)))
    return context
  }

  /// Reads pairs of hexadecimal digits.
  public static func bytes(hexadecimal text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit - 48
    case 97...102: digit - 87
    case 65...70: digit - 55
    default: nil
    }
  }
}
