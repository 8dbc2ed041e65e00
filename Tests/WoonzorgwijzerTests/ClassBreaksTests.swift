import Testing

@testable import Woonzorgwijzer

@Suite struct ClassBreaksTests {
  @Test func `quantiles are the values that stand at each part (Hyndman and Fan 1996, type 1)`() {
    #expect(ClassBreaks.quantiles([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], count: 5) == [2, 4, 6, 8, 10])
    #expect(ClassBreaks.quantiles([9, 1, 8, 2, 7, .nan], count: 2) == [7, 9])
    #expect(ClassBreaks.quantiles([1, 2, 3], count: 5) == [1, 2, 3])
  }

  @Test func `values that are alike are never parted`() {
    #expect(ClassBreaks.quantiles([1, 1, 1, 1, 2], count: 4) == [1, 2])
    #expect(ClassBreaks.quantiles([3, 3, 3], count: 5) == [3])
    #expect(ClassBreaks.quantiles([.nan], count: 5) == [])
  }

  @Test func `every value lies in a class and every quantile class holds one`() {
    for seed in 1...40 {
      let values = (0..<(seed * 3)).map { Double(($0 * 7919 + seed * 31) % 101) }
      for count in 1...9 {
        let bounds = ClassBreaks.quantiles(values, count: count)
        #expect(bounds.last == values.max())
        for (index, bound) in bounds.enumerated() {
          let low = index == 0 ? -Double.infinity : bounds[index - 1]
          #expect(values.contains { $0 > low && $0 <= bound })
        }
      }
    }
  }

  @Test func `equal classes are equally wide`() {
    #expect(ClassBreaks.equal([0, 10, .nan], count: 4) == [2.5, 5, 7.5, 10])
    #expect(ClassBreaks.equal([4, 4], count: 3) == [4])
    #expect(ClassBreaks.equal([1, 2], count: 1) == [2])
  }

  @Test func `above the last bound that is given comes a class for the rest`() {
    #expect(ClassBreaks.given([1, 2], for: [0, 5]) == [1, 2, 5])
    #expect(ClassBreaks.given([1, 2], for: [0, 2]) == [1, 2])
    #expect(ClassBreaks.given([1, 2], for: [.nan]) == [1, 2])
  }
}
