/** What these pages need besides the portal's own look. */
export const GRID_STYLE = `
.grid-row { display: flex; justify-content: space-between; gap: 8px; align-items: baseline; flex-wrap: wrap; }
.grid-tag { border-radius: 6px; padding: 2px 8px; font-size: .85rem; background: #eee; white-space: nowrap; }
.grid-tag.is-late { background: #a8071a; color: #fff; }
.grid-tag.is-urgent { background: #ad4e00; color: #fff; }
.grid-tag.is-done { background: #d9f2dc; color: #135200; }
.grid-alarm { border: 2px solid #a8071a; }
.grid-alarm strong { display: block; margin-bottom: 8px; color: #a8071a; }
.grid-point { border-top: 1px solid #eee; padding: 12px 0; display: grid; gap: 8px; }
.grid-quiet { font: inherit; min-height: 48px; padding: 0 14px; border: 1px solid #8c8c8c; border-radius: 8px; background: #fff; color: inherit; }
.grid-counts { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; text-align: center; }
.grid-counts strong { display: block; font-size: 1.5rem; }
`
