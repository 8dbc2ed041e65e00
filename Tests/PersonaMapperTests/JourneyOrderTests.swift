import TestSupport
import Testing
import WorkbenchKit

@testable import PersonaMapper

/// Steps stand as in the file or as typed, and go out again as they came in.
@Suite struct JourneyOrderTests {
  private static let aba = """
    <CJML version="2.0"><plannedJourney><journeyID>PJ1</journeyID><journeyTitle>Heen en terug</journeyTitle>
    <journeyPhases><journeyPhase phaseID="A"><phaseName>Thuis</phaseName></journeyPhase><journeyPhase phaseID="B"><phaseName>Ziekenhuis</phaseName></journeyPhase><journeyPhase phaseID="C"><phaseName>Nazorg</phaseName></journeyPhase></journeyPhases>
    <actors><endUser actorID="eu"><actorName>Mildred</actorName></endUser><serviceProvider actorID="z9"><companyName>Zorg Noord</companyName></serviceProvider><serviceProvider actorID="t4"><companyName>Taxi</companyName></serviceProvider></actors>
    <touchpoints>
    <plannedAction><touchpointID>T1</touchpointID><belongsTo phaseIDref="A"/><initiator><refersTo actorIDref="eu"/><initiatorLabel>pakt tas</initiatorLabel></initiator></plannedAction>
    <plannedCommunicationPoint><touchpointID>T2</touchpointID><belongsTo phaseIDref="B"/><initiator><refersTo actorIDref="eu"/><initiatorLabel>meldt zich</initiatorLabel></initiator><receiver><refersTo actorIDref="z9"/><receiverLabel>ontvangt</receiverLabel></receiver><channel><channelName>faceToFace</channelName></channel></plannedCommunicationPoint>
    <plannedCommunicationPoint><touchpointID>T2b</touchpointID><belongsTo phaseIDref="B"/><initiator><refersTo actorIDref="z9"/><initiatorLabel>belt taxi</initiatorLabel></initiator><receiver><refersTo actorIDref="t4"/><receiverLabel>neemt op</receiverLabel></receiver><channel><channelName>Phone</channelName></channel></plannedCommunicationPoint>
    <plannedCommunicationPoint><touchpointID>T2c</touchpointID><belongsTo phaseIDref="B"/><initiator><refersTo actorIDref="t4"/><initiatorLabel>roept om</initiatorLabel></initiator><receiver><refersTo actorIDref="eu"/></receiver></plannedCommunicationPoint>
    <plannedAction><touchpointID>T3</touchpointID><belongsTo phaseIDref="A"/><initiator><refersTo actorIDref="eu"/><initiatorLabel>rust uit</initiatorLabel></initiator></plannedAction>
    </touchpoints></plannedJourney></CJML>
    """

  @Test
  func `a journey out of CJML goes home, to the hospital and home, with sender, receiver, ids and names as they were`()
    throws
  {
    let bench = try Workbench(files: ["a.xml": Self.aba])
    let list = try bench.run("journey import a.xml")
    #expect(list.numbers("stages") == [3] && list.numbers("steps") == [5])
    let show = try bench.run("journey show")
    #expect(show.texts("stage") == ["Thuis", "Ziekenhuis", "Ziekenhuis", "Ziekenhuis", "Thuis", "Nazorg"])
    #expect(show.texts("actor") == ["", "", "zorg noord", "taxi", "", ""])
    #expect(show.texts("receiver") == ["", "zorg noord", "taxi", "mildred", "", ""])
    let text = try bench.run("journey export --to cjml").words
    var place = text.startIndex
    for words in [
      "<journeyID>PJ1<", "phaseID=\"A\"", "phaseID=\"B\"", "phaseID=\"C\"", "<endUser actorID=\"eu\"",
      "actorID=\"z9\"", "<companyName>Zorg Noord<", "actorID=\"t4\"", "<touchpointID>T1<", "phaseIDref=\"A\"",
      "<touchpointID>T2<", "phaseIDref=\"B\"", "actorIDref=\"eu\"", "actorIDref=\"z9\"", "<channelName>faceToFace<",
      "<touchpointID>T2b<", "actorIDref=\"z9\"", "actorIDref=\"t4\"", "<channelName>Phone<",
      "<plannedCommunicationPoint>", "<touchpointID>T2c<", "actorIDref=\"t4\"", "actorIDref=\"eu\"",
      "<touchpointID>T3<", "phaseIDref=\"A\"",
    ] {
      let found = try #require(text[place...].firstRange(of: words), "\(words) is not where it belongs")
      place = found.upperBound
    }
    #expect(text.components(of: "phaseID=\"A\"") == 1)
    // And once more, out of our own file.
    let other = try Workbench(files: ["b.xml": text])
    try other.run("journey import b.xml")
    #expect(try other.run("journey export --to cjml").words == text)
    #expect(try other.run("journey show").tables == show.tables)
  }

