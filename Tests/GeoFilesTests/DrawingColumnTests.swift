import TestSupport
import Testing
import WorkbenchKit

@testable import GeoFiles

/// Columns that GDAL adds to KML go; a person's own of the same name stay.
@Suite struct DrawingColumnTests {
  @Test func `what GDAL fills in or leaves open is left out`() {
    for name in ["tessellate", "extrude", "visibility", "drawOrder"] {
      #expect(DrawingColumn.isOne(.numbers(name, [0, -1, .nan])))
      #expect(DrawingColumn.isOne(.texts(name, [nil, nil])))
      #expect(!DrawingColumn.isOne(.numbers(name, [0, 1])))
    }
    for name in ["Name", "description", "timestamp", "begin", "end", "altitudeMode", "icon"] {
      #expect(DrawingColumn.isOne(.texts(name, [nil, nil])))
      #expect(!DrawingColumn.isOne(.texts(name, [nil, "0"])))
    }
  }

  @Test func `a column of one's own is kept, with nothing but noughts in it too`() {
    for name in ["timestamp", "begin", "end", "altitudeMode", "icon", "aantal"] {
      #expect(!DrawingColumn.isOne(.numbers(name, [0, -1, .nan])))
    }
    #expect(!DrawingColumn.isOne(.texts("code", [nil, nil])))
  }

  @Test(.enabled(if: GDALHere.isThere)) func `a file with an icon of its own keeps that and nothing of GDAL`() throws {
    let text = """
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document id="d">
      <Schema name="l" id="l"><SimpleField name="code" type="string"/><SimpleField name="icon" type="string"/></Schema>
      <Folder><name>l</name><Placemark><ExtendedData><SchemaData schemaUrl="#l">
      <SimpleData name="code">x</SimpleData><SimpleData name="icon">0</SimpleData>
      </SchemaData></ExtendedData><Point><coordinates>5,52</coordinates></Point></Placemark></Folder></Document></kml>
      """
    let table = try #require(try MapBench(["a.kml": Array(text.utf8)]).table("read a.kml"))
    #expect(Set(table.columnNames) == ["code", "icon"])
    #expect(table.column("icon")?.texts == ["0"])
  }
}
