import { linliOffline } from '@linli/portal/vite'
import { linliStreet } from '@linli/admin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.LINLI_SERVER ?? 'http://127.0.0.1:3000'

export default defineConfig({
  base: '/m/',
  plugins: [
    react(),
    linliStreet('@linli/example-baiyun-street', { halves: ['portal'] }),
    linliOffline({ name: '邻里', shortName: '邻里' }),
  ],
  server: { proxy: { '/api': server } },
  preview: { proxy: { '/api': server } },
})
