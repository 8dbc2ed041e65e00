import Files
import Session
import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import PersonaMapper

/// What cannot be read in the workspace is kept as it is, named, and never written away.
@Suite struct UnreadItemsTests {
  /// A bench whose set in use has something in every list.
  private func bench() throws -> Workbench {
    let bench = try Workbench(
      "persona set use langer-thuis", "persona cluster behoeften.csv --k 2 --resamples 0", "persona adopt concept-1",
      "moment cell verhuizen mondige-regelaars --thinks a --priority 5", "moment vote verhuizen=2 --by gemeente",
      "journey new bezoek --stages boeken,rit", "journey step bezoek boeken bellen --feeling 1",
      "journey step bezoek boeken wachten", "arrangement new berflo --weights mondige-regelaars=1",
      "arrangement take berflo verhuizen geschikter-wonen")
    // The source of another set gives stages and axes.
    try bench.run("persona set use doelgroepenvervoer")
    try bench.run("persona set use langer-thuis")
    return bench
  }

  @Test func `a persona whose id is spelled ID is still there after another is added`() throws {
    let bench = try Workbench("persona set use langer-thuis")
    try bench.edit("set.langer-thuis") { $0.changing(["personas", "2"]) { $0.renaming("id", "ID") } }
    let odd = try #require(try bench.piece("set.langer-thuis")["personas"]?.array?[2])
    let answer = try bench.run("persona add Stil")
    #expect(answer.words.contains("persona's: niet te lezen en ongewijzigd bewaard: '3' (3: 'id' ontbreekt)"))
    let personas = try #require(try bench.piece("set.langer-thuis")["personas"]?.array)
    #expect(personas.count == 7 && personas.contains(odd))
    #expect(try bench.run("persona list").table?.rowCount == 6)
    try bench.edit("set.langer-thuis") { $0.changing(["personas", "6"]) { $0.renaming("ID", "id") } }
    #expect(try bench.run("persona list").table?.rowCount == 7)
    #expect(try !bench.run("persona list").words.contains("niet te lezen"))
  }

  @Test(arguments: [
    (["personas", "0"], "id"), (["moments", "1"], "id"), (["cells", "0"], "persona"), (["examples", "1"], "profile"),
    (["missing", "0"], "what"), (["journeys", "0"], "id"), (["journeys", "0", "stages", "0"], "id"),
    (["journeys", "0", "stages", "0", "steps", "1"], "id"),
  ])
  func `an item of any list that cannot be read stays, and is named`(path: [String], member: String) throws {
    let bench = try bench()
    try bench.edit("set.langer-thuis") { $0.changing(path) { $0.renaming(member, member.uppercased()) } }
    let before = try bench.piece("set.langer-thuis")
    let odd = try #require(before.item(path))
    let answer = try bench.run("persona add Stil")
    #expect(answer.words.contains("niet te lezen en ongewijzigd bewaard"))
    let after = try bench.piece("set.langer-thuis").item(path.dropLast())?.array ?? []
    let count = before.item(path.dropLast())?.array?.count ?? 0
    #expect(after.contains(odd) && after.count == (path[0] == "personas" ? count + 1 : count))
  }

  @Test func `a feeling or a kind that is none keeps its item from being read, and from being lost`() throws {
    let bench = try bench()
    try bench.edit("set.langer-thuis") { json in
      json.changing(["journeys", "0", "stages", "0", "steps", "0"]) { $0.setting("feeling", 9) }
        .changing(["moments", "0"]) { $0.setting("kind", "later") }
    }
    let answer = try bench.run("journey step bezoek rit rijden")
    #expect(answer.words.contains("stappen in de fase 'boeken': niet te lezen en ongewijzigd bewaard: 's1'"))
    #expect(answer.words.contains("'kind' is geen van: given, example, question, own"))
    #expect(bench.document.contains("\"feeling\":9") && bench.document.contains("\"kind\":\"later\""))
    // Its name is not given away.
    #expect(bench.error("journey step bezoek rit rijden --id s1")?.code == "step.taken")
  }

