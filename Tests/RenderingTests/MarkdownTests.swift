import Rendering
import Testing
import WorkbenchKit

@Suite("Markdown form")
struct MarkdownTests {
  let nl = MarkdownRenderer(language: .nl)

  @Test("a table has numbers on the right")
  func table() {
    #expect(
      nl.text(of: [.table(Samples.estimates)]) == """
        **Eenzaam, 65+**

        | gebied | naam | 65+ | % | personen |
        | --- | --- | ---: | ---: | ---: |
        | BU01640101 | Tichelwerk | 1.020 | 56,6 | 577 |
        | BU01640604 | – | 1.035 | 50,0 | &lt;5 |

        """)
    #expect(MarkdownRenderer(language: .en).text(of: [.table(Table(columns: []))]) == "(an empty table)\n")
  }

  @Test("nothing in a cell is read as markup")
  func cells() {
    let cells = [
      "a|b", "<b>x</b> & y", "*_`[x]`_*", "gm_naam _x_", "two\nlines", "\u{1B}[2J", "c:\\d", "$x$ ~~y~~", "# k",
      "|\u{301}<\u{301}",
    ]
    let text = MarkdownRenderer(language: .nl).text(of: [.table(Table(columns: [.texts("a", cells)]))])
    #expect(
      text == #"""
        | a |
        | --- |
        | a\|b |
        | &lt;b&gt;x&lt;/b&gt; &amp; y |
        | \*\_\`\[x\]\`\_\* |
        | gm_naam \_x\_ |
        | two<br>lines |
        | ␛\[2J |
        | c:\\d |
        | \$x\$ \~\~y\~\~ |
        | # k |
        | \|\#u{301}&lt;\#u{301} |

        """#)
  }

  @Test("words at the beginning of a line are no list, heading or code")
  func lineStarts() {
    let starts = ["# a", "- b", "1. c", "    d", "+ e", "> f", "2024 was", "=== g", "1.234 huizen"]
    #expect(
      nl.text(of: starts.map { .paragraph(.verbatim($0)) })
        == ##"""
        \# a

        \- b

        1\. c

        d

        \+ e

        &gt; f

        2024 was

        \=== g

        1.234 huizen

        """##)
  }

  @Test("headings, facts, notices and sources have their own shape")
  func shapes() {
    #expect(
      nl.text(of: [
        .heading(Heading(.verbatim("Kop"), level: 2)), .paragraph(.verbatim("Een alinea.")), .facts(Samples.facts),
        .notice(Notice(.caution, .verbatim("5 kolommen\nzijn leeg"))), .notice(Notice(.info, .verbatim("terzijde"))),
        .notice(Notice(.warning, .verbatim("pas op"))), .sources(Samples.sources),
      ]) == """
        ## Kop

        Een alinea.

        - aantal: 1.342
        - rate: 29,6 %
        - years: 2020 · 2024
        - margin: –

        > **Let op:** 5 kolommen
        > zijn leeg

        > terzijde

        > **Waarschuwing:** pas op

        1. Kerncijfers · CBS · 2024 · CC BY 4.0
        2. Gezondheid · RIVM · 2022 · tabel 50090NED

        """)
    #expect(nl.text(of: []) == "")
  }

  @Test("text stands in a fence that is longer than any in it")
  func text() {
    #expect(nl.text(of: [.text("a,b\n1,2\n")]) == "```\na,b\n1,2\n```\n")
    #expect(nl.text(of: [.text("````x\n")]) == "`````\n````x\n`````\n")
  }

  @Test("a chart is what can be told of it, and its numbers")
  func chart() {
    #expect(
      nl.text(of: [.chart(Samples.bars)]) == """
        **Inwoners**

        staafdiagram, aantal (personen): 2024 van 625 personen (Zuid) tot 1.250 personen (Noord).

        | wijk | 2024 |
        | --- | ---: |
        | Noord | 1.250 |
        | Zuid | 625 |

        """)
  }
}
