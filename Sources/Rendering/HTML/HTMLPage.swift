import WorkbenchKit

/// The frame of a page: language, title and style in the file itself.
public struct HTMLPage: Sendable {
  public let title: String
  public let language: Language
  private let moreStyle: String

  /// - Parameter style: rules of CSS for what the body has besides blocks.
  public init(title: String, language: Language, style: String = "") {
    self.title = title
    self.language = language
    moreStyle = style.isEmpty ? "" : "\n" + style
  }

  /// - Parameter body: elements whose texts are escaped already.
  public func page(body: String) -> String {
    let title = XMLEscape.words(title)
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="leerkring">
      <title>\(title)</title>
      <style>
      \(Self.style)\(moreStyle)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      \(body)</main>
      </body>
      </html>

      """
  }

  /// Dark and light by what the reader's screen asks for; on paper black on white.
  static let style = """
    :root{color-scheme:light dark;--ink:#1b1b1b;--page:#fff;--soft:#5a5a5a;--line:#cfcfcf;--tint:#f4f4f2;\
    --link:#0b57a4;--caution:#8a5a00;--warning:#a4161a}
    @media (prefers-color-scheme:dark){:root{--ink:#ececec;--page:#161616;--soft:#b4b4b4;--line:#454545;--tint:#222;\
    --link:#8cc4ff;--caution:#ffcf70;--warning:#ff9b94}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
    main{max-width:56rem;margin:0 auto;padding:1.5rem 1rem 3rem}
    h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em}
    h1{margin-top:0;font-size:1.7rem}
    a{color:var(--link)}
    a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .wide{overflow-x:auto;margin:1rem 0}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding:.3rem 0}
    th,td{padding:.3rem .7rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
    thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}
    tbody th{font-weight:400}
    th[scope=row],td:not(.number){min-width:6.5rem}
    .number{text-align:right;white-space:nowrap}
    figure{margin:1.5rem 0}
    figcaption{font-weight:600;margin-bottom:.4rem}
    svg{max-width:100%;height:auto;display:block}
    summary{cursor:pointer;color:var(--link);margin-top:.4rem}
    dl{margin:1rem 0}
    dl div{display:flex;flex-wrap:wrap;gap:0 .8rem;padding:.15rem 0;border-bottom:1px solid var(--line)}
    dt{color:var(--soft);min-width:14rem}
    dd{margin:0;font-variant-numeric:tabular-nums}
    pre{background:var(--tint);padding:.7rem 1rem;overflow-x:auto;font-size:.85rem;line-height:1.35}
    .notice{border-left:4px solid var(--line);background:var(--tint);padding:.5rem .9rem}
    .caution{border-color:var(--caution)}
    .warning{border-color:var(--warning)}
    .cited,.sources{color:var(--soft);font-size:.9rem}
    @media print{:root{--ink:#000;--page:#fff;--soft:#333;--line:#999;--tint:#fff;--link:#000}\
    main{max-width:none;padding:0}.wide,pre{overflow:visible}table{font-size:.8em}\
    td,th{overflow-wrap:anywhere;padding:.25rem .35rem;hyphens:auto}th.number{white-space:normal;overflow-wrap:normal}\
    th[scope=row],td:not(.number){min-width:6em}pre{white-space:pre-wrap}\
    summary{display:none}figure,tr{break-inside:avoid}h2,h3{break-after:avoid}}
    """
}
