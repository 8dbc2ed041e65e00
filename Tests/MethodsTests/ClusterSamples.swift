import Methods

/// Published sets that other programs have divided.
enum ClusterSamples {
  static func words(_ rows: [String]) -> Observations {
    let letters = rows.map { $0.map { String($0) } }
    return Observations(
      (letters.first ?? []).indices.map { column in
        let words = letters.map { $0[column] }
        return Observations.Trait(words, levels: Set(words).sorted())
      })
  }

  /// The rows of the specification.
  static let letters = words(["aabb", "aaba", "aabb", "abab", "bbaa", "bbab", "bbaa", "cbaa"])

  static func euclidean(_ points: [(Double, Double)]) -> Dissimilarity {
    Dissimilarity(count: points.count) { one, other in
      let (x, y) = (points[one].0 - points[other].0, points[one].1 - points[other].1)
      return (x * x + y * y).squareRoot()
    }
  }

  /// Twelve countries: national product a head and share of agriculture, 1993 (Eurostat, in R's `cluster`).
  static let agriculture: [(Double, Double)] = [
    (16.8, 2.7), (21.3, 5.7), (18.7, 3.5), (5.9, 22.2), (11.4, 10.9), (17.8, 6.0), (10.9, 14.0), (16.6, 8.5),
    (21.0, 3.5), (16.4, 4.3), (7.8, 17.4), (14.0, 2.3),
  ]

  /// Ruspini, Information Sciences 2 (1970): 75 points in four heaps.
  static let ruspini: [(Double, Double)] = Array(
    zip(
      [
        4, 5, 10, 9, 13, 13, 12, 15, 18, 19, 22, 27, 28, 24, 27, 28, 30, 31, 32, 36, 28, 32, 35, 33, 38, 41, 38, 38, 32,
        34, 44, 44, 44, 46, 47, 49, 50, 53, 52, 55, 54, 60, 63, 86, 85, 85, 78, 74, 97, 98, 98, 99, 99, 101, 108, 110,
        108, 111, 115, 117, 70, 77, 83, 61, 69, 78, 66, 58, 64, 69, 66, 61, 76, 72, 64,
      ],
      [
        53, 63, 59, 77, 49, 69, 88, 75, 61, 65, 74, 72, 76, 58, 55, 60, 52, 60, 61, 72, 147, 149, 153, 154, 151, 150,
        145, 143, 143, 141, 156, 149, 143, 142, 149, 152, 142, 144, 152, 155, 124, 136, 139, 132, 115, 96, 94, 96, 122,
        116, 124, 119, 128, 115, 111, 111, 116, 126, 117, 115, 4, 12, 21, 15, 15, 16, 18, 13, 20, 21, 23, 25, 27, 31,
        30,
      ]))

  /// Eighteen flowers (Struyf, Hubert & Rousseeuw 1996): winters, shadow, tubers, colour, soil, preference, height, distance.
  static let flower: Observations = {
    let rows: [[Double]] = [
      [0, 1, 1, 4, 3, 15, 25, 15], [1, 0, 0, 2, 1, 3, 150, 50], [0, 1, 0, 3, 3, 1, 150, 50],
      [0, 0, 1, 4, 2, 16, 125, 50], [0, 1, 0, 5, 2, 2, 20, 15], [0, 1, 0, 4, 3, 12, 50, 40],
      [0, 0, 0, 4, 3, 13, 40, 20], [0, 0, 1, 2, 2, 7, 100, 15], [1, 1, 0, 3, 1, 4, 25, 15],
      [1, 1, 0, 5, 2, 14, 100, 60], [1, 1, 1, 5, 3, 8, 45, 10], [1, 1, 1, 1, 2, 9, 90, 25],
      [1, 1, 0, 1, 2, 6, 20, 10], [1, 1, 1, 4, 2, 11, 80, 30], [1, 0, 0, 3, 2, 10, 40, 20],
      [1, 0, 0, 4, 2, 18, 200, 60], [1, 0, 0, 2, 2, 17, 150, 60], [0, 0, 1, 2, 1, 5, 25, 10],
    ]
    return Observations(
      (0..<8).map { column in
        let values = rows.map { $0[column] }
        return column < 4 ? .categorical(values.map { Int($0) }, levels: 6) : .numeric(values)
      })
  }()

  static func patterns(_ counts: [(String, Int)]) -> Observations {
    words(counts.flatMap { [String](repeating: $0.0, count: $0.1) })
  }

  /// Seven pathologists on 118 slides (Landis & Koch 1977, in Agresti, Categorical data analysis, 2002, table 13.1).
  static let carcinoma = patterns([
    ("0000000", 34), ("0000100", 2), ("0100000", 6), ("0100001", 1), ("0100100", 4), ("0100101", 5), ("1000000", 2),
    ("1010101", 1), ("1100000", 2), ("1100001", 1), ("1100100", 2), ("1100101", 7), ("1100111", 1), ("1101001", 1),
    ("1101101", 2), ("1101111", 3), ("1110101", 13), ("1110111", 5), ("1111101", 10), ("1111111", 16),
  ])

  /// 319 students on four ways of cheating (Dayton, Latent class scaling analysis, 1998).
  static let cheating = patterns([
    ("0000", 207), ("1000", 10), ("0100", 13), ("1100", 11), ("0010", 7), ("1010", 1), ("0110", 1), ("1110", 1),
    ("0001", 46), ("1001", 3), ("0101", 4), ("1101", 4), ("0011", 5), ("1011", 2), ("0111", 2), ("1111", 2),
  ])
}
