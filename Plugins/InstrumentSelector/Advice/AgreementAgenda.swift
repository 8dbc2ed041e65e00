import WorkbenchKit

/// What areas call for in the performance agreements: what they lack, what has to be found out, and what their arrangements do.
struct AgreementAgenda {
  struct Topic: Sendable {
    let label: Text
    let source: Citation?
    /// Preconditions of which areas have too little, and those of which it has to be found out.
    let lacking: [AreaGaps.Need]
    let unknown: [AreaGaps.Need]
    let measures: [AreaMeasures.Measure]

    fileprivate init(
      _ label: Text, _ source: Citation?, _ needs: [AreaGaps.Need], _ measures: [AreaMeasures.Measure]
    ) {
      (self.label, self.source, self.measures) = (label, source, measures)
      lacking = needs.filter { $0.short > 0 }
      unknown = needs.filter { $0.unknown > 0 }
    }
  }

  /// What is known to be lacking or taken up, so that it is no question whether there are topics.
  var isKnown: Bool { topics.contains { !$0.lacking.isEmpty || !$0.measures.isEmpty } }

  /// First those that the sources name; what belongs to none of them stands under its family, measures without one as other.
  let topics: [Topic]

  init(_ gaps: AreaGaps?, _ areaMeasures: AreaMeasures?, named: [AgreementTopic]) {
    let placed = (gaps?.needs ?? []).filter { !$0.precondition.isEmpty || !$0.family.isEmpty }
      .map { need in (need: need, topic: named.topic(of: need.precondition, in: need.family)?.id) }
    let taken = (areaMeasures?.measures ?? []).map { measure in
      (measure: measure, topic: named.first { $0.pillars.contains(measure.pillar ?? "") }?.id)
    }
    var topics = named.map { topic in
      Topic(
        topic.label, topic.source, placed.filter { $0.topic == topic.id }.map(\.need),
        taken.filter { $0.topic == topic.id }.map(\.measure))
    }
    let loose = placed.filter { $0.topic == nil }.map(\.need)
    for family in Set(loose.map(\.family)).sorted() where !family.isEmpty {
      topics.append(Topic(.verbatim(family), nil, loose.filter { $0.family == family }, []))
    }
    topics.append(
      Topic(
        Text(nl: "overig", en: "other"), nil, loose.filter(\.family.isEmpty),
        taken.filter { $0.topic == nil }.map(\.measure)))
    self.topics = topics.filter { !$0.lacking.isEmpty || !$0.unknown.isEmpty || !$0.measures.isEmpty }
  }
}