  @Test(arguments: ["cjml", "csv", "json", "mermaid"])
  func `random journeys that go back and forth keep their order in every form`(form: String) throws {
    for seed in UInt64(1)...25 {
      var random = SeededGenerator(seed)
      let count = Int.random(in: 1...12, using: &random)
      let stages = (0..<count).map { _ in ["huis", "balie", "rit"].randomElement(using: &random) ?? "huis" }
      let rows = stages.enumerated().map { "\($1),stap \($0) 100 %,\(Int.random(in: -2...2, using: &random))\n" }
      let bench = try Workbench(files: ["in.csv": "stage,doing,feeling\n" + rows.joined()])
      try bench.run("journey import in.csv")
      let before = try bench.run("journey show")
      #expect(before.texts("stage") == stages)
      try bench.run("journey export --to \(form) uit.\(form)")
      let other = try Workbench(files: ["uit.\(form)": bench.text(of: "uit.\(form)")])
      try other.run("journey import uit.\(form)")
      let after = try other.run("journey show")
      #expect(after.texts("stage") == stages && after.texts("doing") == before.texts("doing"), "seed \(seed)")
      #expect(after.numbers("feeling") == before.numbers("feeling"), "seed \(seed)")
    }
  }

  /// Two who went the same way, and one plan.
  private static func actual(_ id: String, _ who: String, _ points: [(id: String, rating: Int?)], plan: String = "PJ1")
    -> String
  {
    let touchpoints = points.map { id, rating in
      "<actualAction><touchpointID>\(id)</touchpointID><belongsTo phaseIDref='A'/><initiator><refersTo actorIDref='eu'/><initiatorLabel>doet \(id)</initiatorLabel></initiator>"
        + (rating.map { "<touchpointExperience><experienceRating>\($0)</experienceRating></touchpointExperience>" }
          ?? "")
        + "</actualAction>"
    }
    return
      "<actualJourney><journeyID>\(id)</journeyID><journeyTitle>\(who)</journeyTitle><plannedReference>\(plan)</plannedReference><actors><endUser actorID='eu'><actorName>\(who)</actorName></endUser></actors><touchpoints>\(touchpoints.joined())</touchpoints></actualJourney>"
  }

  private static func planned(_ ids: String...) -> String {
    let touchpoints = ids.map {
      "<plannedAction><touchpointID>\($0)</touchpointID><belongsTo phaseIDref='A'/><initiator><initiatorLabel>plan \($0)</initiatorLabel></initiator></plannedAction>"
    }
    return
      "<plannedJourney><journeyID>PJ1</journeyID><journeyPhases><journeyPhase phaseID='A'><phaseName>Thuis</phaseName></journeyPhase></journeyPhases><touchpoints>\(touchpoints.joined())</touchpoints></plannedJourney>"
  }

  private func imported(_ parts: String...) throws -> Workbench {
    let bench = try Workbench(files: ["a.xml": "<CJML version='2.0'>\(parts.joined())</CJML>"])
    try bench.run("journey import a.xml")
    return bench
  }

