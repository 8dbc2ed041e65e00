import WorkbenchKit

/// How a page looks: light and dark by what the reader's screen asks for, narrow and wide, and on A4 in black on white.
struct PageStyle {
  /// What stands above every printed page but the first, and below every one.
  let head: String
  let foot: String

  var text: String { Self.colours + Self.words + Self.tables + Self.pictures + paper + Self.printed }

  private static let colours = """
    :root{color-scheme:light dark;--ink:#1b1b1b;--page:#fff;--soft:#565656;--line:#cfcfcf;--tint:#f4f4f2;\
    --link:#0b57a4;--caution:#8a5a00;--warning:#a4161a}
    @media (prefers-color-scheme:dark){:root{--ink:#ececec;--page:#161616;--soft:#b4b4b4;--line:#454545;--tint:#222;\
    --link:#8cc4ff;--caution:#ffcf70;--warning:#ff9b94}}

    """

  private static let words = """
    *{box-sizing:border-box}
    body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif;hyphens:auto;\
    overflow-wrap:break-word}
    main{max-width:56rem;margin:0 auto;padding:1.5rem 1rem 3rem}
    h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em}
    h1{margin:0;font-size:1.9rem}
    h2{border-top:1px solid var(--line);padding-top:.6em}
    p{margin:.7em 0}
    .title{margin-bottom:1.4rem}
    .under{color:var(--soft);margin:.3rem 0 0}
    .answer{font-size:1.3rem;line-height:1.4;margin:1rem 0}
    a{color:var(--link)}
    a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    pre{background:var(--tint);padding:.7rem 1rem;overflow-x:auto;font-size:.85rem;line-height:1.35;hyphens:manual}
    .notice{border-left:4px solid var(--warning);padding:.1rem .9rem}
    .notice strong{color:var(--warning)}
    .notes{border-left:4px solid var(--line);margin:1rem 0;padding:0 .9rem;list-style:none;font-size:.9rem}
    .notes li{margin:.35rem 0}
    .notes .info{color:var(--soft)}
    .notes .caution strong{color:var(--caution)}
    .contents{border:1px solid var(--line);padding:.3rem 1rem;margin:1rem 0 2rem}
    .contents p{font-weight:600;margin:.4rem 0 0}
    .contents ul{list-style:none;margin:0;padding:.3rem 0}
    .contents .level3{padding-left:1.2rem}
    .cited,.sources{color:var(--soft);font-size:.9rem}

    """

  private static let tables = """
    .wide{overflow-x:auto;margin:1rem 0}
    table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;hyphens:auto}
    caption{text-align:left;font-weight:600;font-size:1rem;padding:.3rem 0}
    th,td{padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;\
    overflow-wrap:anywhere}
    th:last-child,td:last-child{padding-right:0}
    thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}
    tbody th{font-weight:400}
    .number{text-align:right;white-space:nowrap}
    th.number{white-space:normal;overflow-wrap:normal;hyphens:manual}
    .records tbody th:only-child{font-weight:600;border-bottom:2px solid var(--ink);padding-top:.9rem}
    .records tbody th:not(:only-child){color:var(--soft);width:14em}
    .origins table,.origins caption{font-size:.8rem}
    dl{margin:1rem 0}
    dt{color:var(--soft)}
    dd{margin:0;font-variant-numeric:tabular-nums}
    .figures div{display:flex;flex-wrap:wrap;gap:0 .8rem;padding:.15rem 0;border-bottom:1px solid var(--line)}
    .figures dt{min-width:11rem}
    .figures{columns:24rem 2;column-gap:2rem}
    .figures div{break-inside:avoid}
    .tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(var(--tile,9.5rem),1fr));gap:.6rem}
    .tiles div{border:1px solid var(--line);border-radius:4px;padding:.4rem .7rem;display:flex;flex-direction:column;\
    justify-content:space-between}
    .tiles dt{font-size:.8rem;line-height:1.3}
    .tiles dd{font-size:1.25rem;font-weight:600;line-height:1.3}
    .tiles small{font-size:.8rem;font-weight:400}

    """

  private static let pictures = """
    figure{margin:1.5rem 0}
    figcaption{font-weight:600;margin-bottom:.4rem}
    .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:0 1.5rem;align-items:start}
    svg,img{max-width:100%;height:auto}
    svg{display:block}
    summary{cursor:pointer;color:var(--link);margin-top:.4rem}
    .heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}

    """

  /// A4 upright. What stands in the margins takes the place of what a browser would put there: the day and the address of the file.
  private var paper: String {
    let small = "font:8pt system-ui,sans-serif;color:#444"
    return """
      @page{size:A4 portrait;margin:14mm 15mm 13mm;@top-left{content:\(Self.string(head));\(small)}\
      @bottom-left{content:\(Self.string(foot));\(small)}\
      @bottom-right{content:counter(page) " / " counter(pages);\(small);white-space:nowrap}}
      @page:first{margin-top:9mm;@top-left{content:""}}

      """
  }

  private static let printed = """
    @media print{:root{color-scheme:light;--ink:#000;--page:#fff;--soft:#333;--line:#999;--tint:#fff;--link:#000;\
    --caution:#000;--warning:#000}
    html{font-size:9pt}
    body{font-size:1rem;line-height:1.25;print-color-adjust:exact}
    main{max-width:none;padding:0}
    h1{font-size:1.7rem}h2{font-size:1.2rem;margin:.65em 0 .2em;padding-top:.25em}h3,h4,h5,h6{margin:.8em 0 .25em}
    h1,h2,h3,h4,h5,h6,caption,figcaption,.code{break-after:avoid}
    p{margin:.4em 0;orphans:3;widows:3}
    .title{margin-bottom:.7rem}.answer{font-size:1.2rem;margin:.5rem 0}
    .wide,pre{overflow:visible}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.4rem .6rem;border:1px solid var(--line)}
    .wide,dl,figure,.notes{margin:.45rem 0}
    .notes{font-size:.88rem;line-height:1.25}.notes li{margin:.1rem 0}.notes .info{display:inline}.notes .info:not(:last-child)::after{content:" · "}
    table{font-size:.88rem}caption{font-size:.95rem;padding:.1rem 0}
    th,td{padding:.08rem .5rem .08rem 0}
    thead{display:table-header-group}
    .short,.code,.tiles,figure,tr,li,.notice{break-inside:avoid}
    .records .few{break-inside:avoid}
    .origins table,.origins caption{font-size:.76rem;line-height:1.2}.origins th,.origins td{padding-top:0;padding-bottom:0}
    .tiles{grid-template-columns:repeat(auto-fill,minmax(9.6rem,1fr));gap:.35rem}
    .tiles div{padding:.15rem .4rem}.tiles dt{font-size:.72rem;line-height:1.2}.tiles dd{font-size:1.05rem;line-height:1.2}
    .contents{margin:.6rem 0 1rem}.contents ul{columns:2}
    .sources{font-size:.8rem}.sources ol{columns:2;column-gap:1.5rem;margin:.3rem 0;padding-left:1.6rem}\
    .sources li{margin:0}.map svg{max-height:62mm;width:auto}
    a{color:inherit;text-decoration:none}
    details,.screen{display:none}}
    """

  /// A string of CSS: what would end it, or the element that holds the style, is escaped.
  static func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in Sanitizer.line(text).unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "&": quoted += "\\" + String(scalar.value, radix: 16) + " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
