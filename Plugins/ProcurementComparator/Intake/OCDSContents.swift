import WorkbenchKit

/// What bids, awards and criteria OCDS holds (Open Contracting Data Standard 1.1 with its extensions for bids, lots and award
/// criteria): releases, packages of releases or records, an array of them, or one a line. Of organisations only the name is read:
/// contact points stay where they are.
struct OCDSContents {
  private(set) var contents = NoticeContents()
  private var weights = NoticeWeights()

  /// - Parameter documents: of a file.
  /// - Returns: nil where they are none of these.
  init?(_ documents: [JSON], context: Context) throws {
    var links = 0
    let releases = documents.flatMap { Self.releases($0, links: &links) }
    guard releases.contains(where: Self.isRelease) else { return nil }
    var undated: [String] = []
    let processes = OCDSMerge.compiled(releases.filter(Self.isRelease)) { undated.append($0) }
    let bidding = processes.count { !Self.isEmpty($0.release) }
    for (process, release) in processes {
      try context.checkInterrupt()
      read(release, process: bidding > 1 && !process.isEmpty ? process : nil)
    }
    if releases.count > processes.count {
      let whole = Text.counted(
        processes.count, Text(nl: "procedure", en: "process"), Text(nl: "procedures", en: "processes"))
      contents.blocks.append(
        .info(
          nl: "\(releases.count) publicaties van \(whole.nl) samengevoegd: per id geldt wat het laatst gezegd is",
          en: "\(releases.count) releases of \(whole.en) merged: by id what was said last counts"))
    }
    if !undated.isEmpty {
      contents.blocks.append(
        .caution(
          nl: "publicaties zonder datum zijn samengevoegd in de volgorde van het bestand",
          en: "releases without a date were merged in the order of the file"))
    }
    if links > 0 {
      contents.blocks.append(
        .caution(
          nl: "records met alleen een verwijzing naar hun publicaties zijn niet gelezen: \(links)",
          en: "records with nothing but a link to their releases were not read: \(links)"))
    }
    weights.tell(in: &contents)
    contents.tellGaps()
  }

  private static func isRelease(_ json: JSON) -> Bool {
    json["ocid"] != nil || json["tender"]?["tenderers"] != nil || json["bids"]?["details"] != nil
  }

  private static func isEmpty(_ release: JSON) -> Bool {
    OCDSValue.list(release["bids"]?["details"]).isEmpty && OCDSValue.list(release["awards"]).isEmpty
  }

  private static func releases(_ document: JSON, links: inout Int) -> [JSON] {
    if let records = document["records"]?.array { return records.flatMap { record($0, links: &links) } }
    if let releases = document["releases"]?.array {
      return document["ocid"] == nil ? releases : record(document, links: &links)
    }
    return document["compiledRelease"] == nil && document["versionedRelease"] == nil
      ? [document] : record(document, links: &links)
  }

  private static func record(_ record: JSON, links: inout Int) -> [JSON] {
    if let compiled = record["compiledRelease"] { return [compiled] }
    let embedded = (record["releases"]?.array ?? []).filter {
      $0["ocid"] != nil || $0["bids"] != nil || $0["tender"] != nil
    }
    if !embedded.isEmpty { return embedded }
    if let versioned = record["versionedRelease"] { return [OCDSMerge.latest(versioned)] }
    links += 1
    return []
  }

  // MARK: One process

  private mutating func read(_ release: JSON, process: String?) {
    var parties: [String: String] = [:]
    for party in OCDSValue.list(release["parties"]) {
      if let id = OCDSValue.word(party["id"]), let name = Self.ownName(party) { parties[id] = name }
    }
    let lots = OCDSValue.list(release["tender"]?["lots"])
    let sole = lots.count == 1 ? OCDSValue.word(lots[0]["id"]) : nil
    var bidders: [String: String] = [:]
    for bid in OCDSValue.list(release["bids"]?["details"]) {
      let name = Self.names(bid["tenderers"] ?? bid["suppliers"], parties)
      if let id = OCDSValue.word(bid["id"]), let name { bidders[id] = name }
      for offer in Self.offers(bid) {
        var offer = offer
        offer.bidder = name
        offer.contest = Contest(process: process, lot: offer.contest.lot ?? sole)
        contents.offers.append(offer)
      }
    }
    for award in OCDSValue.list(release["awards"]) {
      let bids = (OCDSValue.list(award["relatedBids"]) + OCDSValue.list(award["relatedBid"])).compactMap(OCDSValue.word)
      let byBid = bids.compactMap { bidders[$0] }
      contents.awards.append(
        .init(
          contest: Contest(process: process, lot: Self.lots(award["relatedLots"]) ?? sole),
          winners: Self.names(award["suppliers"], parties) ?? (byBid.isEmpty ? nil : byBid.joined(separator: " + ")),
          value: OCDSValue.value(award["value"]?["amount"]).number ?? .nan,
          currency: OCDSValue.word(award["value"]?["currency"]), status: OCDSValue.word(award["status"])))
    }
    readCriteria(release["tender"], lots)
    tellStopped(release["tender"], lots, process)
  }

