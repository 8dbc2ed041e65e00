import Testing
import WorkbenchKit

@Suite struct PictureTests {
  private func map(_ values: [Double], _ breaks: [Double]) -> AreaMap {
    AreaMap(
      title: .verbatim("t"), label: .verbatim("v"), coordinates: .rd,
      areas: values.map { .init(code: "", name: "", rings: [], value: $0) }, breaks: breaks)
  }

  @Test func `a bound belongs to the class below it and nothing lies above the last class`() {
    let map = map([], [20, 10, 20, .nan])
    #expect(map.breaks == [10, 20])
    #expect(map.classIndex(of: -5) == 0)
    #expect(map.classIndex(of: 10) == 0)
    #expect(map.classIndex(of: 10.01) == 1)
    #expect(map.classIndex(of: 99) == 1)
    #expect(map.classIndex(of: .nan) == nil)
    #expect(self.map([], []).classIndex(of: 1) == nil)
  }

  @Test func `a missing value equals a missing value in every picture`() {
    #expect(map([1, .nan], [2]) == map([1, .nan], [2]))
    #expect(map([1, .nan], [2]) != map([1, 1], [2]))
    let axis = Chart.Axis(.verbatim("x"))
    func chart(_ values: [Double]) -> Chart {
      Chart(
        .line, title: .verbatim("t"), x: axis, y: axis, positions: values, series: [.init(name: "s", values: values)])
    }
    #expect(chart([1, .nan]) == chart([1, .nan]))
    #expect(chart([1, .nan]) != chart([1, 2]))
  }

  @Test func `a value that is held back is not there`() {
    #expect(AreaMap.Area(code: "", name: "", rings: [], value: 3, withheld: "<5").value.isNaN)
  }

  @Test func `a matrix has a cell for every row and column, whatever was given`() {
    let matrix = CellMatrix(
      title: .verbatim("t"), rowHeading: .verbatim("r"), columnHeading: .verbatim("c"), rows: [.init("1"), .init("2")],
      columns: [.init("a"), .init("b")], cells: [[.init(number: 1), .init(number: .infinity), .init(number: 3)]])
    #expect(matrix.cells.map(\.count) == [2, 2])
    #expect(matrix.cells[0][1].isEmpty)
    #expect(matrix.cells[1] == [.empty, .empty])
  }

  @Test func `an axis goes from low to high or as the values say`() {
    #expect(Chart.Axis(.verbatim("y"), range: -2...2).range == -2...2)
    #expect(Chart.Axis(.verbatim("y"), range: 1...1).range == nil)
    #expect(Chart.Axis(.verbatim("y"), range: 0...Double.infinity).range == nil)
  }

  @Test func `an end before the start is none`() throws {
    let day = try #require(CalendarDate("2027-01-02"))
    #expect(Timeline.Row(what: .verbatim("w"), start: day, end: CalendarDate("2027-01-01")).end == nil)
  }
}
