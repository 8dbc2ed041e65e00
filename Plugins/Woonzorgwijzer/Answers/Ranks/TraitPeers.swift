import WorkbenchKit

/// The areas most like one by traits that were chosen.
struct TraitPeers {
  struct Peer {
    let area: Area
    /// Which of the candidates it is.
    let index: Int
    let distance: Double
    let values: [Double]
    /// The trait on which it lies furthest from the area, and by how many standard deviations.
    let furthest: (trait: Int, apart: Double)?
  }

  let area: Area
  let own: [Double]
  let peers: [Peer]
  /// The traits that count, by their place.
  let used: [Int]
  /// Among how many areas was sought, and how many lack a trait.
  let candidates: Int
  let incomplete: Int

  /// - Parameters:
  ///   - candidates: not the area itself, nor what holds it or lies within it.
  ///   - values: of the area and then of each candidate its traits; NaN is missing.
  init(_ area: Area, _ candidates: [Area], _ values: [[Double]], wanted: Int) {
    let own = values.first ?? []
    let others = Array(values.dropFirst())
    let nearest = NearestPeers(to: own, among: others, count: wanted)
    self.area = area
    self.own = own
    used = nearest.used
    self.candidates = candidates.count
    incomplete = nearest.incomplete
    peers = nearest.peers.map { peer in
      Peer(
        area: candidates[peer.index], index: peer.index, distance: peer.distance, values: others[peer.index],
        furthest: nearest.furthest(own, others[peer.index]))
    }
  }
}
