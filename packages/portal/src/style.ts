/** Large type, wide targets, strong contrast: many who use these pages are not young. */
export const STYLE = `
:root:root { --adm-font-size-main: 17px; --adm-font-size-7: 18px; --adm-font-size-9: 20px; --adm-color-primary: #9c1c1c; --adm-color-weak: #595959; --adm-color-text-secondary: #3d3d3d; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #f6f4f1; color: #1c1c1c; font-family: system-ui, -apple-system, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; line-height: 1.6; }
.portal-page { max-width: 560px; margin: 0 auto; padding: 12px 16px calc(24px + env(safe-area-inset-bottom)); }
.portal-bar { display: flex; align-items: center; justify-content: space-between; gap: 8px; min-height: 56px; padding: 0 16px; background: #9c1c1c; color: #fff; }
.portal-bar h1 { font-size: 1.1rem; margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.portal-bar button { background: none; border: 1px solid rgba(255,255,255,.7); border-radius: 6px; color: #fff; font: inherit; font-size: .9rem; min-height: 44px; padding: 0 14px; white-space: nowrap; }
.portal-bar button:focus-visible, .portal-page :focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px; }
.portal-card { background: #fff; border-radius: 12px; padding: 16px; margin: 12px 0; box-shadow: 0 1px 2px rgba(0,0,0,.06); }
.portal-card h2 { font-size: 1.05rem; margin: 0 0 8px; }
.portal-note { text-align: center; padding: 24px 12px; color: #3d3d3d; }
.portal-fault { color: #a8071a; margin: 8px 0; font-weight: 600; }
.portal-form { display: grid; gap: 14px; }
.portal-form label { display: grid; gap: 6px; font-weight: 600; }
.portal-form input, .portal-form select, .portal-form textarea { font: inherit; min-height: 52px; padding: 0 14px; border: 1px solid #8c8c8c; border-radius: 8px; background: #fff; color: inherit; width: 100%; box-sizing: border-box; }
.portal-form small { font-weight: 400; color: #595959; }
.portal-form textarea { min-height: 108px; padding: 10px 14px; }
.portal-form fieldset { border: 0; padding: 0; margin: 0; display: grid; gap: 4px; }
.portal-form legend { font-weight: 600; padding: 0; }
.portal-form .portal-pick { display: flex; gap: 12px; align-items: center; min-height: 48px; font-weight: 400; }
.portal-form .portal-pick input { min-height: 0; width: 24px; height: 24px; flex: none; }
.portal-good { color: #135200; margin: 8px 0; font-weight: 600; }
.portal-figure { font-size: 2rem; font-weight: 700; font-variant-numeric: tabular-nums; }
.portal-offline { background: #fff1b8; color: #614700; padding: 10px 16px; text-align: center; }
`
