import { linliStreet } from '@linli/admin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react(), linliStreet('./linli.config.ts', { halves: ['admin'] })],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
})
