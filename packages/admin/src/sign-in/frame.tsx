import type { ReactElement, ReactNode } from 'react'

/** Plain CSS: these pages stand before the component library is fetched. */
const STYLE = `
.ll-gate{position:fixed;inset:0;z-index:2000;overflow:auto;display:flex;align-items:flex-start;justify-content:center;padding:6vh 16px 32px;background:#eef2f1;color:#17211f;
font:17px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
.ll-card{box-sizing:border-box;width:100%;max-width:440px;background:#fff;border:1px solid #cfd8d5;border-radius:12px;padding:28px 24px}
.ll-card h1{font-size:26px;margin:0 0 4px}.ll-card h2{font-size:18px;font-weight:400;color:#44524e;margin:0 0 20px}
.ll-field{display:block;margin:0 0 16px}.ll-field span{display:block;font-weight:600;margin-bottom:4px}.ll-field small{display:block;color:#44524e;font-size:15px}
.ll-card input,.ll-card select{box-sizing:border-box;width:100%;min-height:48px;padding:8px 12px;font:inherit;color:inherit;background:#fff;border:1px solid #6b7a75;border-radius:8px}
.ll-card input:focus-visible,.ll-card select:focus-visible,.ll-card button:focus-visible{outline:3px solid #0b6e5d;outline-offset:2px}
.ll-card button{min-height:48px;padding:8px 16px;font:inherit;border-radius:8px;cursor:pointer;border:1px solid #6b7a75;background:#fff;color:#17211f}
.ll-card button[type=submit]{width:100%;background:#0b5f51;border-color:#0b5f51;color:#fff;font-weight:600}.ll-card button:disabled{opacity:.65;cursor:default}
.ll-fault{background:#fdecea;color:#7a1510;border-radius:8px;padding:10px 12px;margin:0 0 16px}.ll-note{background:#e7f1ee;border-radius:8px;padding:10px 12px;margin:0 0 16px}
.ll-field .ll-row{display:flex;gap:8px;font-weight:400}.ll-row input{flex:1;min-width:0}.ll-row button{flex:none;white-space:nowrap}
.ll-demo{margin:20px 0 0;padding:16px 0 0;border-top:1px solid #cfd8d5}.ll-demo p{margin:0 0 8px;font-weight:600}.ll-demo div{display:grid;grid-template-columns:1fr 1fr;gap:8px}
.ll-demo button{text-align:left;line-height:1.35}.ll-demo small{display:block;color:#44524e;overflow-wrap:anywhere}
.ll-plain{width:100%;margin-top:12px}
@media(max-width:400px){.ll-demo div{grid-template-columns:1fr}}
@media(prefers-color-scheme:dark){.ll-gate{background:#121817;color:#eef4f2}.ll-card{background:#1d2523;border-color:#46534f}.ll-card h2,.ll-field small,.ll-demo small{color:#bccac5}
.ll-card input,.ll-card select,.ll-card button{background:#121817;color:#eef4f2;border-color:#8b9a95}.ll-card button[type=submit]{background:#7fd1bf;border-color:#7fd1bf;color:#04231d}
.ll-fault{background:#4a1512;color:#ffdad6}.ll-note{background:#1f3d36}}
`

/** The frame of the pages before the app: signing in, changing the first password, waiting. */
export function Frame({
  title,
  subtitle,
  children,
}: {
  readonly title: string
  readonly subtitle?: string
  readonly children: ReactNode
}): ReactElement {
  return (
    <main className="ll-gate">
      <style>{STYLE}</style>
      <div className="ll-card">
        <h1>{title}</h1>
        {subtitle ? <h2>{subtitle}</h2> : null}
        {children}
      </div>
    </main>
  )
}
