import Testing
import WorkbenchKit

@testable import Rendering

@Suite struct HTMLTests {
  private func page(_ blocks: [Block], _ language: Language = .en) -> String {
    HTMLRenderer.page(of: blocks, language: language)
  }

  @Test func `a page is one file with its language and its title`() {
    let html = page([.heading(Heading(.verbatim("A & B"))), .table(Samples.estimates), .chart(Samples.bars)], .nl)
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
    #expect(html.contains("<title>A &amp; B</title>"))
    #expect(html.split(separator: "<h1>").count == 2)
    for absent in ["<script", "http://", "https://", "src=", "@import", "url("] { #expect(!html.contains(absent)) }
    #expect(html.contains("prefers-color-scheme:dark") && html.contains("@media print"))
  }

  @Test func `a table has a caption and headings with their scope`() {
    let html = page([.table(Samples.estimates)])
    #expect(html.contains("<caption id=\"r-table-1\">Lonely, 65+</caption>"))
    #expect(html.contains("<th scope=\"col\" class=\"number\">65+</th>"))
    #expect(html.contains("<th scope=\"row\">BU01640101</th><td>Tichelwerk</td><td class=\"number\">1,020</td>"))
    #expect(html.contains("<td class=\"number\">&lt;5</td>"))
  }

  @Test func `a picture is one SVG, and a table for who would rather read it`() {
    let html = page([.map(Samples.map), .chart(Samples.bars)])
    #expect(html.split(separator: "<svg ").count == 3)
    #expect(html.contains("id=\"r-picture-1\"") && html.contains("id=\"r-picture-2\""))
    #expect(html.split(separator: "<summary>").count == 3)
  }

  @Test func `sources are footnotes, each once, over all results of a page`() {
    var renderer = HTMLRenderer(language: .en)
    let first = renderer.fragment(of: [.sources(Samples.sources)])
    let second = renderer.fragment(of: [.sources([Samples.sources[1]])])
    #expect(first.contains("href=\"#r-source-1\"") && first.contains("href=\"#r-source-2\""))
    #expect(second.contains("href=\"#r-source-2\"") && !second.contains("r-source-1"))
    #expect(renderer.footnotes.split(separator: "<li ").count == 3)
    #expect(HTMLRenderer(language: .en).footnotes.isEmpty)
  }

  @Test func `markup in data is text`() {
    let evil = "<script>x</script>\"&"
    var facts = Facts()
    facts.add(evil, .text(evil), label: .verbatim(evil))
    let blocks: [Block] = [
      .heading(Heading(.verbatim(evil))), .paragraph(.verbatim(evil)), .facts(facts), .text(evil),
      .notice(Notice(.caution, .verbatim(evil))),
      .table(Table(title: .verbatim(evil), columns: [.texts(evil, [evil])])),
      .sources([Source(id: evil, title: evil, publisher: evil, date: evil)]),
    ]
    let html = page(blocks)
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;x&lt;/script&gt;&quot;&amp;"))
  }

  @Test func `ids of two renderers on one page differ`() {
    var one = HTMLRenderer(language: .en, prefix: "c1")
    var two = HTMLRenderer(language: .en, prefix: "c2")
    #expect(one.fragment(of: [.map(Samples.map)]).contains("id=\"c1-picture-1\""))
    #expect(two.fragment(of: [.map(Samples.map)]).contains("url(#c2-picture-1-missing)"))
  }
}
