import { linliStreet } from '@linli/admin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The server refuses writes from another origin, so the page's own host is passed on. */
const proxy = { '/api': { target: process.env.LINLI_SERVER ?? 'http://127.0.0.1:3000', changeOrigin: false } }

export default defineConfig({
  plugins: [react(), linliStreet('@linli/example-baiyun-street', { halves: ['admin'] })],
  server: { proxy },
  preview: { proxy },
})
