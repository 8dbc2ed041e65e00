import Files
import Testing

/// Keyed digests and sealed texts, by published examples.
@Suite struct SecretKeyTests {
  @Test func `the digest is HMAC-SHA256, as Python gives it`() throws {
    // hmac.new(bytes(range(32)), …, 'sha256')
    let key = try #require(
      SecretKey(hexadecimal: (0..<32).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()))
    #expect(
      SHA256.hexadecimal(key.digest(Array("what do ya want for nothing?".utf8)))
        == "099805f4ac310786968565c098db515cc50862b420ae31e20238312344bed36a")
  }

  @Test func `what is sealed is opened by the same key only, and not when it was changed`() {
    let key = SecretKey()
    let message = Array("Jan Voorbeeld".utf8)
    var sealed = key.seal(message)
    #expect(sealed.count == message.count + 16 && sealed == key.seal(message))
    #expect(key.open(sealed) == message)
    #expect(SecretKey().open(sealed) == nil)
    sealed[3] ^= 1
    #expect(key.open(sealed) == nil)
    #expect(key.open([1, 2]) == nil)
    #expect(key.open(key.seal([])) == [])
  }

  @Test func `no two keys are the same`() { #expect(SecretKey() != SecretKey()) }

  @Test(arguments: ["", "0", "zz", String(repeating: "a", count: 62)]) func `no key is read from other digits`(
    text: String
  ) {
    #expect(SecretKey(hexadecimal: text) == nil)
  }
}
