import Methods
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import Casebook

/// Likeness as a function on values, against an independent measure and by its properties.
@Suite struct LikenessTests {
  private static let traits = ["a", "b", "c", "d", "e", "f"]
  private static let words = ["x", "y", "z"]

  /// A case with traits drawn from three words, each unknown once in four times.
  private static func drawn(_ random: inout RandomStream) -> [String: String] {
    traits.reduce(into: [:]) { found, trait in
      let place = random.index(below: 4)
      if place < 3 { found[trait] = words[place] }
    }
  }

  @Test func `without weights it is one less Gower's distance of the house, on 300 drawn pairs`() {
    var random = RandomStream(seed: 11)
    for _ in 0..<300 {
      let (one, other) = (Self.drawn(&random), Self.drawn(&random))
      let observations = Observations(Self.traits.map { .init([one[$0], other[$0]], levels: Self.words) })
      let distance = Gower(observations).distances(from: 0, to: 1..<2)[0]
      let likeness = TraitLikeness(one, other, traits: Self.traits)
      #expect(distance.isNaN ? likeness.value.isNaN : abs(likeness.value - (1 - distance)) < 1e-12)
    }
  }

  @Test func `it is the same both ways, 1 with itself, and whole weights are repeated traits`() {
    var random = RandomStream(seed: 12)
    for _ in 0..<200 {
      let (one, other) = (Self.drawn(&random), Self.drawn(&random))
      let weights = Self.traits.reduce(into: [String: Int]()) { $0[$1] = random.index(below: 4) }
      let weighed = TraitLikeness(one, other, traits: Self.traits) { Double(weights[$0] ?? 0) }
      let back = TraitLikeness(other, one, traits: Self.traits) { Double(weights[$0] ?? 0) }
      #expect(weighed.value.isNaN == back.value.isNaN && (weighed.value.isNaN || weighed.value == back.value))
      let (compared, same) = Self.traits.reduce(into: (0, 0)) { counts, trait in
        guard let left = one[trait], let right = other[trait] else { return }
        counts.0 += weights[trait] ?? 0
        if left == right { counts.1 += weights[trait] ?? 0 }
      }
      #expect(compared == 0 ? weighed.value.isNaN : abs(weighed.value - Double(same) / Double(compared)) < 1e-12)
      if !one.isEmpty { #expect(TraitLikeness(one, one, traits: Self.traits).value == 1) }
    }
  }

  @Test func `three compared is too little and four is enough, and too little comes last`() {
    let whole = ["a": "x", "b": "x", "c": "x", "d": "x"]
    let three = TraitLikeness(whole, ["a": "x", "b": "x", "c": "x"], traits: Self.traits)
    let four = TraitLikeness(whole, ["a": "y", "b": "y", "c": "y", "d": "y"], traits: Self.traits)
    #expect(three.isTooLittle && !four.isTooLittle && three.value == 1 && four.value == 0)
    #expect(TraitLikeness.order([three, four]) == [1, 0])
    #expect(TraitLikeness(whole, [:], traits: Self.traits).value.isNaN)
  }

  @Test func `the middle of what roles gave holds, of two the mean, of nobody one`() {
    var weights = TraitWeights()
    #expect(weights["payer"] == 1)
    weights.put(3, of: "payer", by: "gemeente")
    #expect(weights["payer"] == 3)
    weights.put(0, of: "payer", by: "bewoners")
    #expect(weights["payer"] == 1.5)
    weights.put(9, of: "payer", by: "corporatie")
    #expect(weights["payer"] == 3)
    weights.put(nil, of: "payer", by: "corporatie")
    #expect(weights["payer"] == 1.5 && weights.roles == ["gemeente", "bewoners"])
  }

  @Test func `weights move the order, and a trait of nought is not compared`() throws {
    let bench = try CasebookBench.make(["casus weigh scale=10 --by gemeente", "casus weigh informal=0 --by bewoners"])
    let found = try bench.run("casus near goede-buur")
    #expect(found.texts("case").first == "stadsdorp-zuid" && found.numbers("compared").first == 6)
    // Scale counts ten times, state once; five others are not the same.
    #expect(near(found.numbers("likeness").first, 11.0 / 15))
    #expect(found.words.contains("casus weigh"))
    #expect(found.texts("same").allSatisfy { !$0.contains("informal") })
  }

  @Test func `a situation of the table takes the place of a case's own traits`() throws {
    let bench = try CasebookBench.make()
    let five = try bench.run("casus near initiator=burgers informal=ja scale=wijk payer=fondsen+leden choice=vrij")
    #expect(five.texts("case").first == "stadsdorp-zuid" && five.numbers("likeness").first == 1)
    #expect(five.numbers("compared").first == 5)
    let changed = try bench.run("casus near goede-buur initiator=aanbieder")
    #expect(near(changed.numbers("likeness").first, 5.0 / 8) && changed.texts("case").first == "samen-en-anders")
    #expect(!changed.texts("case").contains("goede-buur"))
    // Dutch words and labels are the same values.
    let dutch = try bench.run("casus near 'vorm=vast bedrag' betaler=gemeente schaal=gemeente toegang=samen")
    #expect(dutch.texts("case").first == "brunssum" && dutch.numbers("likeness").first == 1)
  }

  @Test func `fewer than four compared stand under a line that says so`() throws {
    let found = try CasebookBench.make().run("casus near informal=ja scale=wijk payer=aanbieder")
    #expect(found.table?.column("too_little") != nil && found.words.contains("te weinig bekend"))
    #expect(found.words.contains("van geen enkele casus"))
    let enough = try CasebookBench.make().run("casus near informal=ja scale=wijk payer=aanbieder state=loopt")
    #expect(!enough.words.contains("te weinig bekend"))
  }

  @Test func `of several that are alike as much none is called the nearest, and of none it is said so`() throws {
    let bench = try CasebookBench.make()
    let tied = try bench.run("casus near initiator=gemeente payer=gemeente access=samen state=loopt")
    #expect(tied.numbers("likeness").prefix(3) == [1, 1, 1] && tied.words.contains("even veel op 3 casussen"))
    let none = try bench.run("casus near initiator=rijk payer=rijk access=rijk state=rijk")
    #expect(none.numbers("likeness").allSatisfy { $0 == 0 } && none.words.contains("lijkt op geen van de casussen"))
    #expect(try bench.run("casus near goede-buur").words.contains("het meest op Samen en Anders"))
  }

  @Test func `compare marks what differs, and says nothing of what is known of one only`() throws {
    let found = try CasebookBench.make().run("casus compare goede-buur samen-en-anders brunssum")
    let differs = found.table?.column("differs")
    let traits = found.texts("trait")
    func cell(_ trait: String) -> Value? { traits.firstIndex(of: trait).flatMap { differs?[$0] } }
    #expect(cell("initiator") == .boolean(true) && cell("earning") == .boolean(false))
    #expect(cell("hours") == .missing && cell("choice") == .missing)
  }
}