  @Test func `several who went one plan are journeys of their own, in the order of the file`() throws {
    let bench = try imported(
      Self.actual("AJ1", "Klant 1", [("t1", 1), ("t2", 1)]), Self.planned("t1", "t2"),
      Self.actual("AJ2", "Klant 2", [("t1", 5), ("t2", 5)]))
    #expect(try bench.run("journey list").texts("journey") == ["aj1", "pj1", "aj2"])
    #expect(try bench.run("journey show aj1").numbers("feeling") == [-2, -2])
    #expect(try bench.run("journey show aj2").numbers("feeling") == [2, 2])
    #expect(try bench.run("journey show pj1").numbers("feeling").allSatisfy(\.isNaN))
    #expect(try bench.run("journey show aj2").words == "de reis van Klant 2")
    #expect(try bench.run("journey compare aj1 aj2").numbers("feeling_gap") == [4])
  }

  @Test func `one who went the plan's way is one journey with it; what came between stands between`() throws {
    let bench = try imported(
      Self.planned("t1", "t2", "t3"), Self.actual("AJ1", "Klant", [("t1", 2), ("x", 1), ("t3", 4)]))
    let show = try bench.run("journey show")
    #expect(show.texts("step") == ["t1", "t2", "x", "t3"])
    #expect(try bench.run("journey compare pj1").texts("skipped") == ["plan t2"])
    #expect(try bench.run("journey compare pj1").numbers("unplanned") == [1])
  }

  @Test func `who went another way than the plan is a journey of its own, in the order it was gone`() throws {
    let bench = try imported(
      Self.planned("t1", "t2", "t3"), Self.actual("AJ1", "Klant", [("t3", 2), ("t1", 1)]))
    #expect(try bench.run("journey list").texts("journey") == ["pj1", "aj1"])
    #expect(try bench.run("journey show pj1").texts("step") == ["t1", "t2", "t3"])
    #expect(try bench.run("journey show aj1").texts("step") == ["t3", "t1", "t2"])
    #expect(try bench.run("journey compare aj1").texts("skipped") == ["plan t2"])
  }

  @Test func `typed steps follow each other, and --after puts one elsewhere`() throws {
    let bench = try Workbench("persona set new s --theme s", "journey new r --stages thuis,balie,rit")
    try bench.run("journey step r thuis 'pakt tas'")
    try bench.run("journey step r balie 'meldt zich'")
    let back = try bench.run("journey step r thuis 'vergat iets'")
    #expect(back.words.contains("gaat hier terug naar 'thuis'") && back.words.contains("--after s1"))
    #expect(back.texts("stage") == ["thuis", "balie", "thuis", "rit"])
    // What was named and is still empty is where the journey goes on.
    #expect(try bench.run("journey step r rit rijdt").texts("stage") == ["thuis", "balie", "thuis", "rit"])
    let inserted = try bench.run("journey step r thuis 'belt af' --after s1")
    #expect(inserted.texts("step") == ["s1", "s5", "s2", "s3", "s4"])
    let parted = try bench.run("journey step r balie 'vraagt iets' --after s1")
    #expect(parted.texts("step") == ["s1", "s6", "s5", "s2", "s3", "s4"])
    #expect(parted.texts("stage") == ["thuis", "balie", "thuis", "balie", "thuis", "rit"])
    // Taking it out again joins what it parted.
    let joined = try bench.run("journey remove r s6")
    #expect(joined.texts("stage") == ["thuis", "thuis", "balie", "thuis", "rit"])
    #expect(try bench.run("journey list").numbers("stages") == [3])
    let moved = try bench.run("journey step r thuis --id s3 --after s1")
    #expect(moved.texts("step") == ["s1", "s3", "s5", "s2", "s4"])
    #expect(bench.error("journey step r thuis --id s3 --after s3")?.code == "step.after")
    #expect(bench.error("journey step r thuis x --after s9")?.code == "step.unknown")
  }

