/// Where the columns of a table of supply stand, under their names in English or Dutch.
struct SupplyColumns {
  let area: Int
  let item: Int
  let capacity: Int
  let unit: Int?
  let source: Int?

  /// Nil where one of the first three is not there.
  init?(_ header: [String]) {
    let place = StemmedNames(header).index
    guard let area = place(["area", "gebied", "code", "buurtcode", "gwb_code", "Codering"]),
      let item = place(["item", "voorziening", "precondition", "randvoorwaarde"]),
      let capacity = place(["capacity", "capaciteit", "aantal"])
    else { return nil }
    self.area = area
    self.item = item
    self.capacity = capacity
    unit = place(["unit", "eenheid"])
    source = place(["source", "bron"])
  }
}