  @Test func `drafts and answers of an arrangement stay too`() throws {
    let bench = try bench()
    try bench.edit("drafts") { $0.changing(["drafts", "0"]) { $0.renaming("id", "ID") } }
    #expect(
      try bench.run("persona cluster behoeften.csv --k 2 --resamples 0").words.contains("concepten: niet te lezen"))
    #expect(try bench.piece("drafts")["drafts"]?.array?.count == 3)
    try bench.edit("arrangement.berflo") { $0.changing(["answers", "0"]) { $0.renaming("moment", "MOMENT") } }
    let answer = try bench.run("arrangement take berflo partner-weg mantelzorg --by welzijn")
    #expect(answer.words.contains("antwoorden van 'berflo': niet te lezen"))
    #expect(try bench.piece("arrangement.berflo")["answers"]?.array?.count == 2)
  }

  @Test func `a set or an arrangement that cannot be read at all is not written over`() throws {
    let bench = try bench()
    try bench.edit("set.langer-thuis") { $0.setting("votes", ["gemeente": ["verhuizen": -1]]) }
    try bench.edit("arrangement.berflo") { $0.renaming("area", "AREA") }
    let before = bench.document
    for line in [
      "persona add Stil", "persona list", "persona set use langer-thuis", "persona set new langer-thuis",
      "arrangement new berflo",
    ] {
      #expect(bench.error(line)?.code == "document.damaged", "\(line)")
    }
    #expect(bench.error("persona list")?.message.en.contains("'votes › verhuizen' is less than 0") == true)
    #expect(
      try bench.run("persona set list").words.contains("'set.langer-thuis' in de werkruimte kan niet worden gelezen"))
    #expect(try bench.run("arrangement list").words.contains("'arrangement.berflo'"))
    #expect(bench.document == before)
  }

  @Test func `members that nobody knows are kept at every level`() throws {
    let bench = try bench()
    try bench.run("persona set use doelgroepenvervoer")
    for line in [
      "moment add val", "moment cell val guus --thinks a", "journey new rit", "journey step rit boeken bellen",
    ] {
      try bench.run(line)
    }
    let pieces = ["current", "drafts", "set.langer-thuis", "set.doelgroepenvervoer", "arrangement.berflo"]
    for piece in pieces { try bench.edit(piece) { $0.marked } }
    let counts = try pieces.map { try bench.piece($0).marks }
    #expect(counts.allSatisfy { $0 > 0 } && counts[2] > 40 && counts[3] > 60)
    for line in [
      "persona edit guus --description anders", "moment cell val guus --thinks b",
      "journey step rit boeken --id s1 --feeling 2",
      "persona set use langer-thuis", "persona move mondige-regelaars 1 1", "moment vote verhuizen=1 --by bewoners",
      "arrangement take berflo partner-weg mantelzorg", "persona adopt alle",
    ] {
      try bench.run(line)
    }
    let after = try pieces.map { try bench.piece($0).marks }
    #expect(after[0] == counts[0] && after[3] == counts[3] && after[4] == counts[4])
    // The draft that was adopted went from one piece to the other with its trace, which holds marks.
    #expect(after[2] > counts[2])
    #expect(try bench.piece("drafts")["later"] == true)
  }

  /// What the doctor says of the plugin's data after something in a file was changed.
  private func check(_ file: String, _ change: (JSON) -> JSON) throws -> Diagnostic? {
    let folder = TemporaryFolder()
    for name in ["sets", "measures", "sources", "glossary"] {
      let json = try JSONReader.parse(DiskFiles().bytes(of: "\(Workbench.data)/\(name).json"))
      folder.write((name == file ? change(json) : json).canonical, to: "\(name).json")
    }
    var registrar = Registrar(dataFolder: folder.path)
    PersonaMapper().register(with: &registrar)
    let context = try Workbench().session.looking()
    context.turn(to: registrar.knowledge)
    let check = try #require(registrar.knowledgeCheck)
    do {
      try check(context)
      return nil
    } catch { return error as? Diagnostic }
  }

  @Test func `data of the plugin that cannot be read are an error that names file and item`() throws {
    #expect(try check("sets") { $0 } == nil)
    let set = try check("sets") { $0.changing(["sets", "0", "personas", "1"]) { $0.renaming("id", "ID") } }
    #expect(set?.code == "knowledge.damaged" && set?.message.en.contains("'sets.json'") == true)
    #expect(set?.message.en.contains("personas › 2' 'id' is missing") == true)
    let measure = try check("measures") { $0.changing(["measures", "3"]) { $0.renaming("label", "LABEL") } }
    #expect(measure?.code == "knowledge.damaged" && measure?.message.en.contains("'measures.json'") == true)
    let source = try check("sources") { $0.renaming("wmo-uitvoering-2017", "wmo") }
    #expect(source?.code == "knowledge.damaged" && source?.message.en.contains("'wmo-uitvoering-2017'") == true)
  }

  @Test func `a damaged set of the source is no set that is not there`() throws {
    let folder = TemporaryFolder()
    folder.write("{\"sets\":[{\"ID\":\"langer-thuis\"}]}", to: "sets.json")
    #expect(try Workbench(data: folder.path).error("persona set use langer-thuis")?.code == "knowledge.damaged")
  }
}

extension JSON {
  /// What stands at a path of member names and places in lists.
  func item(_ path: some Collection<String>) -> JSON? {
    guard let first = path.first else { return self }
    return (array.map { list in Int(first).map { list[$0] } ?? .null } ?? self[first])?.item(path.dropFirst())
  }

  func changing(_ path: some Collection<String>, _ change: (JSON) -> JSON) -> JSON {
    guard let first = path.first else { return change(self) }
    if var list = array, let place = Int(first), list.indices.contains(place) {
      list[place] = list[place].changing(path.dropFirst(), change)
      return .array(list)
    }
    return setting(first, (self[first] ?? .null).changing(path.dropFirst(), change))
  }

  func setting(_ name: String, _ value: JSON) -> JSON {
    var members = object ?? [:]
    members[name] = value
    return .object(members)
  }

  func renaming(_ name: String, _ other: String) -> JSON {
    var members = object ?? [:]
    members[other] = members.removeValue(forKey: name)
    return .object(members)
  }

  /// With a member of a later version in every object but texts, and objects whose names are data.
  fileprivate var marked: JSON {
    switch self {
    case .array(let items): return .array(items.map(\.marked))
    case .object(let members):
      if members["nl"] != nil { return self }
      let changed = members.map { name, value in
        (name, ["votes", "weights", "profile"].contains(name) ? value : value.marked)
      }
      return JSON.object(Dictionary(uniqueKeysWithValues: changed)).setting("later", true)
    default: return self
    }
  }

  /// How many such members there are.
  fileprivate var marks: Int {
    switch self {
    case .array(let items): items.reduce(0) { $0 + $1.marks }
    case .object(let members): members.reduce(members["later"] == true ? 1 : 0) { $0 + $1.value.marks }
    default: 0
    }
  }
}
