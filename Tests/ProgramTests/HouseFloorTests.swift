import Testing

/// The rooms inside the stations and plugins: none needs another that needs it, and floors stand on lower ones.
@Suite struct HouseFloorTests {
  /// The floors of the kit and of plugins from the lowest to the highest; what stands right in its folder stands on all.
  private static let floors: [String: [String]] = [
    "Plugins/Casebook": ["Reference", "Cases", "Likeness", "Contradictions", "Cover", "Models", "Commands"],
    "Plugins/InstrumentSelector": ["Reference", "Rules", "Interview", "Steering", "Advice", "Commands"],
    "Plugins/LearningCircle": [
      "Reference", "Circle", "Agreement", "Decisions", "Agenda", "Minutes", "Commands",
    ],
    "Plugins/EffectsArena": ["Reference", "Chain", "Ledger", "Uncertainty", "Settlement", "Commands"],
    "Plugins/PersonaMapper": ["Model", "Intake", "Exchange", "Clustering", "Commands"],
    "Plugins/RegionMonitor": ["Regions", "Cards", "Coverage", "Tasks", "Splits", "Plan", "Commands"],
    "Plugins/QualityMirror": ["Reference", "Privacy", "Arrangement", "Audit", "Opinion", "Commands"],
    "Plugins/Waakvlam": ["Reference", "Quantities", "Chain", "Caseload", "Handover", "Balance", "Commands"],
    "Plugins/Woonzorgwijzer": ["Ground", "Atlas", "Bridge", "Import", "Answers", "Telling", "Commands"],
    "Sources/Kit/WorkbenchKit": [
      "Languages", "Diagnostics", "Values", "Texts", "Origins", "Tables", "Blocks", "Protection", "Workspace",
      "Knowledge", "Sources", "Surroundings", "Commands", "Intake", "Plugins",
    ],
  ]

  private static let rooms =
    HouseSources.folders(in: "Sources").filter { $0 != "Kit" }.map { "Sources/\($0)" } + ["Sources/Kit/WorkbenchKit"]
    + HouseSources.folders(in: "Plugins").map { "Plugins/\($0)" }

  @Test(arguments: floors.keys.sorted())
  func `a floor uses what lower ones declare`(folder: String) throws {
    let floors = try #require(Self.floors[folder])
    let house = HouseUses(in: folder)
    let floor = { (file: String) -> Int in
      let name = HouseUses.folder(file).split(separator: "/")[0]
      return name == "." ? floors.count : floors.firstIndex(of: String(name)) ?? -1
    }
    for file in house.files { #expect(floor(file) >= 0, "\(folder)/\(file) stands on no floor") }
    for use in house.uses where floor(use.declared) > floor(use.file) {
      Issue.record("\(folder)/\(use.file) uses \(use.type), which stands higher: \(use.declared)")
    }
  }

  @Test(arguments: rooms)
  func `no folder needs one that needs it, and no file`(folder: String) {
    let house = HouseUses(in: folder)
    #expect(house.circlesOfFolders == [], "\(folder)")
    #expect(house.circlesOfFiles == [], "\(folder)")
  }

  @Test func `a use is a word of the code, not of a comment, a text or another type's member`() {
    let house = HouseUses([
      ("Low/Stone.swift", "struct Stone {}\nprivate struct Grain {}\nstruct Pile { struct Sand {} }"),
      (
        "High/Wall.swift",
        """
        // Stone
        struct Wall { let size = "Stone \\(Pile(of: ("a", 1)).count) Stone"; let one = Other.Stone, two = #"\\(Stone)"# }
        struct House { enum Stone {}; let stones: [Stone] }
        /* Stone */ struct Grain {}
        """
      ),
      ("Other/Street.swift", "extension Stone { var walls: [Wall] { [] } }"),
    ])
    #expect(
      house.uses == [
        .init(file: "High/Wall.swift", type: "Pile", declared: "Low/Stone.swift"),
        .init(file: "Other/Street.swift", type: "Stone", declared: "Low/Stone.swift"),
        .init(file: "Other/Street.swift", type: "Wall", declared: "High/Wall.swift"),
      ])
    #expect(house.circlesOfFolders == [])
  }

  @Test func `a circle is named once, with all that stand in it`() {
    let house = HouseUses([
      ("A/One.swift", "struct One { let next: Two }"), ("B/Two.swift", "struct Two { let next: Three }"),
      ("C/Three.swift", "struct Three { let next: One }\nstruct Four {}"),
      ("D/Five.swift", "struct Five { let four: Four }"),
    ])
    #expect(house.circlesOfFolders == ["A B C"])
    #expect(house.circlesOfFiles == ["A/One.swift B/Two.swift C/Three.swift"])
  }
}
