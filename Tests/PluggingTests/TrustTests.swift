import Testing

@testable import Plugging

@Suite struct TrustTests {
  private func isTrusted(owner: UInt32, group: UInt32 = 50, mode: UInt32, privateGroup: Bool = false) -> Bool {
    let facts = Trust.Facts(owner: owner, group: group, mode: mode)
    return (try? Trust.check("file", facts, user: 1000) { _, _ in privateGroup }) != nil
  }

  @Test func whatBelongsToTheUserOrRootIsTrusted() {
    #expect(isTrusted(owner: 1000, mode: 0o755))
    #expect(isTrusted(owner: 0, mode: 0o755))
    #expect(!isTrusted(owner: 1001, mode: 0o755))
    #expect(!isTrusted(owner: 65534, mode: 0o500))
  }

  @Test func whatOthersMayWriteToIsNotTrusted() {
    #expect(!isTrusted(owner: 1000, mode: 0o757))
    #expect(!isTrusted(owner: 0, mode: 0o1777))
  }

  @Test func aGroupMayWriteOnlyIfItIsTheUsersOwn() {
    #expect(!isTrusted(owner: 1000, mode: 0o775))
    #expect(isTrusted(owner: 1000, mode: 0o775, privateGroup: true))
  }

  @Test func theGroupOfRootIsPrivateToRootAndNoOtherGroupIs() throws {
    // 0 and its group are the same in every system that this runs on; 100 (users) is nobody's own.
    #expect(!Trust.isPrivateGroup(100, of: 0))
  }
}
