import WorkbenchKit

/// What the plugin knows, by name.
extension Context {
  /// Put together when it is first asked for.
  var codebook: Codebook { get throws { try knowledge.derived("codebook") { try Codebook(self) } } }
  var groups: [TargetGroup] { get throws { try knowledge.items("groups", in: self) } }
  /// What one can be limited in.
  var domains: [LimitationDomain] { get throws { try knowledge.items("groups", list: "domains", in: self) } }
  var preconditions: [Precondition] { get throws { try knowledge.items("preconditions", in: self) } }
  var families: [Family] { get throws { try knowledge.items("preconditions", list: "families", in: self) } }
  var situations: [CareSituation] { get throws { try knowledge.items("necessity", list: "situations", in: self) } }
  var grades: [NecessityGrade] { get throws { try knowledge.items("necessity", list: "grades", in: self) } }
  var statedNeeds: [StatedNeed] { get throws { try knowledge.items("necessity", list: "stated", in: self) } }
  /// What Tabel 3 itself says of a group, a precondition and a situation.
  var table3: [GradedCell] {
    get throws {
      try knowledge.read("necessity", in: self) { file in try Fields(file["table3"]).list("cells") }
    }
  }
  var cases: [CaseStudy] { get throws { try knowledge.items("cases", in: self) } }
  var facilityKinds: [FacilityKind] { get throws { try knowledge.items("facilities", list: "kinds", in: self) } }
  var extramural: Extramural { get throws { try knowledge.read("extramural", in: self, Extramural.init) } }
  /// The national starting values, put together when they are first asked for.
  var startingFigures: StartingFigures {
    get throws {
      try knowledge.derived("starting") { try knowledge.read("starting", in: self, StartingFigures.init) }
    }
  }
  /// The example of judgements that ships.
  var exampleJudgements: ExampleJudgements {
    get throws {
      try knowledge.derived("judgements") { try knowledge.read("judgements", in: self, ExampleJudgements.init) }
    }
  }
  /// All that 'wzw start' takes into use: the national figures, and the example of judgements.
  var startingSets: [any StartingSet] { get throws { try startingFigures.sets + [exampleJudgements] } }
  /// Whatever people can be counted in: the target groups, and the groups with national rates.
  var countedGroups: [CountedGroup] {
    get throws { try groups.map(CountedGroup.init) + startingFigures.groups.map(CountedGroup.init) }
  }
  /// The groups here as a view on what the national WoonZorgwijzer is said to tell apart.
  var instrumentView: InstrumentView {
    get throws { try knowledge.read("instrument", in: self, InstrumentView.init) }
  }
  var ageing: Ageing { get throws { try knowledge.read("ageing", in: self, Ageing.init) } }
  var agenda: Agenda { get throws { try knowledge.read("agenda", in: self, Agenda.init) } }
  var serviceArea: ServiceArea { get throws { try knowledge.read("woonservicegebied", in: self, ServiceArea.init) } }
  /// What a factsheet shows where nothing is asked for.
  var sheetAspects: [SheetAspect] { get throws { try knowledge.items("factsheet", list: "aspects", in: self) } }
  var publications: [String: Publication] {
    get throws {
      try knowledge.read("sources", in: self) { file in
        try file.names.reduce(into: [:]) { $0[$1] = try file[$1] as Publication }
      }
    }
  }

  /// Reads every list of every file.
  func checkKnowledge() throws {
    _ = try Codebook(self)
    _ = try (groups, domains, preconditions, families, situations, grades, statedNeeds, table3)
    _ = try (cases, facilityKinds, extramural, ageing, agenda, serviceArea, sheetAspects, legalItems, startingSets)
    _ = try instrumentView
  }
}
