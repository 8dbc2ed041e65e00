import WorkbenchKit

/// One question to the circle: how much does this group need this precondition in this informal-care situation?
struct NeedCell: Sendable, Hashable {
  let group: String
  let precondition: String
  let situation: String

  init(group: String, precondition: String, situation: String) {
    self.group = group
    self.precondition = precondition
    self.situation = situation
  }

  init?(_ json: JSON) {
    guard let group = json["group"]?.string, let precondition = json["precondition"]?.string,
      let situation = json["situation"]?.string
    else { return nil }
    self.init(group: group, precondition: precondition, situation: situation)
  }
}
