import { linliStreet } from '@linli/admin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
export default defineConfig({
  build: { outDir: '/tmp/adm-real-dist', emptyOutDir: true },
  plugins: [react(), linliStreet('@linli/example-baiyun-street', { halves: [] })],
  preview: { proxy: { '/api': 'http://127.0.0.1:3471' } },
})
