import Files
import Testing

@Suite struct SHA256Tests {
  @Test func `digests of FIPS 180-4: nothing, abc, and a million times a`() {
    #expect(SHA256.hex([UInt8]()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SHA256.hex(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(SHA256.hex(million) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `a stream gives the digest of its pieces put together`() {
    var stream = SHA256()
    stream.update(Array("a".utf8))
    stream.update([UInt8]())
    stream.update(Array("bc".utf8)[...])
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(SHA256.hexadecimal(stream.digest()) == expected)
  }
}
