#include "bench/report_parts.h"

#include <stddef.h>

/* clang-format off */
const char *const report_style[] = {
    ":root{color-scheme:light dark;--paper:#fbfaf7;--card:#ffffff;--ink:#22262b;--soft:#5c636c;--line:#dcdcd6;"
    "--faint:#22262b26;--slower:#a63d00;--slower-bg:#fbe3d3;--faster:#0b5c94;--faster-bg:#d8eaf8;"
    "--equal:#4b535d;--equal-bg:#e9eaec;--open:#6f5f00;--open-bg:#f7efc4;--series1:#0072b2;--series2:#d55e00;"
    "--series3:#009e73;--series4:#b3558a;--series5:#a87400;--series6:#6b7280}\n",
    "@media screen and (prefers-color-scheme:dark){:root{--paper:#16191d;--card:#1f2328;--ink:#e6e4df;--soft:#a2a8b0;"
    "--line:#363c44;--faint:#e6e4df2b;--slower:#ffab7a;--slower-bg:#4d2a17;--faster:#8cc8f2;--faster-bg:#12344d;"
    "--equal:#c3c8d0;--equal-bg:#31373f;--open:#e6d36a;--open-bg:#443c12;--series1:#56b4e9;--series2:#ff8a4a;"
    "--series3:#35c99b;--series4:#e79ac6;--series5:#f0c040;--series6:#a2a8b0}}\n",
    "*{box-sizing:border-box}\n",
    "body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,'Segoe UI',"
    "'DejaVu Sans',sans-serif;-webkit-text-size-adjust:100%}\n",
    "main,header{max-width:1180px;margin:0 auto;padding:0 20px}\n",
    "header{padding-top:28px}header p{max-width:none}\n",
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3em}\n",
    "h2{font-size:1.3rem;margin:2.4em 0 .4em;padding-top:.6em;border-top:1px solid var(--line)}\n",
    "h3{font-size:1.02rem;margin:1.4em 0 .3em}\n",
    "p{margin:.5em 0;max-width:46em}\n",
    ".soft,figcaption,small{color:var(--soft)}\n",
    "small,.small{font-size:.86rem}\n",
    "a{color:inherit}\n",
    ".lead{font-size:1.14rem;max-width:62em;margin:1em 0 0}\n",
    "nav{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:.9rem;margin:.8em 0 0}\n",
    "code{font-family:ui-monospace,'DejaVu Sans Mono',monospace;font-size:.88em;overflow-wrap:anywhere}\n",
    ".cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,460px),1fr));gap:16px;margin:18px 0}\n",
    ".card{background:var(--card);border:1px solid var(--line);border-left:6px solid var(--line);border-radius:8px;"
    "padding:14px 16px;display:flex;flex-direction:column;gap:10px;break-inside:avoid;min-width:0}\n",
    ".card p{margin:0;font-size:1.04rem}\n",
    ".card.slower{border-left-color:var(--slower)}.card.faster{border-left-color:var(--faster)}"
    ".card.equal{border-left-color:var(--equal)}.card.open{border-left-color:var(--open)}\n",
    "b.slower{color:var(--slower)}b.faster{color:var(--faster)}b.equal{color:var(--equal)}b.open{color:var(--open)}\n",
    ".title{font-weight:600;font-size:1.1rem}\n",
    ".title small{font-weight:400}\n",
    "table{border-collapse:collapse;font-variant-numeric:tabular-nums}\n",
    ".strip{width:100%;table-layout:fixed;font-size:.8rem}\n",
    ".strip th{font-weight:400;color:var(--soft);padding:2px;text-align:center}\n",
    ".strip th[scope=row]{text-align:left;width:5.6em;overflow:hidden;text-overflow:ellipsis}\n",
    ".strip td{border:1px solid var(--card);border-radius:6px;text-align:center;padding:3px 0;height:2em;letter-spacing:-.03em;"
    "print-color-adjust:exact;-webkit-print-color-adjust:exact;white-space:nowrap;overflow:hidden}\n",
    "td.slower,.key.slower{background:var(--slower-bg);color:var(--slower);font-weight:600}\n",
    "td.faster,.key.faster{background:var(--faster-bg);color:var(--faster);font-weight:600}\n",
    "td.equal,.key.equal{background:var(--equal-bg);color:var(--equal)}\n",
    "td.open,.key.open{background:var(--open-bg);color:var(--open)}\n",
    ".key{display:inline-block;border-radius:5px;padding:0 .5em;margin-right:.3em;min-width:2em;text-align:center;"
    "print-color-adjust:exact;-webkit-print-color-adjust:exact}\n",
    ".legend{display:flex;flex-wrap:wrap;gap:6px 18px;font-size:.86rem;color:var(--soft)}\n",
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:8px}\n",
    ".pic{background-size:cover;background-position:center;background-color:#8884;border-radius:6px;"
    "image-rendering:pixelated;print-color-adjust:exact;-webkit-print-color-adjust:exact;aspect-ratio:2/1;"
    "position:relative;overflow:hidden}\n",
    ".pic.one{aspect-ratio:4/1}\n",
    ".pic span{position:absolute;left:0;bottom:0;background:#000a;color:#fff;font-size:.75rem;padding:1px 7px;"
    "border-top-right-radius:6px}\n",
    ".card .pic span{left:auto;right:0;top:0;bottom:auto;border-radius:0 0 0 6px}\n",
    ".plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:14px;align-items:start;margin-top:12px}\n",
    "figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:10px;"
    "break-inside:avoid;min-width:0}\n",
    "figure svg{width:100%;height:auto;display:block;color:var(--ink)}\n",
    "figcaption{font-size:.86rem;padding:4px 2px 0}\n",
    ".dot{display:inline-block;width:.7em;height:.7em;border-radius:50%;margin-right:.4em;print-color-adjust:exact}\n",
    ".shapes{list-style:none;margin:4px 2px;padding:0;font-size:.86rem}.shapes li{padding-left:1.5em;text-indent:-1.5em}.shapes i{display:inline-block;width:1.5em;text-indent:0;"
    "font-style:normal;text-align:center}\n",
    ".scroll{overflow-x:auto;-webkit-overflow-scrolling:touch}\n",
    ".rows{font-size:.84rem;min-width:100%}\n",
    ".rows th,.rows td{padding:3px 10px 3px 0;text-align:left;border-bottom:1px solid var(--line);white-space:nowrap}\n",
    ".rows td.wrap{white-space:normal;overflow-wrap:anywhere;min-width:17em}\n",
    ".rows td.slower,.rows td.faster,.rows td.equal,.rows td.open{padding-left:8px}\n",
    "details{margin:.6em 0}\n",
    "summary{cursor:pointer;font-weight:600}\n",
    ".flip{position:relative;aspect-ratio:var(--shape);border-radius:6px;overflow:hidden;cursor:pointer;"
    "display:block}\n",
    ".flip .pic{position:absolute;inset:0;aspect-ratio:auto;border-radius:0;background-size:100% 100%}\n",
    ".flip input{position:absolute;opacity:0}\n",
    ".flip .b{visibility:hidden}\n",
    ".flip input:checked~.b{visibility:visible}\n",
    ".flip input:focus-visible~.pic{outline:3px solid var(--equal);outline-offset:-3px}\n",
    ".trio{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:12px;margin:12px 0;align-items:start}\n",
    "@media (max-width:1200px){.strip{font-size:.72rem}.strip th[scope=row]{width:5.2em}.strip td{letter-spacing:-.05em}}\n",
    "@media (max-width:640px){.stack tr{display:block;padding:.5em 0;border-bottom:1px solid var(--line)}.stack th{"
    "display:none}.stack td{display:inline-block;border:0;padding:0 10px 0 0;white-space:normal}.stack td.wrap{"
    "display:block;min-width:0}}\n",
    "@media (max-width:480px){body{font-size:15px}h1{font-size:1.5rem}main,header{padding:0 12px}"
    "header{padding-top:18px}.strip{font-size:.66rem}.strip th[scope=row]{width:5.4em}.strip td span{display:none}.strip td{letter-spacing:-.04em}.card{padding:12px}}\n",
    "@media print{:root{--paper:#fff;--card:#fff}body{font-size:11pt}nav{display:none}h2{break-after:avoid}"
    ".cards{grid-template-columns:1fr 1fr}.strip{font-size:6.5pt}.strip td span{display:none}details::details-content{content-visibility:visible;block-size:auto}.scroll{overflow:visible}"
    ".rows{font-size:7pt}.rows td,.rows th{white-space:normal}}\n",
    NULL};
/* clang-format on */