  @Test func `words that a Mermaid diagram would take for its own are safe, and come back as they were`() throws {
    let words = [
      "Journey naar het ziekenhuis", "title van de brief", "section 8", "accTitle", "accDescr: x", "%% geen remark",
      "a%%%b", "50% kans", "journey", "Sectie", "{ %%{init}%% }",
    ]
    let rows = words.map { "\"title a\",\"\($0)\",1\n" }
    let bench = try Workbench(files: ["in.csv": "stage,doing,feeling\n" + rows.joined()])
    try bench.run("journey import in.csv")
    let text = try bench.run("journey export --to mermaid").words
    let tasks = text.split(separator: "\n").dropFirst(3)
    #expect(tasks.count == words.count)
    for task in tasks {
      let start = task.drop { $0 == " " }.lowercased()
      #expect(!["journey", "title", "section", "acctitle", "accdescr"].contains { start.hasPrefix($0) }, "\(task)")
      #expect(!task.contains("%%"))
    }
    let other = try Workbench(files: ["uit.mmd": text])
    try other.run("journey import uit.mmd")
    #expect(
      try other.run("journey show").texts("doing")
        == words.map { $0.replacing(":", with: "·") })
  }

  @Test func `a Mermaid diagram of others comes in with its sections, scores and who takes part`() throws {
    let bench = try Workbench(
      files: [
        "a.mmd":
          "---\ntitle: x\n---\n%% remark\njourney\n  title Naar huis\n  accDescr {\n    een\n    twee\n  }\n  section Thuis\n    Thee: 5: Guus\n    Boven: 3: Guus, Kat\n  section Weg\n    Meldt zich: 1: Balie, Guus, Kat # fluistert\n  section Thuis\n    Rust: 4\n"
      ])
    let taken = try bench.run("journey import a.mmd")
    #expect(taken.texts("journey") == ["naar-huis"] && taken.texts("persona") == ["guus"])
    #expect(taken.words.contains("niet overgenomen uit Mermaid: actor (1×)"))
    let show = try bench.run("journey show")
    #expect(show.texts("stage") == ["Thuis", "Thuis", "Weg", "Thuis"] && show.numbers("feeling") == [2, 0, -2, 1])
    #expect(show.texts("actor") == ["", "", "balie", ""] && show.texts("receiver") == ["", "kat", "guus", ""])
    let text = try bench.run("journey export --to mermaid").words
    #expect(text.contains("Boven: 3: Guus, Kat\n") && text.contains("Meldt zich: 1: Balie, Guus\n"))
  }

  @Test(arguments: [
    ("journey\n title x\n section a\n  iets: 7: b\n", "mermaid.score"), ("journey\n  iets: 2.5: b\n", "mermaid.score"),
    ("journey\n  iets\n", "mermaid.task"), ("journey\n  : 3: b\n", "mermaid.task"), ("journey\n", "mermaid.empty"),
    ("journey\n  mail jan@example.org: 3: b\n", "personal.found"),
    (
      "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'><bpmn:process id='p'/></bpmn:definitions>",
      "journey.bpmn"
    ),
    ("Stage,Gebeurtenis\nA,belt\n", "column.unknown"),
  ])
  func `what is no journey changes nothing`(text: String, code: String) throws {
    let bench = try Workbench(files: ["fout": text])
    #expect(bench.error("journey import fout")?.code == code)
    #expect(bench.document.isEmpty)
  }

  @Test func `a table of another tool comes in by the names of its columns, and says how`() throws {
    let bench = try Workbench(
      files: [
        "t.csv":
          "Fase;Stap;Kanaal;Emotie;Knelpunt;Verantwoordelijke;Bijlage\nOriënteren;zoekt;Web;2;veel sites;gemeente;x\nAanvragen;belt;Telefoon;1;wachten;wijkteam;\nOriënteren;vraagt;;5;;;y\n"
      ])
    let taken = try bench.run("journey import t.csv")
    #expect(taken.words.contains("'Fase' als fase") && taken.words.contains("'Stap' als doet"))
    #expect(taken.words.contains("niet overgenomen kolommen: Bijlage (2×)"))
    #expect(taken.words.contains("'Emotie' is gelezen van 1 tot en met 5"))
    let show = try bench.run("journey show")
    #expect(
      show.texts("stage") == ["Oriënteren", "Aanvragen", "Oriënteren"] && show.numbers("feeling") == [-1, -2, 2])
    #expect(
      show.texts("channel") == ["digitaal", "telefoon", ""] && show.texts("owner") == ["gemeente", "wijkteam", ""])
  }

  @Test func `feelings in words are read where they say how good, and the others are named`() throws {
    let bench = try Workbench(
      files: ["w.csv": "fase,actie,emotion\na,x,very negative\na,y,Neutral\na,z,gespannen\na,w,gespannen\n"])
    let taken = try bench.run("journey import w.csv")
    #expect(taken.words.contains("niet overgenomen uit 'emotion': gespannen (2×)"))
    let feelings = try bench.run("journey show").numbers("feeling")
    #expect(feelings[0] == -2 && feelings[1] == 0 && feelings[2].isNaN)
    // Ones and twos alone are on either scale.
    bench.file("twee.csv", "fase,actie,emotion\na,x,1\na,y,2\n")
    #expect(try bench.run("journey import twee.csv --replace").words.contains("gelezen van -2 tot en met 2"))
    bench.file("eigen.csv", "stage,doing,feeling\na,x,4\n")
    #expect(bench.error("journey import eigen.csv --replace")?.code == "journey.row")
  }

  @Test func `a column that a person points at is kept for the next file`() throws {
    let bench = try Workbench(files: ["m.csv": "Stage,Gebeurtenis\nA,belt\n", "n.csv": "Stage,Gebeurtenis\nB,wacht\n"])
    #expect(bench.error("journey import m.csv --map doing=Iets")?.code == "column.unknown")
    #expect(bench.error("journey import m.csv --map ding=Gebeurtenis")?.code == "map.field")
    let taken = try bench.run("journey import m.csv --map doet=Gebeurtenis")
    #expect(taken.words.contains("'Gebeurtenis' als doet"))
    try bench.run("journey import n.csv --replace")
    #expect(try bench.run("journey show").texts("doing") == ["wacht"])
  }

  @Test func `channels go out as the tools of CJML write them, and come back as they were here`() throws {
    let bench = try Workbench("persona set new s --theme s", "journey new r")
    for channel in ["desk", "home", "telephone", "letter"] {
      try bench.run("journey step r a 'via \(channel)' --channel \(channel)")
    }
    let text = try bench.run("journey export --to cjml").words
    #expect(text.components(of: "<channelName>faceToFace<") == 2 && text.components(of: "<channelName>phone<") == 1)
    let other = try Workbench(files: ["a.xml": text])
    try other.run("journey import a.xml")
    #expect(try other.run("journey show").texts("channel") == bench.run("journey show").texts("channel"))
  }

  @Test(.enabled(if: Places.hasCases)) func `the cases of journeys come out as is due`() throws {
    let cases = try #require(Places.cases)
    let bench = try Workbench("persona set new s --theme s")
    try bench.run("journey import '\(cases)/exchange/aba.xml'")
    #expect(try bench.run("journey show pj1").texts("stage") == ["Thuis", "Ziekenhuis", "Ziekenhuis", "Thuis"])
    try bench.run("journey import '\(cases)/exchange/aba.csv'")
    #expect(try bench.run("journey show r").texts("stage") == ["Thuis", "Ziekenhuis", "Thuis"])
    let two = try Workbench("persona set new s --theme s")
    try two.run("journey import '\(cases)/exchange/two_actual.xml'")
    #expect(try two.run("journey list").texts("journey") == ["pj1", "aj1", "aj2"])
    let words = try Workbench("persona set new s --theme s")
    try words.run("journey import '\(cases)/exchange/mermaid_words.csv'")
    #expect(try words.run("journey export --to mermaid").words.contains("\u{2060}Journey naar het ziekenhuis: 4"))
  }
}

extension String {
  /// How often words stand in the text.
  fileprivate func components(of words: String) -> Int { ranges(of: words).count }
}