  /// A bid by lot, where it has a value for each; else one for all its lots together.
  private static func offers(_ bid: JSON) -> [NoticeContents.Offer] {
    let status = OCDSValue.word(bid["status"])
    func offer(_ value: JSON?, _ lot: String?, _ own: String?) -> NoticeContents.Offer {
      .init(
        contest: Contest(lot: lot), price: OCDSValue.value(value?["amount"]).number ?? .nan,
        currency: OCDSValue.word(value?["currency"]), status: own ?? status)
    }
    let values = OCDSValue.list(bid["lotValues"])
    if values.isEmpty { return [offer(bid["value"], lots(bid["relatedLots"]), nil)] }
    return values.map { value in
      let own = OCDSValue.word(value["status"])
      // Who was thrown out as a whole is out of each lot.
      let isOut = status.flatMap(BidStatus.init(word:)).map { !$0.counts } ?? false
      return offer(value["value"], OCDSValue.word(value["relatedLot"]), isOut ? status : own)
    }
  }

  private static func lots(_ json: JSON?) -> String? {
    let lots = OCDSValue.list(json).compactMap(OCDSValue.word).sorted()
    return lots.isEmpty ? nil : lots.joined(separator: " + ")
  }

  private static func ownName(_ party: JSON) -> String? {
    OCDSValue.word(party["name"]) ?? OCDSValue.word(party["identifier"]?["legalName"])
  }

  private static func names(_ json: JSON?, _ parties: [String: String]) -> String? {
    let names = OCDSValue.list(json).compactMap { party -> String? in
      if party.object == nil { return OCDSValue.word(party).map { parties[$0] ?? $0 } }
      let id = OCDSValue.word(party["id"])
      return ownName(party) ?? id.flatMap { parties[$0] } ?? id
    }
    return names.isEmpty ? nil : names.joined(separator: " + ")
  }

  private mutating func readCriteria(_ tender: JSON?, _ lots: [JSON]) {
    let whole = tender?["awardCriteria"]?["criteria"]?.array ?? []
    let each = lots.map { $0["awardCriteria"]?["criteria"]?.array ?? [] }.filter { !$0.isEmpty }
    for criteria in whole.isEmpty ? each : [whole] {
      weights.add(
        criteria.flatMap { criterion -> [(name: String, value: Double)] in
          guard let type = criterion["type"]?.string else { return [] }
          let name = ["price", "cost"].contains(type) ? "price" : "quality"
          return (criterion["numbers"]?.array ?? []).compactMap { number in
            guard let kind = number["weight"]?.string, kind.hasPrefix("percentage") else { return nil }
            return OCDSValue.value(number["number"]).number.map { (name, $0) }
          }
        })
    }
  }

  /// Says which lots, or that the whole, came to nothing.
  private mutating func tellStopped(_ tender: JSON?, _ lots: [JSON], _ process: String?) {
    let stopped: Set = ["cancelled", "withdrawn", "unsuccessful"]
    let ended = lots.filter { stopped.contains($0["status"]?.string ?? "") }.compactMap { OCDSValue.word($0["id"]) }
    if !ended.isEmpty {
      let listed = Text.list(ended)
      contents.blocks.append(
        .caution(
          nl: "percelen die ingetrokken of niet gegund zijn: \(listed.nl)",
          en: "lots that were cancelled or not awarded: \(listed.en)"))
    }
    guard stopped.contains(tender?["status"]?.string ?? "") else { return }
    let which = process.map { " \($0)" } ?? ""
    contents.blocks.append(
      .caution(
        nl: "de aanbesteding\(which) is ingetrokken of mislukt", en: "the tender\(which) was cancelled or unsuccessful")
    )
  }
}
