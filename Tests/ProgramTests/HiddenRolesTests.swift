import TestSupport
import Testing

/// What each role said stays unseen where a circle hides it, in every plugin and in ballots.
@Suite struct HiddenRolesTests {
  @Test func `a ballot says who answered and where the middle lies, not who said what`() throws {
    let room = BallotRoom()
    for line in [
      "kring new Lindehof", "stelling add regie een", "stelling add geld twee",
      "ballot new b stelling say answers=regie,geld --by gemeente,corporatie",
    ] { room.run(line) }
    room.fill("b-gemeente.csv", as: "a.csv", ["4", "1"])
    room.fill("b-corporatie.csv", as: "b.csv", ["5", "5"])
    #expect(room.run("ballot take a.csv b.csv").code == 0)
    #expect(room.run("ballot show b").output.contains("high_roles"))
    #expect(room.run("set kring.show-roles off").code == 0)
    let shown = room.run("ballot show b")
    #expect(
      shown.output.contains("\"middle\"") && !shown.output.contains("high") && !shown.output.contains("low_roles"))
    #expect(!shown.output.contains("corporatie helemaal"))
    for line in ["stelling agree", "stelling say regie=3 --by gemeente"] {
      #expect(!room.run(line).output.contains("corporatie"), "\(line)")
    }
  }

  @Test func `one limit for small counts holds for every plugin that has none of its own`() throws {
    let room = BallotRoom()
    #expect(room.run("set circle.suppress-below").output.contains("\"circle.suppress-below\":5"))
    #expect(room.run("set circle.suppress-below 3").code == 0)
    #expect(room.run("set circle.suppress-below").output.contains("\"circle.suppress-below\":3"))
    #expect(room.error("set circle.suppress-below -1") != nil && room.error("set circle.suppress-below vijf") != nil)
  }
}
